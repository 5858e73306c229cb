import { mayHaveStem, stem } from '../domain/inflection/stem.ts'
import { inflected, type Language } from '../domain/language/language.ts'
import { writeIndex } from './index-last.ts'
import { type KnownWords, knownWords } from './known-words.ts'
import type { Connection } from './open-database.ts'
import { termNews } from './word-news.ts'

/** So many words are remembered; one that was forgotten is noted again, which does no harm. */
const mostRemembered = 2_000_000

/** So many batches that were noted before are read whenever words are learned: some milliseconds. */
const readAtOnce = 300

/** So many words are in a batch at most: few, for a query goes through all words of one that holds one of its own. */
export const perBatch = 64

/** The token that leads to the batches with the words of a stem. */
export const stemToken = (word: string, language: Language): string => language + stem(word, language)

/** Whether that may be the token of a word, as soon as it can be told without its stem. */
export const mayHaveToken = (word: string, language: Language, token: string): boolean =>
  token.startsWith(language) && mayHaveStem(word, token.slice(language.length))

/** What is remembered, and the batch up to which it was read what was noted before; null once that is known. */
type Remembered = { words: KnownWords; readTo: number | null }

const remembered = new WeakMap<Connection, Remembered>()

/** The words of the index with their stems. */
export function terms(db: Connection) {
  const insertBatch = db.prepare('insert into term_batch (language, words) values (?, ?)')
  const insertStems = db.prepare('insert into term_stem (rowid, stems) values (?, ?)')
  const notedBefore = db.prepare<[number], { batch: number; language: string; words: string }>(
    `select rowid as batch, language, words from term_batch where rowid > ? order by rowid limit ${readAtOnce}`,
  )
  const tell = termNews(db)

  function note(fresh: readonly string[], language: Language): void {
    const words = fresh.join(' ')
    const { lastInsertRowid } = insertBatch.run(language, words)
    const stems = fresh.map((word) => stemToken(word, language)).join(' ')
    tell(Number(lastInsertRowid), language, words, stems)
    writeIndex(db, () => insertStems.run(lastInsertRowid, stems))
  }

  /** Reads on which words were noted before: the first ones are the commonest. */
  function readSome(known: Remembered): void {
    if (known.readTo === null) return
    const batches = notedBefore.all(known.readTo)
    for (const { language, words } of batches) known.words.add(words, language)
    const isRead = batches.length < readAtOnce || known.words.isHalfFull()
    known.readTo = isRead ? null : (batches.at(-1)?.batch ?? null)
  }

  return {
    /** Notes folded words, joined by spaces, of texts in a language (BCP 47); those of other languages are not inflected. */
    learn(words: string, tag: string | null): void {
      const language = inflected(tag)
      if (language === null) return
      const known = knownTo(db)
      readSome(known)
      const fresh = known.words.newAmong(words, language)
      for (let at = 0; at < fresh.length; at += perBatch) note(fresh.slice(at, at + perBatch), language)
    },
  }
}

/** Remembers no word any more: to be called when a transaction was undone, and with it what was noted in it. */
export const forgetTerms = (db: Connection): void => void remembered.delete(db)

function knownTo(db: Connection): Remembered {
  const known = remembered.get(db) ?? { words: knownWords(mostRemembered), readTo: 0 }
  remembered.set(db, known)
  return known
}
