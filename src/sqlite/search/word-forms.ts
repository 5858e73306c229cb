import { type Language, languages } from '../../domain/language/language.ts'
import { once } from '../../domain/ranking/postings.ts'
import { inOtherScript } from '../../domain/transliteration/in-other-script.ts'
import type { Connection } from '../open-database.ts'
import { mayHaveToken, stemToken } from '../terms.ts'
import type { HeardWords } from '../word-news.ts'
import { heldStems } from './held-stems.ts'
import type { Form } from './word-lists.ts'

/** More forms than any word has would only make a query slow. */
const mostForms = 60
const mostBatches = 200
/** To look up a word anew takes less time than to find the stems of all words in so many batches. */
const mostNewBatches = 300
const mostRemembered = 5000

/** So many spellings in the other script, the likeliest, are looked up: they keep 99.5 % of those that lead back. */
const mostSpellings = 20

/** And so many one by one, in texts of any language. */
const mostLookedUp = 5

/** What another form of a word, and what it is in another script, counts beside the word itself. */
const inflectedWeight = Math.round(once * 0.64)

type Batch = { language: Language; words: string }

/** The stems' tokens of a batch of words, as far as the writer told them. */
type ToldStems = Pick<HeardWords, 'takeStems' | 'forgetStems'>
/** The forms of words by what tells in a new text that it has another: a stem's token, or a spelling. */
type Watched = Map<string, Set<string>[]>

/**
 * The forms in which words stand in the index: in whichever language each may be a word, and, if wanted, in the other
 * script. They are looked up once and grow with the words of new readings, which must be told; stems that were `heard` are not
 * found again. Words that may not stand in the index need not be looked up.
 */
export function wordForms(
  db: Connection,
  mayStand: (word: string) => boolean = always,
  heard: ToldStems = untold,
) {
  const batches = db.prepare<[string], Batch>(`
    select b.language, b.words from term_stem s join term_batch b on b.rowid = s.rowid
    where s.term_stem match ? order by s.rowid limit ${mostBatches}`)
  const newBatches = db.prepare<[number], Batch & { batch: number }>(
    `select rowid as batch, language, words from term_batch where rowid > ? order by rowid limit ${mostNewBatches}`,
  )
  const newestBatch = db.prepare<[], number>('select coalesce(max(rowid), 0) from term_batch').pluck()
  db.exec('create virtual table if not exists temp.reading_term using fts5vocab(main, reading_fts, row)')
  const stands = db.prepare<[string], number>('select 1 from temp.reading_term where term = ?').pluck()
  const inflections = new Map<string, Set<string>>()
  const transliterations = new Map<string, Set<string>>()
  const byToken: Watched = new Map()
  const bySpelling: Watched = new Map()
  const stems = heldStems(db)
  /** All later batches are new to what is known here. */
  let upToBatch = 0

  const isFollowed = () => byToken.size > 0 || stems.isBegun()

  function clear(): void {
    stems.clear()
    for (const map of [inflections, transliterations, byToken, bySpelling]) map.clear()
  }

  const add = (forms: Set<string>, word: string) => void (forms.size <= mostForms && forms.add(word))

  /** Adds the words that share their stems with some, in any language: those that are there, and those to come. */
  function addForms(forms: Set<string>, words: readonly string[]): void {
    const tokens = new Set(
      words.flatMap((word) => languagesOf(word).map((language) => stemToken(word, language))),
    )
    if (tokens.size === 0) return
    if (!isFollowed()) upToBatch = newestBatch.get() ?? 0
    for (const token of tokens) watch(byToken, token, forms)
    const there = [...tokens].filter(stems.mayStand)
    if (there.length === 0) return
    const expression = there.map((token) => `"${token}"`).join(' OR ')
    for (const { language, words } of batches.iterate(expression))
      for (const word of words.split(' ')) {
        const isNear = there.some((token) => mayHaveToken(word, language, token))
        if (isNear && tokens.has(stemToken(word, language))) add(forms, word)
      }
  }

  /** Takes in the stems of words that are new to the index. */
  function takeIn(): void {
    if (!isFollowed()) {
      heard.forgetStems()
      return
    }
    const fresh = newBatches.all(upToBatch)
    if (fresh.length === mostNewBatches) {
      heard.forgetStems()
      clear()
      return
    }
    for (const { batch, language, words } of fresh) {
      const each = words.split(' ')
      const tokens =
        heard.takeStems(batch, language, words)?.split(' ') ?? each.map((word) => stemToken(word, language))
      for (const [at, token] of tokens.entries()) {
        stems.add(token)
        for (const forms of byToken.get(token) ?? []) add(forms, each[at] ?? '')
      }
      upToBatch = batch
    }
  }

  const inflected = (word: string, inTime: () => boolean) =>
    remembered(inflections, word, inTime, (forms) => {
      forms.add(word)
      addForms(forms, [word])
    })

  const transliterated = (written: string, inTime: () => boolean) =>
    remembered(transliterations, written, inTime, (forms) => {
      const spellings = inOtherScript(written, mostSpellings)
      addForms(forms, spellings)
      // Pages whose language could not be told have no stems.
      for (const word of spellings.slice(0, mostLookedUp)) {
        watch(bySpelling, word, forms)
        if (mayStand(word) && stands.get(word) === 1) forms.add(word)
      }
    })

  function remembered(
    known: Map<string, Set<string>>,
    word: string,
    inTime: () => boolean,
    lookUp: (forms: Set<string>) => void,
  ): Set<string> | null {
    const before = known.get(word)
    if (before) return before
    if (!inTime()) return null
    if (known.size >= mostRemembered) clear()
    const forms = new Set<string>()
    known.set(word, forms)
    lookUp(forms)
    return forms
  }

  return {
    /**
     * The word itself, given folded and as it was written, is the first; not all of the others are there where `inTime`, asked
     * before any is looked up, says that time is up.
     */
    of(
      word: string,
      written: string,
      otherScript: boolean,
      inTime: () => boolean = always,
    ): { forms: Form[]; areAll: boolean } {
      takeIn()
      const found = [inflected(word, inTime), otherScript ? transliterated(written, inTime) : []]
      const words = new Set([word, ...found.flatMap((forms) => [...(forms ?? [])])])
      const forms = [...words].map((form) => ({
        word: form,
        weight: form === word ? once : inflectedWeight,
      }))
      return { forms, areAll: !found.includes(null) }
    },
    isEmpty: (): boolean => !isFollowed() && bySpelling.size === 0,
    /** Reads bit by bit which stems there are, so that forms are found with less work; false once there is no more. */
    readSome(): boolean {
      takeIn()
      if (!isFollowed()) upToBatch = newestBatch.get() ?? 0
      return stems.readSome()
    },
    /** Takes in words of new readings. */
    add(words: readonly string[]): void {
      if (bySpelling.size === 0) return
      for (const word of words) for (const forms of bySpelling.get(word) ?? []) forms.add(word)
    },
    /** Forgets all forms, to look them up anew. */
    clear,
  }
}

const always = () => true

const untold: ToldStems = { takeStems: () => null, forgetStems() {} }

function watch(watched: Watched, by: string, forms: Set<string>): void {
  const known = watched.get(by)
  if (known) known.push(forms)
  else watched.set(by, [forms])
}

const cyrillic = /^\p{Script=Cyrillic}/u

/** The languages that a word's letters allow. */
const languagesOf = (word: string): readonly Language[] =>
  languages.filter((language) => (language === 'ru') === cyrillic.test(word))
