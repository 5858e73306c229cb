import { type Model, ourModel, type Population, scored } from '../../domain/ranking/bm25.ts'
import type { Listed } from '../../domain/ranking/listed.ts'
import { between, countUpTo, once } from '../../domain/ranking/postings.ts'
import { inflect, isCut } from '../../domain/search/inflect.ts'
import type { FieldNode, NearNode, SearchNode } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import type { HeardWords } from '../word-news.ts'
import { certainty, type Sight } from './certain.ts'
import { type DocumentSet, documentsWhere } from './document-set.ts'
import { evaluate, type Found, type Sources, standing, surelyStanding } from './evaluate.ts'
import { fieldSets } from './fields.ts'
import { kindNumbers } from './held-readings.ts'
import { heldWords } from './held-words.ts'
import { holdings } from './holdings.ts'
import { newWords } from './keep-up.ts'
import type { Memory } from './memory.ts'
import { pagesInLanguage } from './page-languages.ts'
import { populations } from './population.ts'
import { recentWords } from './recent-words.ts'
import { rowLists } from './row-lists.ts'
import { settling } from './settling.ts'
import { warming } from './warming.ts'
import { wordForms } from './word-forms.ts'
import { type Form, wordLists } from './word-lists.ts'

/** So many words like one are looked for. */
const mostMisread = 200
/** What a word counts by how many letters it differs: so little that no page with the word itself comes after it. */
const fuzzyWeights = [once, 2, 1]

/** Of its time a query spends so much on reading words at most, so that some is left to look for those like one. */
const shareForWords = 1 / 2

/** How common words are, as of the rows up to one. */
export type Statistics = { upTo: number; population: Population }

/**
 * Which state of the index a query is put to, and how it ranks: as of the last row unless by other `statistics`. Rows up to `after`
 * are passed over. `inTime` tells whether there is time left, or of a share of all time.
 */
export type Asked = {
  upTo: number
  after?: number
  statistics?: Statistics
  model?: Model
  otherScript: boolean
  inTime(share?: number): boolean
}

const always = () => true

export type Ground = ReturnType<typeof searchGround>

