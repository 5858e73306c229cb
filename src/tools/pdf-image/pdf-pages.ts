import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from 'pdf-lib'
import type { PdfObjects } from './pdf-objects.ts'

/** The part of a page that is seen, in the page's own space: left, bottom, right and top. */
export type PageBox = readonly [left: number, bottom: number, right: number, top: number]

/** A page of a PDF: what is drawn on it, how far it is turned clockwise, and which part of it is seen. */
export type PdfPage = { dict: PDFDict; resources: PDFDict | null; box: PageBox; turned: number }

const deepest = 64
const mostVisited = 20_000
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate']

/** Finds a page (1-based) in the page tree (ISO 32000-1, 7.7.3), by the counts that the tree itself tells. */
export function findPage(objects: PdfObjects, filePage: number): PdfPage {
  const { resolve, trailer } = objects
  const root = dictOf(resolve(trailer.get(PDFName.of('Root'))))
  let node = dictOf(resolve(root.get(PDFName.of('Pages'))))
  const told = new Map<string, PDFObject>()
  let before = 0
  let visited = 0
  for (let depth = 0; depth < deepest; depth++) {
    for (const key of inherited) {
      const value = node.get(PDFName.of(key))
      if (value) told.set(key, value)
    }
    const kids = resolve(node.get(PDFName.of('Kids')))
    if (!(kids instanceof PDFArray)) return pageOf(node)
    const isFlat = countOf(node) === kids.size()
    let next: PDFDict | null = null
    for (let n = isFlat ? filePage - before - 1 : 0; n < kids.size() && !next; n++) {
      if (++visited > mostVisited) throw new RangeError('The page is too far to seek.')
      const kid = dictOf(resolve(kids.get(n)))
      const count = kid.has(PDFName.of('Kids')) ? countOf(kid) : 1
      if (isFlat) before = filePage - 1
      if (isFlat && count !== 1) throw new RangeError('The page tree does not count right.')
      if (before + count >= filePage) next = kid
      else before += count
    }
    if (!next) break
    node = next
  }
  throw new RangeError(`There is no page ${filePage}.`)

  function countOf(pages: PDFDict): number {
    const count = resolve(pages.get(PDFName.of('Count')))
    return count instanceof PDFNumber ? count.asNumber() : 0
  }

  function pageOf(dict: PDFDict): PdfPage {
    const media = boxOf('MediaBox') ?? [0, 0, 612, 792]
    const crop = boxOf('CropBox') ?? media
    const cut: PageBox = [
      Math.max(media[0], crop[0]),
      Math.max(media[1], crop[1]),
      Math.min(media[2], crop[2]),
      Math.min(media[3], crop[3]),
    ]
    const resources = resolve(told.get('Resources'))
    const rotate = resolve(told.get('Rotate'))
    return {
      dict,
      resources: resources instanceof PDFDict ? resources : null,
      box: cut[2] > cut[0] && cut[3] > cut[1] ? cut : media,
      turned: rotate instanceof PDFNumber ? ((rotate.asNumber() % 360) + 360) % 360 : 0,
    }
  }

  function boxOf(key: string): PageBox | null {
    const array = resolve(told.get(key))
    if (!(array instanceof PDFArray) || array.size() !== 4) return null
    const [a, b, c, d] = array.asArray().map((value) => {
      const number = resolve(value)
      return number instanceof PDFNumber ? number.asNumber() : Number.NaN
    })
    if (a === undefined || b === undefined || c === undefined || d === undefined) return null
    const box: PageBox = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
    return box.every(Number.isFinite) && box[2] > box[0] && box[3] > box[1] ? box : null
  }
}

function dictOf(object: PDFObject | undefined): PDFDict {
  if (!(object instanceof PDFDict)) throw new RangeError('The page tree is damaged.')
  return object
}
