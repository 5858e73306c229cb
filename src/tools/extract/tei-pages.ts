import { type Element, elementsIn, textOf } from './markup-tree.ts'
import { imageOf } from './tei-images.ts'
import type { WrittenPage } from './transcript.ts'

const blocks: ReadonlySet<string> = new Set(
  'p head ab div div1 div2 div3 div4 lg list table opener closer salute signed dateline address docTitle titlePart titlePage byline docDate docImprint epigraph quote sp stage castList trailer postscript front body back floatingText zone'.split(
    ' ',
  ),
)
const lines: ReadonlySet<string> = new Set('l line item row addrLine fw speaker label'.split(' '))
const unseen: ReadonlySet<string> = new Set(
  'teiHeader facsimile standOff figDesc graphic rdg am desc certainty respons index spanGrp linkGrp'.split(
    ' ',
  ),
)
/** Of what stands side by side, the one that the page bears is read, but abbreviations are read out. */
const preferred: readonly string[] = ['sic', 'orig', 'expan']

/**
 * The text of TEI in pages: those that `pb` (or, in a source document, `surface`) begin, named by `n`. What the scribe
 * deleted stands between ⟦ and ⟧, what the editor supplied between [ and ], a gap is […]; notes stand at the end of
 * their page.
 */
export function teiPages(root: Element, images: ReadonlyMap<string, string>): WrittenPage[] {
  const pages: WrittenPage[] = []
  let page = { label: null as string | null, image: null as string | null, hasMark: false }
  let text = ''
  let notes: string[] = []

  const settle = () => {
    const written = [tidy(text), ...notes].filter((part) => part !== '').join('\n\n')
    const refers = page.image === null ? null : { image: page.image, number: null }
    // What stands before the first mark is a page only if it says something.
    if (page.hasMark || written !== '') pages.push({ label: page.label, refers, content: written })
    text = ''
    notes = []
  }
  const begin = (label: string | null, image: string | null) => {
    settle()
    page = { label, image, hasMark: true }
  }

  const read = (element: Element): void => {
    for (const child of element.children) {
      if (typeof child === 'string') text += child.replace(/\s+/g, ' ')
      else readElement(child)
    }
  }
  const readElement = (element: Element): void => {
    const { name, attributes } = element
    if (unseen.has(name)) return
    if (name === 'pb') return void begin(attributes.n?.trim() || null, imageAt(attributes.facs, images))
    if (name === 'surface') begin(attributes.n?.trim() || null, imageOf(element))
    if (name === 'lb') text += attributes.break === 'no' && !/-\s*$/.test(text.slice(-8)) ? '-\n' : '\n'
    else if (name === 'cb' || name === 'milestone') text += '\n'
    else if (name === 'choice') {
      const offered = elementsIn(element)
      const chosen = preferred.flatMap((one) => offered.filter((each) => each.name === one))[0] ?? offered[0]
      if (chosen) readElement(chosen)
    } else if (name === 'note') notes.push(...[flat(element)].filter((note) => note !== ''))
    else if (name === 'gap') text += '[…]'
    else if (name === 'space') text += ' '
    else if (name === 'del') around(element, '⟦', '⟧')
    else if (name === 'supplied') around(element, '[', ']')
    else if (name === 'cell') {
      read(element)
      text += '\t'
    } else {
      const parts = blocks.has(name) ? '\n\n' : lines.has(name) ? '\n' : ''
      text += parts
      read(element)
      text += parts
    }
  }
  const around = (element: Element, open: string, close: string) => {
    text += open
    read(element)
    text += close
  }

  readElement(root)
  settle()
  return pages
}

/** Where `facs` leads: `#id` of a surface or zone, or an image itself. */
function imageAt(facs: string | undefined, images: ReadonlyMap<string, string>): string | null {
  const [first = ''] = facs?.trim().split(/\s+/) ?? []
  return (first.startsWith('#') ? images.get(first.slice(1)) : first) || null
}

const flat = (element: Element) => textOf(element).replace(/\s+/g, ' ').trim()

/** Without space around line ends, and with one empty line at most between paragraphs. */
const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
