import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vocabulary } from '../../../src/domain/vocabulary/vocabulary.ts'
import { isLong } from '../../support/long.ts'
import { distanceByDefinition, startDistanceByDefinition } from '../search/by-definition.ts'

const of = (words: Record<string, number>) => {
  const known = vocabulary()
  for (const [word, pages] of Object.entries(words)) known.add(word, pages)
  return known
}
const wordsOf = (found: readonly { word: string }[]) => found.map(({ word }) => word)

const camps = of({ deport: 9, deported: 40, deporting: 5, deportee: 5, depart: 30, report: 70, depot: 2 })

describe('a vocabulary', () => {
  test('finds words near another, itself among them: the nearest first, then those on more pages', () => {
    expect(camps.near('deport', 1, 9)).toEqual([
      { word: 'deport', distance: 0, pages: 9 },
      { word: 'report', distance: 1, pages: 70 },
      { word: 'depart', distance: 1, pages: 30 },
      { word: 'depot', distance: 1, pages: 2 },
    ])
    expect(wordsOf(camps.near('depotr', 1, 9))).toEqual(['deport', 'depot'])
    expect(wordsOf(camps.near('deport', 2, 6)).slice(4)).toEqual(['deported', 'deportee'])
  })

  test('completes a beginning, the most frequent first, then by letter', () => {
    expect(wordsOf(camps.startingWith('deport', 9))).toEqual(['deported', 'deport', 'deportee', 'deporting'])
    expect(wordsOf(camps.startingWith('', 2))).toEqual(['report', 'deported'])
    expect(camps.startingWith('deportations', 9)).toEqual([])
  })

  test('completes a beginning with a mistake in it, after those without', () => {
    expect(wordsOf(camps.nearStart('depor', 1, 3))).toEqual(['deported', 'deport', 'deportee'])
    expect(wordsOf(camps.nearStart('deporr', 1, 9))).toEqual(['deported', 'deport', 'deportee', 'deporting'])
    expect(wordsOf(camps.nearStart('edport', 1, 9))).toEqual(['deported', 'deport', 'deportee', 'deporting'])
    expect(camps.nearStart('depo', 1, 9).slice(5)).toEqual([
      { word: 'report', distance: 1, pages: 70 },
      { word: 'depart', distance: 1, pages: 30 },
    ])
  })

  test('adds up the pages of a word that it knows', () => {
    const known = of({ riga: 2 })
    known.add('riga', 3)
    expect(known.size).toBe(1)
    expect(known.near('riga', 1, 1)).toEqual([{ word: 'riga', distance: 0, pages: 5 }])
  })

  test('asks of the best words first whether they may be shown, of each once, and of no more than it needs', () => {
    const asked: string[] = []
    const accepts = (word: string) => {
      asked.push(word)
      return word.length > 6
    }
    expect(wordsOf(camps.startingWith('de', 2, accepts))).toEqual(['deported', 'deportee'])
    expect(asked).toEqual(['deported', 'depart', 'deport', 'deportee'])
    expect(camps.near('deport', 1, 2, () => false)).toEqual([])
    expect(camps.near('deport', 1, 0)).toEqual([])
  })

  test('packs words into little more than their letters', () => {
    const known = vocabulary()
    const empty = known.bytes
    for (let n = 0; n < 50_000; n++) known.add(String(100_000_000 + n * 7919), 1)
    const each = (known.bytes - empty) / known.size
    expect(each).toBeGreaterThan(9)
    expect(each).toBeLessThan(32)
    expect(wordsOf(known.startingWith(String(100_000_000 + 49_999 * 7919), 9))).toHaveLength(1)
  })
})

const letter = fc.constantFrom(...'abcжз𝐀𝐁語')
const short = fc.string({ unit: letter, maxLength: 6 })
const long = fc.string({ unit: letter, minLength: 25, maxLength: 32 })
const word = fc.oneof({ weight: 4, arbitrary: short }, { weight: 1, arbitrary: long })
const mistake = fc.tuple(fc.nat(64), fc.nat(2), fc.string({ unit: letter, maxLength: 2 }))

/** Words, of which some are others with mistakes made in them. */
const family = fc
  .array(fc.tuple(word, fc.array(mistake, { maxLength: 2 }), fc.nat(3)), { minLength: 1, maxLength: 12 })
  .map((members) =>
    members.flatMap(([word, mistakes, pages]): [string, number][] => {
      const letters = [...word]
      for (const [at, gone, put] of mistakes) letters.splice(at % (letters.length + 1), gone, ...put)
      return [
        [word, pages],
        [letters.join(''), pages + 1],
      ]
    }),
  )

// Letters enough that the later ones have no number of one byte.
const manyLetters = Array.from({ length: 100 }, (_, n) =>
  String.fromCodePoint(...[0, 1, 2].map((i) => 0x4e00 + n * 3 + i)),
)

function expected(
  words: ReadonlyMap<string, number>,
  distanceOf: (word: string) => number,
  edits: number,
  most: number,
) {
  return [...words]
    .map(([word, pages]) => ({ word, distance: distanceOf(word), pages }))
    .filter(({ distance }) => distance <= edits)
    .sort((a, b) => a.distance - b.distance || b.pages - a.pages || (a.word < b.word ? -1 : 1))
    .slice(0, most)
}

test.each([
  ['letters of few scripts', []],
  ['more letters than bytes', manyLetters],
])('what is found is what the distance by definition finds: %s', (_, others) => {
  const edits = fc.constantFrom<1 | 2>(1, 2)
  fc.assert(
    fc.property(
      family,
      edits,
      fc.integer({ min: 1, max: 8 }),
      fc.nat(),
      short,
      (members, edits, most, nth, start) => {
        const known = vocabulary()
        const words = new Map<string, number>()
        for (const [word, pages] of [...others.map((word): [string, number] => [word, 1]), ...members]) {
          known.add(word, pages)
          words.set(word, (words.get(word) ?? 0) + pages)
        }
        const asked = members[nth % members.length]?.[0] ?? ''
        const accepts = (word: string) => !word.startsWith('a')
        const shown = new Map([...words].filter(([word]) => accepts(word)))
        const distance = (word: string) => distanceByDefinition(asked, word)
        expect(known.size).toBe(words.size)
        expect(known.near(asked, edits, most)).toEqual(expected(words, distance, edits, most))
        expect(known.near(asked, edits, most, accepts)).toEqual(expected(shown, distance, edits, most))
        const startDistance = (word: string) => startDistanceByDefinition(start, word)
        expect(known.startingWith(start, most)).toEqual(expected(words, startDistance, 0, most))
        expect(known.nearStart(start, edits, most)).toEqual(expected(words, startDistance, edits, most))
        expect(known.nearStart(start, edits, most, accepts)).toEqual(
          expected(shown, startDistance, edits, most),
        )
      },
    ),
    { numRuns: isLong ? 200 : 60 },
  )
})
