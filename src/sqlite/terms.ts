import { stem } from '../domain/inflection/stem.ts'
import { inflected, type Language } from '../domain/language/language.ts'
import type { Connection } from './open-database.ts'

/** So many words of a language are remembered; one that was forgotten is noted again, which does no harm. */
const mostRemembered = 300_000

/** The token that leads to the batches with the words of a stem. */
export const stemToken = (word: string, language: Language): string => language + stem(word, language)

type Seen = Map<string, Set<string>>
const remembered = new WeakMap<Connection, Seen>()

/** The words of the index with their stems. */
export function terms(db: Connection) {
  const insertBatch = db.prepare('insert into term_batch (language, words) values (?, ?)')
  const insertStems = db.prepare('insert into term_stem (rowid, stems) values (?, ?)')
  return {
    /** Notes the folded words, joined by spaces, of a text in a language (BCP 47); other languages are not inflected. */
    learn(words: string, tag: string | null): void {
      const language = inflected(tag)
      if (language === null) return
      const known = knownIn(db, language)
      const fresh: string[] = []
      for (const word of words.split(' ')) {
        if (known.has(word) || word === '') continue
        known.add(word)
        fresh.push(word)
      }
      if (fresh.length === 0) return
      const { lastInsertRowid } = insertBatch.run(language, fresh.join(' '))
      insertStems.run(lastInsertRowid, fresh.map((word) => stemToken(word, language)).join(' '))
    },
  }
}

/** Remembers no word any more: to be called when a transaction was undone, and with it what was noted in it. */
export const forgetTerms = (db: Connection): void => void remembered.delete(db)

function knownIn(db: Connection, language: string): Set<string> {
  const seen: Seen = remembered.get(db) ?? new Map()
  remembered.set(db, seen)
  const known = seen.get(language)
  if (known !== undefined && known.size < mostRemembered) return known
  const fresh = new Set<string>()
  seen.set(language, fresh)
  return fresh
}
