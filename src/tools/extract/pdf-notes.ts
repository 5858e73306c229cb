import { AnnotationType, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

const pagesAtATime = 64
const asked = new Set<number>(Object.values(AnnotationType))
for (const type of [AnnotationType.LINK, AnnotationType.POPUP]) asked.delete(type)
/** Invisible, hidden and no view, of ISO 32000-1, table 165. */
const unseen = 1 | 2 | 32

/** Tells the notes on a page (from 1) of a document. */
export type NotesOn = (document: PDFDocumentProxy, filePage: number) => Promise<string[]>

/**
 * Reads the texts that lie on a page rather than in it: filled form fields, free text and notes, each once, from the top
 * down. Pages are best asked for in their order: they are looked through some at a time.
 */
export function notesReader(): NotesOn {
  let first = 1
  let found: unknown[][] = []
  return async (document, filePage) => {
    if (filePage < first || filePage >= first + found.length) {
      first = filePage
      found = await annotationsOf(
        document,
        filePage,
        Math.min(document.numPages, filePage + pagesAtATime - 1),
      )
    }
    return textsOn(found[filePage - first] ?? [])
  }
}

async function annotationsOf(document: PDFDocumentProxy, from: number, to: number): Promise<unknown[][]> {
  const others = new Set<number>()
  for (let index = 0; index < document.numPages; index++)
    if (index < from - 1 || index > to - 1) others.add(index)
  // Asked page by page, pdfjs would parse a page with links or highlights once more, to say what they lie on.
  const found: unknown[] | null = await document.getAnnotationsByType(asked, others).catch(() => null)
  // A page that cannot be read at all shall not take the notes of its neighbours along.
  if (found === null && from < to) return await annotationsOf(document, from, from)
  const byPage = Array.from({ length: to - from + 1 }, (): unknown[] => [])
  for (const one of found ?? []) {
    if (isRecord(one) && typeof one.pageIndex === 'number') byPage[one.pageIndex - from + 1]?.push(one)
  }
  return byPage
}

function textsOn(annotations: readonly unknown[]): string[] {
  const texts = annotations
    .filter((one) => isRecord(one) && (Number(one.annotationFlags) & unseen) === 0)
    .toSorted((one, other) => top(other) - top(one))
    .flatMap(textsOf)
    .map((text) => text.trim())
  return [...new Set(texts.filter((text) => text !== ''))]
}

function textsOf(annotation: unknown): string[] {
  if (!isRecord(annotation)) return []
  const { fieldType, fieldValue, contentsObj } = annotation
  const field = fieldType === 'Tx' || fieldType === 'Ch' ? [fieldValue].flat() : []
  const contents = isRecord(contentsObj) ? [contentsObj.str] : []
  return [...field, ...contents].filter((text) => typeof text === 'string')
}

function top(annotation: unknown): number {
  const rect = isRecord(annotation) && Array.isArray(annotation.rect) ? annotation.rect : []
  return typeof rect[3] === 'number' ? rect[3] : 0
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
