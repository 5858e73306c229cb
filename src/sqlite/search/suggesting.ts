import { analyse } from '../../domain/analysis/analyse.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { Suggestion } from '../../ports/search-index.ts'
import type { Connection } from '../open-database.ts'
import type { Reach } from './collect.ts'
import type { WordNode } from './evaluate.ts'
import type { Asked, Ground } from './ground.ts'
import { titlesOf } from './titles.ts'

const mostTitles = 200
/** Shorter beginnings are completed as they are; so few letters are like too many others. */
const shortestMistyped = 4
/** And to so few too many words are near. */
const shortestCorrected = 3

/** Proposes what may be meant by a beginning, or by words that find nothing: only what stands in something within reach. */
export function suggesting(db: Connection, ground: Ground) {
  const { held, vocabulary } = ground
  const readTitles = titlesOf(db)

  /** Whether something stands anywhere within reach. */
  function stands(part: SearchNode, reach: Reach, asked: Asked): boolean {
    const { rows } = ground.find(part, asked, reach).found
    for (let at = 0; at < rows.size; at++) {
      if (reach.rows(rows.ids[at] ?? 0)) return true
    }
    return false
  }

  const isSeen = (word: string, reach: Reach, asked: Asked) =>
    stands({ kind: 'phrase', text: word, words: [word], exact: false, slop: null, column: 1 }, reach, asked)

  function titles(words: readonly string[], most: number, reach: Reach, asked: Asked): Suggestion[] {
    const [last = '', ...before] = words.toReversed()
    const parts = [...before.map(aWord), aBeginning(last)]
    const root: SearchNode = parts.length === 1 ? aBeginning(last) : { kind: 'and', parts, column: 1 }
    const { rows } = ground.find(root, asked, reach).found
    const keys = new Set<number>()
    for (let at = 0; at < rows.size && keys.size < mostTitles; at++) {
      const row = rows.ids[at] ?? 0
      if (reach.rows(row)) keys.add(held.readings.document[row] ?? 0)
    }
    return [...new Set(readTitles(keys).values())]
      .filter((title) => holds(title, words))
      .slice(0, most)
      .map((value) => ({ kind: 'title', value }))
  }

  /** Creators or subjects, as far as a document within reach bears them. */
  function names(
    kind: 'creator' | 'subject',
    words: readonly string[],
    most: number,
    reach: Reach,
  ): Suggestion[] {
    const { values, subjectSets, creator, subjects, last } = held.documents
    const wanted = new Set(
      values[kind].names.flatMap((name, number) => (number > 0 && holds(name, words) ? [number] : [])),
    )
    const found = new Map<number, number>()
    for (let key = 1; key <= last && wanted.size > 0; key++) {
      const borne = kind === 'creator' ? [creator[key] ?? 0] : (subjectSets.members[subjects[key] ?? 0] ?? [])
      for (const number of borne) {
        if (wanted.has(number) && reach.documents(key)) found.set(number, (found.get(number) ?? 0) + 1)
      }
    }
    return [...found]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most)
      .map(([number]) => ({ kind, value: values[kind].names[number] ?? '' }))
  }

  function words(beginning: string, most: number, reach: Reach, asked: Asked): Suggestion[] {
    const known = vocabulary.read(asked.inTime).words
    const accepts = (word: string) => isSeen(word, reach, asked)
    const exact = known.startingWith(beginning, most, accepts)
    const near =
      exact.length === 0 && beginning.length >= shortestMistyped
        ? known.nearStart(beginning, 1, most, accepts)
        : []
    return [...exact, ...near].map(({ word }) => ({ kind: 'word', value: word }))
  }

  function nearestTo(word: string, reach: Reach, asked: Asked): string | undefined {
    const { length } = [...word]
    if (length < shortestCorrected) return undefined
    const { words } = vocabulary.read(asked.inTime)
    return words.near(word, length < 5 ? 1 : 2, 1, (other) => isSeen(other, reach, asked))[0]?.word
  }

  return {
    /** Titles, names, subjects and words that begin like a text, `most` of each kind at most. */
    suggest(text: string, most: number, reach: Reach, asked: Asked): Suggestion[] {
      const written = analyse(text, null).map(({ word }) => word)
      const last = written.at(-1)
      if (last === undefined) return []
      return [
        ...([...last].length < 3 ? [] : titles(written, most, reach, asked)),
        ...names('creator', written, most, reach),
        ...names('subject', written, most, reach),
        ...words(last, most, reach, asked),
      ]
    },

    /** The query with each word that stands nowhere replaced by the nearest that does; null where nothing helps. */
    instead(text: string, root: SearchNode, reach: Reach, asked: Asked): string | null {
      let said = text
      for (const { node, isNeeded } of wordsOf(root, true).toSorted(fromTheEnd)) {
        const [word = ''] = node.words
        if (stands(node, reach, asked)) continue
        const nearest = nearestTo(word, reach, asked)
        if (nearest === undefined && isNeeded) return null
        if (nearest === undefined) continue
        const begin = [...text].slice(0, node.column - 1).join('').length
        const at = text.indexOf(node.text, begin)
        said = said.slice(0, at) + nearest + said.slice(at + node.text.length)
      }
      return said === text ? null : said
    },
  }
}

type Wanted = { node: WordNode; isNeeded: boolean }

/** The words that a query looks for in any form, and whether nothing is found without each. */
function wordsOf(node: SearchNode, isNeeded: boolean): Wanted[] {
  switch (node.kind) {
    case 'word':
      return node.exact ? [] : [{ node, isNeeded }]
    case 'and':
    case 'near':
      return node.parts.flatMap((part) => wordsOf(part, isNeeded))
    case 'or':
      return node.parts.flatMap((part) => wordsOf(part, false))
    case 'field':
      return wordsOf(node.part, isNeeded)
    default:
      return []
  }
}

const fromTheEnd = (a: Wanted, b: Wanted): number => b.node.column - a.node.column

const aWord = (word: string): SearchNode => ({
  kind: 'word',
  text: word,
  words: [word],
  exact: false,
  column: 1,
})
const aBeginning = (word: string): SearchNode => ({ kind: 'prefix', text: word, words: [word], column: 1 })

/** Whether a name holds the words, the last of which may be the beginning of one. */
function holds(name: string, wanted: readonly string[]): boolean {
  const words = analyse(name, null).map(({ word }) => word)
  const [last = '', ...before] = wanted.toReversed()
  return before.every((word) => words.includes(word)) && words.some((word) => word.startsWith(last))
}
