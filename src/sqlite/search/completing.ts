import { analyse } from '../../domain/analysis/analyse.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { Suggestion } from '../../ports/search-index.ts'
import type { Connection } from '../open-database.ts'
import type { Reach } from './collect.ts'
import type { Asked, Ground } from './ground.ts'
import { titlesOf } from './titles.ts'
import { visibleWords } from './visible-words.ts'

/** So many titles are read at once, and so often. */
const titlesAtOnce = 200
const mostTimes = 20
/** Shorter beginnings are completed as they are; so few letters are like too many others. */
const shortestMistyped = 4
/** So many words that a mistyped one may be are completed. */
const mostMistyped = 3

/** Completes what is being typed: only to what stands in something within reach. */
export function completing(db: Connection, ground: Ground) {
  const { held, vocabulary } = ground
  const readTitles = titlesOf(db)
  const { isSeen, nearest } = visibleWords(ground)

  /** The documents in whose descriptions words stand, the oldest first, some at a time. */
  function* described(words: readonly string[], reach: Reach, asked: Asked): Generator<Set<number>> {
    const [last = '', ...before] = words.toReversed()
    const parts = [...before.map(aWord), aBeginning(last)]
    const root: SearchNode = parts.length === 1 ? aBeginning(last) : { kind: 'and', parts, column: 1 }
    const { rows } = ground.find(root, asked, reach).found
    const { readings } = held
    let keys = new Set<number>()
    for (let at = 0; at < rows.size; at++) {
      const row = rows.ids[at] ?? 0
      if (readings.states[readings.state[row] ?? 0]?.kind !== 'description' || !reach.rows(row)) continue
      keys.add(readings.document[row] ?? 0)
      if (keys.size < titlesAtOnce) continue
      yield keys
      keys = new Set()
    }
    yield keys
  }

  function titles(words: readonly string[], most: number, reach: Reach, asked: Asked): Suggestion[] {
    const found = new Set<string>()
    let times = 0
    for (const keys of described(words, reach, asked)) {
      for (const title of readTitles(keys).values()) if (holds(title, words)) found.add(title)
      if (found.size >= most || ++times === mostTimes || !asked.inTime()) break
    }
    return [...found].slice(0, most).map((value) => ({ kind: 'title', value }))
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

  const named = (written: readonly string[], most: number, reach: Reach, asked: Asked): Suggestion[] => [
    ...([...(written.at(-1) ?? '')].length < 3 ? [] : titles(written, most, reach, asked)),
    ...names('creator', written, most, reach),
    ...names('subject', written, most, reach),
  ]

  /** The words that begin so, or, where none does, those whose beginning is mistyped so. */
  function words(beginning: string, most: number, reach: Reach, asked: Asked) {
    const known = vocabulary.read(asked.inTime).words
    const accepts = (word: string) => isSeen(word, reach, asked)
    const begun = known.startingWith(beginning, most, accepts)
    const isMistyped = begun.length === 0 && [...beginning].length >= shortestMistyped
    const found = isMistyped ? known.nearStart(beginning, 1, most, accepts) : begun
    return { found: found.map(({ word }) => word), isMistyped }
  }

  /** Titles, names, subjects and words that begin like a text, `most` of each kind at most. */
  return (text: string, most: number, reach: Reach, asked: Asked): Suggestion[] => {
    const written = analyse(text, null).map(({ word }) => word)
    const last = written.at(-1)
    if (last === undefined) return []
    const { found, isMistyped } = words(last, most, reach, asked)
    const suggestions = found.map((value): Suggestion => ({ kind: 'word', value }))
    const asWritten = named(written, most, reach, asked)
    if (asWritten.length > 0) return [...asWritten, ...suggestions]
    const before = written
      .slice(0, -1)
      .map((word) => (isSeen(word, reach, asked) ? word : (nearest(word, reach, asked) ?? word)))
    for (const other of isMistyped ? found.slice(0, mostMistyped) : [last]) {
      const meant = named([...before, other], most, reach, asked)
      if (meant.length > 0) return [...meant, ...suggestions]
    }
    return suggestions
  }
}

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
