import type { ExtractedPage, Extraction } from '../../ports/extractor.ts'

/** What a reader yields: one `start`, then page after page. */
export type Reading = Extract<Extraction, { kind: 'start' }> | { kind: 'page'; page: ExtractedPage }

const mostPages = 25
const manyCharacters = 65_536
const longestWaitMs = 1000

/**
 * Gathers pages into batches of at most 25 pages and about 64 thousand characters. A batch also leaves after a
 * second, so that slow pages still count as progress.
 */
export async function* batches(
  reading: AsyncIterable<Reading> | Iterable<Reading>,
): AsyncGenerator<Extraction> {
  let pages: ExtractedPage[] = []
  let characters = 0
  let since = performance.now()
  for await (const told of reading) {
    if (told.kind === 'start') {
      yield told
      continue
    }
    pages.push(told.page)
    characters += told.page.content.length
    const isLate = performance.now() - since >= longestWaitMs
    if (pages.length < mostPages && characters < manyCharacters && !isLate) continue
    yield { kind: 'pages', pages }
    pages = []
    characters = 0
    since = performance.now()
  }
  if (pages.length > 0) yield { kind: 'pages', pages }
}
