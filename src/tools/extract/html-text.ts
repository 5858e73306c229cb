import { type Element, elementsIn, textOf } from './markup-tree.ts'

const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const unseen: ReadonlySet<string> = new Set(
  'script style template noscript iframe object head svg math audio video canvas select button input textarea'.split(
    ' ',
  ),
)
const parted: ReadonlySet<string> = new Set(
  'p ul ol dl table blockquote pre h1 h2 h3 h4 h5 h6 figure'.split(' '),
)

/**
 * The text that people read in HTML, blocks as lines, paragraphs parted by an empty line, cells by a tab, the points of
 * ordered lists with their numbers, with a form
 * feed for each page break: `<hr class="page">`, what has the role or type *pagebreak*, CSS page breaks. A page that is
 * named there begins with a `[p. …]` line.
 */
export function textOfHtml(root: Element): string {
  const paper = lineWriter()
  const read = (element: Element, isPre: boolean, number = ''): void => {
    const { name } = element
    if (unseen.has(name)) return
    const marker = pageBreakOf(element)
    if (marker) return void paper.breakPage(marker.label)
    if (name === 'br') return void paper.endLine()
    const { before, after } = cssBreaks(element)
    const isCell = name === 'td' || name === 'th'
    const isBlock = !inline.has(name) && !isCell && name !== ''
    if (before) paper.breakPage(null)
    else if (isBlock) paper.part(parted.has(name))
    const keepsSpace = isPre || name === 'pre'
    const numberOf = name === 'ol' ? numbersIn(element) : () => ''
    if (number !== '') paper.number(number)
    for (const child of element.children) {
      if (typeof child === 'string') paper.write(child, keepsSpace)
      else read(child, keepsSpace, numberOf(child))
    }
    if (isCell) paper.tab()
    else if (isBlock) paper.part(parted.has(name))
    if (after) paper.breakPage(null)
  }
  read(root, false)
  return paper.text()
}

/** Lines as they are written, the one that is not ended apart, so that a long text is never looked through again. */
function lineWriter() {
  const lines: string[] = []
  let line = ''
  let number = ''
  const endLine = () => {
    lines.push(line.trimEnd())
    line = ''
  }
  const part = (isParagraph: boolean) => {
    if (line.trim() !== '') endLine()
    line = ''
    if (isParagraph && lines.length > 0 && lines.at(-1) !== '') lines.push('')
  }
  return {
    endLine,
    part,
    /** Stands before the next words, in whatever block they come. */
    number(written: string): void {
      number = written
    },
    write(text: string, keepsSpace: boolean): void {
      if (number !== '' && text.trim() !== '') {
        line += `${number} `
        number = ''
      }
      if (keepsSpace) {
        const [first = '', ...more] = text.split('\n')
        line += first
        for (const next of more) {
          endLine()
          line = next
        }
        return
      }
      const flat = text.replace(/[ \t\r\n\f]+/g, ' ')
      line += /(^|\s)$/.test(line.slice(-1)) ? flat.trimStart() : flat
    },
    tab(): void {
      line = `${line.trimEnd()}\t`
    },
    breakPage(label: string | null): void {
      part(false)
      lines.push('\f')
      if (label !== null) lines.push(`[p. ${label}]`)
    },
    text: () => [...lines, line.trimEnd()].join('\n'),
  }
}

/** How the points of an ordered list are numbered; those in Roman numerals are left without. */
function numbersIn({ attributes: { start = '', type = '1' } }: Element): (point: Element) => string {
  let next = Number.parseInt(start, 10) || 1
  return ({ name, attributes: { value = '' } }) => {
    if (name !== 'li') return ''
    const at = Number.parseInt(value, 10) || next
    next = at + 1
    if (type === '1') return `${at}.`
    const isLetter = /^a$/i.test(type) && at >= 1 && at <= 26
    return isLetter ? `${String.fromCharCode(type.charCodeAt(0) + at - 1)}.` : ''
  }
}

/** Says that an element is nothing but the beginning of a page, and which; null for any other. */
function pageBreakOf(element: Element): { label: string | null } | null {
  const { name, attributes } = element
  const classes = (attributes.class ?? '').toLowerCase().split(/\s+/)
  const isRule = name === 'hr' && classes.some((one) => /^(page|pb)([-_]?break)?$/.test(one))
  const type = `${attributes['epub:type'] ?? ''} ${attributes.type ?? ''} ${attributes.role ?? ''}`
  if (!isRule && !/(^|[\s-])pagebreak\b/i.test(type)) return null
  const written = attributes['aria-label'] ?? attributes.title ?? textOf(element)
  return { label: labelIn(written) }
}

/** A label such as `12v` in what names a page: *Page 12v*, *p. 12v*. */
function labelIn(written: string): string | null {
  const found = /(?:^|[\s.])(\d{1,6}[a-zа-я]{0,3}|[ivxlcdm]{1,12})[\s.]*$/iu.exec(written.trim())
  return found?.[1] ?? null
}

function cssBreaks({ attributes: { style = '' } }: Element): { before: boolean; after: boolean } {
  const forced = (side: string) =>
    new RegExp(`(^|[;\\s])(page-)?break-${side}\\s*:\\s*(always|page|left|right|recto|verso)`, 'i').test(
      style,
    )
  return { before: forced('before'), after: forced('after') }
}

/** The body of a page of HTML; what has no body is all of it. */
export function bodyOf(root: Element): Element {
  const [outer] = elementsIn(root, 'html')
  return elementsIn(outer ?? root, 'body')[0] ?? outer ?? root
}
