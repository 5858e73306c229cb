/** An element of XML or HTML: its name and attributes without prefixes, and what stands in it. */
export type Element = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (Element | string)[]
}

/** All text in an element, as it stands there. */
export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

/** The elements directly in an element, of a name where one is given. */
export const elementsIn = ({ children }: Element, name?: string): Element[] =>
  children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  )

/** The first element of a name anywhere in an element, in the order of the text, or null. */
export function firstIn(element: Element, name: string): Element | null {
  for (const child of elementsIn(element)) {
    if (child.name === name) return child
    const found = firstIn(child, name)
    if (found) return found
  }
  return null
}

/**
 * Builds elements from what a parser tells. `ready` are those wanted that have ended: they stand in no other, so that a
 * long file need not be in memory as a whole. `tooDeep` is called instead of opening what stands in more than `mostDeep`.
 */
export function treeBuilder(wanted: (element: Element) => boolean, mostDeep: number, tooDeep: () => never) {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  let ready: Element[] = []
  const last = () => open.at(-1) ?? root
  return {
    root,
    open(name: string, attributes: Record<string, string>): void {
      if (open.length > mostDeep) tooDeep()
      open.push({ name, attributes, children: [] })
    },
    text(text: string): void {
      const { children } = last()
      const before = children.length - 1
      if (typeof children[before] === 'string') children[before] += text
      else children.push(text)
    },
    close(): void {
      const ended = open.length > 1 ? open.pop() : undefined
      if (ended === undefined) return
      if (wanted(ended)) ready.push(ended)
      else last().children.push(ended)
    },
    take(): Element[] {
      const taken = ready
      ready = []
      return taken
    },
  }
}
