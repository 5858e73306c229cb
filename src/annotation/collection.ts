import { annotationContext } from '../domain/annotation/model.ts'
import { presentAnnotation, type Shown, withoutContext } from './present.ts'

/**
 * The text of an AnnotationCollection of one page (Web Annotation Data Model 5), in pieces: as many annotations as come, each
 * whole; `total` tells at the end how many came.
 */
export async function* writtenCollection(
  batches: AsyncIterable<readonly Shown[]>,
  baseUrl: string,
  address: string,
): AsyncGenerator<string> {
  const collection = {
    '@context': annotationContext,
    id: address,
    type: 'AnnotationCollection',
    label: 'Annotations',
  }
  const page = { id: `${address}#items`, type: 'AnnotationPage', partOf: address, startIndex: 0 }
  yield `${open(collection)},"first":${open(page)},"items":[`
  let total = 0
  for await (const batch of batches) {
    const written = batch.map((shown) => JSON.stringify(withoutContext(presentAnnotation(baseUrl, shown))))
    if (written.length > 0) yield `${total === 0 ? '' : ','}\n${written.join(',\n')}`
    total += batch.length
  }
  yield `\n]},"total":${total}}\n`
}

/** An object as JSON that goes on. */
const open = (start: object) => JSON.stringify(start).slice(0, -1)
