import type { DescriptionInput } from '../../src/domain/description.ts'
import { languages } from './languages.ts'
import { pageText } from './page-text.ts'
import { between, pick, type Random, seeded } from './random.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** A document to be loaded, its pages made as they are asked for, in order and once. */
export type MadeDocument = { description: DescriptionInput; pageCount: number; pages: Iterable<string> }

const longest = 500
const types = ['order', 'report', 'letter', 'list', 'protocol', 'telegram', 'instruction'] as const

/** Of a hundred words a good recogniser misreads two on clean typescript, and a dozen on a poor carbon copy. */
export const fewMisreads = 0.02
export const manyMisreads = 0.125

/**
 * Documents of 1 to 500 pages, short ones more often, that have so many pages together: the same for a seed on every
 * machine. One page in ten is in another language than its document. `misreads` is the share of words read wrong.
 */
export function* corpus(
  pageCount: number,
  { misreads = fewMisreads, seed = 1 } = {},
): Generator<MadeDocument> {
  const random = seeded(seed)
  const vocabularies = languages.map((language, n) => vocabularyOf(language, seed * 100 + n))
  const names = vocabularies.flatMap(({ words }) => words.slice(1000, 1040).map(capitalised))
  let left = pageCount
  while (left > 0) {
    const own = between(random, 0, languages.length - 1)
    const size = Math.min(left, Math.ceil(longest ** (random() ** 3)))
    const texts = seeded(between(random, 0, 0xffffffff))
    yield {
      description: describe(random, languages[own]?.code ?? '', vocabularies[own], names),
      pageCount: size,
      pages: pagesOf(size, vocabularies, own, misreads, texts),
    }
    left -= size
  }
}

function* pagesOf(
  count: number,
  all: readonly Vocabulary[],
  own: number,
  misreads: number,
  random: Random,
): Generator<string> {
  for (let n = 0; n < count; n++) {
    const vocabulary = random() < 0.1 ? pick(random, all) : all[own]
    if (vocabulary) yield pageText(vocabulary, misreads, random)
  }
}

function describe(
  random: Random,
  language: string,
  vocabulary: Vocabulary | undefined,
  names: readonly string[],
): DescriptionInput {
  const title = Array.from({ length: between(random, 3, 9) }, () => vocabulary?.draw(random) ?? '').join(' ')
  const year = between(random, 1918, 1991)
  return {
    title: capitalised(title),
    creator: random() < 0.7 ? pick(random, names) : null,
    type: pick(random, types),
    language,
    collection: `Fonds ${between(random, 1, 12)}`,
    subjects: [...new Set(Array.from({ length: between(random, 0, 3) }, () => pick(random, names)))],
    date:
      random() < 0.8 ? pick(random, [`${year}`, `${year}-06`, `${year}-06-14`, `${year}/${year + 2}`]) : null,
  }
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
