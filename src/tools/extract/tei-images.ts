import { type Element, elementsIn, firstIn } from './markup-tree.ts'

/** The names of the images that the surfaces and zones of a TEI text lead to, by their ids. */
export function imagesIn(root: Element): ReadonlyMap<string, string> {
  const images = new Map<string, string>()
  const walk = (element: Element, image: string | null): void => {
    for (const child of elementsIn(element)) {
      const own =
        child.name === 'surface' || child.name === 'zone' || child.name === 'graphic' ? imageOf(child) : null
      const within = own ?? image
      const { id } = child.attributes
      if (id && within && (own !== null || child.name === 'zone')) images.set(id, within)
      walk(child, within)
    }
  }
  walk(root, null)
  return images
}

/** The image of a surface: its first graphic. */
export function imageOf(element: Element): string | null {
  const graphic = element.name === 'graphic' ? element : firstIn(element, 'graphic')
  return graphic?.attributes.url?.trim() || element.attributes.url?.trim() || null
}
