import type { Box } from '../domain/page/placed-words.ts'
import { presentationContext } from './context.ts'
import type { LanguageMap } from './language-map.ts'

const granularityContext = 'http://iiif.io/api/extension/text-granularity/context.json'

type Page = {
  id: string
  label?: LanguageMap
  items: readonly object[]
  next?: string | null
}

/** Annotations as one page of them (IIIF Presentation 3.0, 5.5). */
export const annotationPage = ({ id, label, items, next }: Page) => ({
  '@context': presentationContext,
  id,
  type: 'AnnotationPage',
  label,
  next: next == null ? undefined : { id: next, type: 'AnnotationPage' },
  items,
})

/** The same, its annotations saying how much of a text each is (the IIIF extension for text granularity). */
export const granularPage = (page: Page) => ({
  ...annotationPage(page),
  '@context': [granularityContext, presentationContext],
})

/** A part of a canvas, as far as it lies on the canvas (5.3); all of it where none does. */
export function partOfCanvas(
  canvas: string,
  size: { width: number; height: number },
  box: Box | null,
): string {
  if (box === null) return canvas
  const [left, top] = [Math.max(0, box[0]), Math.max(0, box[1])]
  const width = Math.min(size.width, box[0] + box[2]) - left
  const height = Math.min(size.height, box[1] + box[3]) - top
  return width > 0 && height > 0 ? `${canvas}#xywh=${left},${top},${width},${height}` : canvas
}
