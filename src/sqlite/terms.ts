import { stem } from '../domain/inflection/stem.ts'
import { inflected } from '../domain/language/language.ts'
import type { Connection } from './open-database.ts'

/** So many words of a language are remembered: nearly all of a page's words then cost no statement. */
const mostRemembered = 300_000

type Seen = Map<string, Set<string>>
const remembered = new WeakMap<Connection, Seen>()

/** The words of the index with their stems. */
export function terms(db: Connection) {
  const insert = db.prepare('insert or ignore into term (language, stem, word) values (?, ?, ?)')
  return {
    /** Notes the folded words, joined by spaces, of a text in a language (BCP 47); other languages are not inflected. */
    learn(words: string, tag: string | null): void {
      const language = inflected(tag)
      if (language === null) return
      const known = knownIn(db, language)
      for (const word of words.split(' ')) {
        if (known.has(word) || word === '') continue
        known.add(word)
        insert.run(language, stem(word, language), word)
      }
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