/** What searches stand on: the archive held in memory, lists of words, and how both follow what is written. */
export function searchGround(
  db: Connection,
  memory: Memory,
  {
    mostForWords,
    heard,
    rowsAtFirst,
    mostRecent,
  }: {
    mostForWords: number
    heard: HeardWords | null
    rowsAtFirst?: number
    mostRecent?: number | undefined
  },
) {
  const archive = holdings(db)
  const { held } = archive
  const recent = recentWords()
  const words = wordLists(db, memory, recent)
  const rows = rowLists(db, memory, recent, rowsAtFirst)
  const vocabulary = heldWords(db, mostForWords, recent.untold)
  const forms = wordForms(db, vocabulary.mayStand, heard ?? undefined)
  const warmed = warming(
    vocabulary.commonest,
    (word) => inflected(word, word, true, always),
    () => !memory.isHalfFull(),
  )
  const inField = fieldSets(db, held.documents)
  const news = newWords(db, heard, recent)
  const settled = settling({ lists: [words, rows], vocabulary, recent }, mostRecent)
  const certainly = certainty(db)
  const populationAt = populations(held.readings)
  const statisticsAt = (upTo: number): Statistics => ({ upTo, population: populationAt(upTo) })
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
      settled.stop()
      return void news.clear(last)
    }
    const fresh = recent.takeFresh(last)
    forms.add(fresh.map(([word]) => word))
    vocabulary.add(fresh)
    if (settled.isOverdue()) settled.settle(last, always)
  }

  const widenedNear = (node: NearNode, otherScript: boolean, inTime: () => boolean): NearNode => {
    const widened = widen(node, otherScript, inTime)
    return widened.kind === 'near' ? widened : node
  }

  const widen = (node: SearchNode, otherScript: boolean, inTime = always): SearchNode =>
    inflect(node, (word, written) => formsOf(word, written, otherScript, inTime))

  const formsOf = (word: string, written: string, otherScript: boolean, inTime: () => boolean) =>
    forms.of(word, written, otherScript, inTime).forms.map((form) => form.word)

  function sourcesOf(
    { upTo, after = 0, statistics = statisticsAt(upTo), model = ourModel, otherScript, inTime }: Asked,
    { seen }: Sight,
  ): Sources & { exact(): boolean; lookedFor(): string } {
    let exact = true
    // How many rows of a list there were by the statistics is told by the later ones, too.
    const passedOver = Math.min(after, statistics.upTo)
    const lookedFor: string[] = []
    // Its columns are others when they have grown.
    const population = { ...statistics.population, words: held.readings.words, sort: held.readings.kind }
    /** Asked only while there is more to look for. */
    const goesOn = (share?: number) => {
      const isTime = inTime(share)
      exact &&= isTime
      return isTime
    }
    const inFields = new Map<FieldNode, { set: DocumentSet; isWhole: boolean }>()
    const sources: Sources = {
      readings: held.readings,
      seen,
      after,
      upTo,
      documents: held.documents.last,
      scored({ list, before }, from, to) {
        const rows = before + (statistics.upTo >= upTo ? to : countUpTo(list, statistics.upTo))
        return scored(between(list, from, to), rows, model, population)
      },
      word(node) {
        const [word = ''] = node.words
        if (node.kind === 'fuzzy') return misread(word, node.edits)
        if (node.exact) return plainWord(word)
        const listed = inflected(word, node.text, otherScript, goesOn, passedOver)
        lookedFor.push(listed.forms)
        return listed
      },
      plainWord,
      rows: (node) => rows.list(node, held.readings.last, goesOn, passedOver),
      uncertain: (node, bound) =>
        bound === 'most' ? standing(node, sources) : surelyStanding(node, sources),
      widenNear: (node) => widenedNear(node, otherScript, goesOn),
      isCut: (node) => isCut(widenedNear(node, otherScript, goesOn)),
      inField(node, mayHold) {
        const { set, isWhole } = inFields.get(node) ?? lookUp(node)
        return isWhole || !mayHold ? set : documentsWhere(held.documents.last, () => true)
      },
      inLanguage: ({ part }) => pagesInLanguage(held.readings, upTo, part),
    }
    function plainWord(word: string): Listed {
      return words.list(`plain ${word}`, [{ word, weight: once }], held.readings.last, goesOn, passedOver)
    }

    /** A word and the words that recognisers may have made of it; those count next to nothing beside itself. */
    function misread(word: string, edits: 1 | 2): Listed {
      const known = vocabulary.read(() => goesOn(shareForWords))
      const near = known.words.near(word, edits, mostMisread + 1)
      exact &&= near.length <= mostMisread
      const others = near
        .slice(0, mostMisread)
        .map((other): Form => ({ word: other.word, weight: fuzzyWeights[other.distance] ?? 1 }))
      const listed = words.list(`${word}~${edits}`, others, held.readings.last, goesOn, passedOver)
      return known.exact ? listed : { ...listed, upTo: 0 }
    }

    function lookUp(node: FieldNode) {
      const before = exact
      exact = true
      const set = inField(
        node,
        (part) => widen(part, otherScript, goesOn),
        (part) => describedIn(evaluate(part, sources).rows),
        goesOn,
      )
      const found = { set, isWhole: exact }
      exact &&= before
      inFields.set(node, found)
      return found
    }

    return { ...sources, exact: () => exact, lookedFor: () => lookedFor.join(', ') }
  }

  /** Where a word stands in any form, and in which forms it was looked for. */
  function inflected(
    word: string,
    written: string,
    otherScript: boolean,
    inTime: () => boolean,
    after = 0,
  ): Listed & { forms: string } {
    const name = otherScript ? `in any script ${written}` : `inflected ${word}`
    const known = forms.of(word, written, otherScript, inTime)
    const listed = words.list(name, known.forms, held.readings.last, inTime, after)
    return {
      ...(known.areAll ? listed : { ...listed, upTo: 0 }),
      forms: known.forms.map((form) => form.word).join(' '),
    }
  }

  /** The documents of which some rows may hold the description; of rows that are gone it is not always known. */
  function describedIn({ ids, size }: Found['rows']): number[] {
    const { kind, document } = held.readings
    const keys = new Set<number>()
    for (let at = 0; at < size; at++) {
      const row = ids[at] ?? 0
      if (kind[row] === kindNumbers.page || kind[row] === kindNumbers.annotation) continue
      keys.add(document[row] ?? 0)
    }
    return [...keys]
  }

  return {
    held,
    vocabulary,
    /** Reads some of what makes searches faster that nobody has asked yet; false once there is no more. */
    readSome: (): boolean => forms.readSome() || vocabulary.readSome(),
    warmSome: warmed.warmSome,
    /** Lets lists grow by recent rows where these are many, as long as there is time. */
    settle: (inTime: () => boolean): void => settled.settle(held.readings.last, inTime),
    /** A word and its other forms that stand in the index. */
    formsOf: (word: string): string[] => formsOf(word, word, false, always),
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
    statisticsAt,
    /** What a query finds; `lookedFor` tells in which forms its words were looked for. */
    find(root: SearchNode, asked: Asked, reach: Sight): { found: Found; exact: boolean; lookedFor: string } {
      const sources = sourcesOf(asked, reach)
      const { found, exact } = certainly(root, sources, reach, asked.inTime)
      return { found, exact: exact && sources.exact(), lookedFor: sources.lookedFor() }
    },
  }
}
