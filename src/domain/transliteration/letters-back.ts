import { fold } from '../analysis/fold.ts'
import { schemes } from './schemes.ts'
import { strain, unheardOf } from './strain.ts'
import { predecessors, type WrittenLetters, writtenLetters } from './written-letters.ts'

/** Some Latin letters read as Russian ones, which are folded: е stands for ё too. */
export type Reading = {
  readonly russian: string
  /** Whether it holds at the end of a word only. */
  readonly isEnd: boolean
  /** The place of its last letter. */
  readonly last: number
  /** By the place of the letter before: the schemes that write so there, as bits. */
  readonly writers: Int32Array
  /** By the place of the letter before: how unlikely the letters are there; 0 is usual. */
  readonly strains: Uint8Array
  /** The least of these strains where some scheme writes so. */
  readonly least: number
}

/** The place of the beginning of a word, as if it were a letter. */
export const beginning = 0

const placeOf = new Map(predecessors.map((letter, place) => [letter, place]))

/** The readings of Latin letters that some scheme writes, by these letters; also as typed without diacritics. */
export function lettersBack(): ReadonlyMap<string, readonly Reading[]> {
  const table: Drafts = new Map()
  schemes.forEach((scheme, index) => {
    for (const written of writtenLetters(scheme)) {
      note(table, written, 1 << index, 0)
      const plain = fold(written.latin)
      if (plain !== written.latin) note(table, { ...written, latin: plain }, 1 << index, lossOf(plain))
    }
  })
  return new Map([...table].map(([latin, drafts]) => [latin, [...drafts.values()].flatMap(readingOf)]))
}

type Draft = Omit<Reading, 'least'>
type Drafts = Map<string, Map<string, Draft>>

// A vowel without diacritics is most often what it seems to be.
const lossOf = (plain: string) => (/^[aeiou]$/.test(plain) ? 2 : 1)

function note(
  table: Drafts,
  { latin, russian, after, isEnd }: WrittenLetters,
  writer: number,
  loss: number,
): void {
  const drafts = table.get(latin) ?? new Map<string, Draft>()
  table.set(latin, drafts)
  const key = `${russian} ${isEnd} ${loss}`
  const draft = drafts.get(key) ?? newDraft(russian, isEnd, loss)
  drafts.set(key, draft)
  for (const previous of after) {
    const place = placeOf.get(previous) ?? beginning
    draft.writers[place] = (draft.writers[place] ?? 0) | writer
  }
}

const newDraft = (russian: string, isEnd: boolean, loss: number): Draft => ({
  russian: russian.replaceAll('ё', 'е'),
  isEnd,
  last: placeOf.get(russian.slice(-1)) ?? beginning,
  writers: new Int32Array(predecessors.length),
  strains: Uint8Array.from(predecessors, (previous) => loss + strainOf(previous, russian)),
})

/** The reading without the places where its letters are unheard of; none if no place is left. */
function readingOf(draft: Draft): Reading[] {
  let least = unheardOf
  draft.strains.forEach((effort, place) => {
    if (effort >= unheardOf) draft.writers[place] = 0
    if (draft.writers[place] !== 0) least = Math.min(least, effort)
  })
  return least === unheardOf ? [] : [{ ...draft, least }]
}

function strainOf(previous: string, russian: string): number {
  let sum = 0
  let before = previous
  for (const letter of russian) {
    sum += strain(before, letter)
    before = letter
  }
  return sum
}
