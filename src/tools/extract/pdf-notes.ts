import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The texts that lie on a page rather than in it: filled form fields, free text and notes, each once, from the top down. */
export async function notesOn(page: PDFPageProxy): Promise<string[]> {
  const annotations: unknown[] = await page.getAnnotations({ intent: 'display' })
  const texts = annotations
    .toSorted((one, other) => top(other) - top(one))
    .flatMap(textsOf)
    .map((text) => text.trim())
  return [...new Set(texts.filter((text) => text !== ''))]
}

function textsOf(annotation: unknown): string[] {
  if (!isRecord(annotation) || annotation.subtype === 'Link' || annotation.subtype === 'Popup') return []
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
