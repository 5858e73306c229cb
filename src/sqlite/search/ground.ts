import { type Model, ourModel } from '../../domain/ranking/bm25.ts'
import { once } from '../../domain/ranking/postings.ts'
import { inflect, isCut } from '../../domain/search/inflect.ts'
import type { FieldNode, NearNode, SearchNode } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import type { HeardWords } from '../word-news.ts'
import { certainty, type Sight } from './certain.ts'
import type { DocumentSet } from './document-set.ts'
import { evaluate, type Found, type Sources, standing, surelyStanding } from './evaluate.ts'
import { fieldSets } from './fields.ts'
import { heldWords } from './held-words.ts'
import { holdings } from './holdings.ts'
import { newWords } from './keep-up.ts'
import { keptScores } from './kept-scores.ts'
import type { Memory } from './memory.ts'
import { pagesInLanguage } from './page-languages.ts'
import { populations } from './population.ts'
import { recentWords } from './recent-words.ts'
import { rowLists } from './row-lists.ts'
import { warming } from './warming.ts'
import { wordForms } from './word-forms.ts'
import { type Form, wordLists } from './word-lists.ts'

/** So many words like one are looked for. */
const mostMisread = 200
/** What a word counts by how many letters it differs: so little that no page with the word itself comes after it. */
const fuzzyWeights = [once, 2, 1]

/** After so many recent rows, lists grow to the last, and what was noted of the rows is forgotten. */
const mostRecent = 1000

/** Which state of the index a query is put to, and how it ranks. */
export type Asked = { upTo: number; model?: Model; otherScript: boolean; inTime(): boolean }

export type Ground = ReturnType<typeof searchGround>

/** What searches stand on: the archive held in memory, lists of words, and how both follow what is written. */
export function searchGround(
  db: Connection,
  memory: Memory,
  { mostForWords, heard }: { mostForWords: number; heard: HeardWords | null },
) {
  const archive = holdings(db)
  const { held } = archive
  const recent = recentWords()
  const words = wordLists(db, memory, recent)
  const rows = rowLists(db, memory, recent)
  const forms = wordForms(db)
  const vocabulary = heldWords(db, mostForWords)
  const warmed = warming(
    vocabulary.commonest,
    (word) => inflected(word, word, true),
    () => !memory.isHalfFull(),
  )
  const inField = fieldSets(db, held.documents)
  const news = newWords(db, heard, recent)
  const certainly = certainty(db)
  const populationAt = populations(held.readings)
  const scores = keptScores()
  const begin = db.prepare('begin')
  const commit = db.prepare('commit')

  function follow(): void {
    const before = held.readings.last
    archive.follow()
    const { last } = held.readings
    if (last === before) return
    const nobodyWaits = words.isEmpty() && forms.isEmpty() && !vocabulary.isBegun()
    if (nobodyWaits || news.areTooMany(before) || !news.read(before, last)) {
      // What is read from the index later has the new rows in it.
      words.clear()
      forms.clear()
      vocabulary.clear()
      warmed.again()
      return void news.forget(last)
    }
    const fresh = recent.takeFresh()
    forms.add(fresh)
    if (vocabulary.isBegun()) vocabulary.add(fresh.map((word) => [word, 1]))
    if (recent.size() > mostRecent) settle(last)
  }

  function settle(last: number): void {
    words.settle(last)
    rows.settle(last)
    if (vocabulary.isBegun()) vocabulary.add(furtherRows())
    news.forget(last)
  }

  /** On how many rows words stand beside the one with which each was told of. */
  const furtherRows = () =>
    recent.counts().flatMap(([word, rows]) => (rows > 1 ? [[word, rows - 1] as const] : []))

  const widenedNear = (node: NearNode, otherScript: boolean): NearNode => {
    const widened = widen(node, otherScript)
    return widened.kind === 'near' ? widened : node
  }

  const widen = (node: SearchNode, otherScript: boolean): SearchNode =>
    inflect(node, (word, written) => forms.of(word, written, otherScript).map((form) => form.word))

  function sourcesOf(
    { upTo, model = ourModel, otherScript, inTime }: Asked,
    { seen }: Sight,
  ): Sources & { exact(): boolean } {
    let exact = true
    const inFields = new Map<FieldNode, DocumentSet>()
    const sources: Sources = {
      readings: held.readings,
      seen,
      upTo,
      documents: held.documents.last,
      scored: (list, size) => scores(list, size, model, populationAt(upTo)),
      word(node) {
        const [word = ''] = node.words
        if (node.kind === 'fuzzy')
          return words.list(`${word}~${node.edits}`, misread(word, node.edits), held.readings.last)
        if (node.exact) return plainWord(word)
        return inflected(word, node.text, otherScript)
      },
      plainWord,
      rows(node) {
        const found = rows.list(node, held.readings.last, inTime)
        exact &&= found.exact
        return found.list
      },
      uncertain: (node, bound) =>
        bound === 'most' ? standing(node, sources) : surelyStanding(node, sources),
      widenNear: (node) => widenedNear(node, otherScript),
      isCut: (node) => isCut(widenedNear(node, otherScript)),
      inField(node) {
        const known = inFields.get(node)
        if (known) return known
        const set = inField(
          node,
          (part) => widen(part, otherScript),
          (part) => documentsOf(evaluate(part, sources).rows),
        )
        inFields.set(node, set)
        return set
      },
      inLanguage: ({ part }) => pagesInLanguage(held.readings, upTo, part),
    }
    /** A word and the words that recognisers may have made of it; those count next to nothing beside itself. */
    function misread(word: string, edits: 1 | 2): Form[] {
      const known = vocabulary.read(inTime)
      exact &&= known.exact
      const near = known.words.near(word, edits, mostMisread + 1)
      exact &&= near.length <= mostMisread
      return near
        .slice(0, mostMisread)
        .map((other) => ({ word: other.word, weight: fuzzyWeights[other.distance] ?? 1 }))
    }

    return { ...sources, exact: () => exact }
  }

  const inflected = (word: string, written: string, otherScript: boolean) => {
    const name = otherScript ? `in any script ${written}` : `inflected ${word}`
    return words.list(name, forms.of(word, written, otherScript), held.readings.last)
  }

  const plainWord = (word: string) =>
    words.list(`plain ${word}`, [{ word, weight: once }], held.readings.last)

  function documentsOf({ ids, size }: Found['rows']): number[] {
    const keys = new Set<number>()
    for (let at = 0; at < size; at++) keys.add(held.readings.document[ids[at] ?? 0] ?? 0)
    return [...keys]
  }

  return {
    held,
    vocabulary,
    warmSome: warmed.warmSome,
    /** A word and its other forms that stand in the index. */
    formsOf: (word: string): string[] => forms.of(word, word, false).map((form) => form.word),
    widen,
    /** Does something with the archive as it is now, and as one and the same all the while. */
    asOfNow<T>(work: () => T): T {
      begin.run()
      try {
        follow()
        return work()
      } finally {
        commit.run()
      }
    },
    find(root: SearchNode, asked: Asked, reach: Sight): { found: Found; exact: boolean } {
      const sources = sourcesOf(asked, reach)
      const { found, exact } = certainly(root, sources, reach, asked.inTime)
      return { found, exact: exact && sources.exact() }
    },
  }
}
