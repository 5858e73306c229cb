import { packWords } from '../../domain/page/pack-words.ts'
import { type HeadingNumber, numbersNear } from '../../domain/resemblance/numbers-near.ts'
import { signing } from '../../domain/resemblance/signature.ts'
import type { ExtractedPage, Extraction } from '../../ports/extractor.ts'
import { newWords } from './new-words.ts'

/** What a reader yields: one `start`, then page after page. */
export type Reading = Extract<Extraction, { kind: 'start' }> | { kind: 'page'; page: ExtractedPage }

const mostPages = 100
const manyCharacters = 524_288
const longestWaitMs = 500

/**
 * Gathers pages into batches of at most 100 (`most`) pages and about half a million characters: the larger a batch, the less a
 * page costs the index. A batch also leaves after half a second, so that slow pages are soon found.
 * Places of words are packed: as objects they would hold up the process that receives them for longer than all else.
 * At the end it tells what the whole text is like.
 */
export async function* batches(
  reading: AsyncIterable<Reading> | Iterable<Reading>,
  most = mostPages,
): AsyncGenerator<Extraction> {
  const newAmong = newWords()
  const signed = signing()
  let numbers: HeadingNumber[] | null = null
  let pages: ExtractedPage[] = []
  let characters = 0
  let since = performance.now()
  for await (const told of reading) {
    if (told.kind === 'start') {
      yield told
      continue
    }
    pages.push(told.page.placed ? { ...told.page, placed: packWords(told.page.placed) } : told.page)
    signed.add(told.page.words)
    numbers ??= numbersNear(told.page.content)
    characters += told.page.content.length
    const isLate = performance.now() - since >= longestWaitMs
    if (pages.length < most && characters < manyCharacters && !isLate) continue
    yield { kind: 'pages', pages, newWords: newAmong(pages) }
    pages = []
    characters = 0
    since = performance.now()
  }
  if (pages.length > 0) yield { kind: 'pages', pages, newWords: newAmong(pages) }
  if (numbers) yield { kind: 'wording', wording: { signature: signed.signature(), numbers } }
}
