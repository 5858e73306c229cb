import { hash } from 'node:crypto'
import { packWords } from '../domain/page/pack-words.ts'
import type { PlacedWords } from '../domain/page/placed-words.ts'
import { writeIndex } from './index-last.ts'
import type { Connection } from './open-database.ts'
import { terms } from './terms.ts'
import { utf8 } from './utf8.ts'
import { wordNews } from './word-news.ts'

export type NewReading = {
  kind: 'page' | 'description' | 'annotation'
  document: number
  page?: number | null
  /** The row of what is read: a text revision's or an annotation's key. */
  revision?: number | null
  layer?: string | null
  language?: string | null
  audience: string
  /** Folded words joined by spaces. */
  words: string
  /** The text that they were made from, where that is not the revision's own. */
  masked?: { content: string; placed: PlacedWords | null } | null
}

/** What a reading's row keeps of its words (the same as UTF-8), so that the index can be checked against the text. */
export const hashOfWords = (words: string | Uint8Array): Buffer =>
  hash('sha256', words, 'buffer').subarray(0, 16)

function countWords(words: string): number {
  let count = words === '' ? 0 : 1
  for (let at = words.indexOf(' '); at !== -1; at = words.indexOf(' ', at + 1)) count++
  return count
}

/** The rows of the full-text index and the readings they stand for, always written together. */
export function readings(db: Connection) {
  const known = terms(db)
  const tell = wordNews(db)
  const insert = db.prepare(`
    insert into reading (kind, document, page, revision, layer, language, audience, text_hash, words, masked)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const keepMasked = db.prepare('insert into masked_text (content, words) values (?, ?)')
  const index = db.prepare('insert into reading_fts (rowid, body) values (?, ?)')
  const unindex = db.prepare('delete from reading_fts where rowid = ?')
  const close = db.prepare('update reading set entombed_at = ? where rowid = ?')
  const ofDocument = db
    .prepare<[number], number>('select rowid from reading where document = ? and entombed_at is null')
    .pluck()
  const ofKind = db
    .prepare<[number, string], number>(
      'select rowid from reading where document = ? and kind = ? and entombed_at is null',
    )
    .pluck()
  const reclass = db.prepare('update reading set audience = ? where document = ? and entombed_at is null')

  function entomb(rowid: number, at: string): void {
    writeIndex(db, () => unindex.run(rowid))
    close.run(at, rowid)
  }

  /** Adds a reading without its words' stems. */
  function put(reading: NewReading): void {
    const { kind, document, page = null, revision = null, layer = null, language = null } = reading
    const { audience, words, masked = null } = reading
    const bytes = utf8(words)
    const hash = hashOfWords(bytes)
    const kept =
      masked && keepMasked.run(masked.content, masked.placed && packWords(masked.placed)).lastInsertRowid
    const belongs = [kind, document, page, revision, layer, language, audience]
    const { lastInsertRowid } = insert.run(...belongs, hash, countWords(words), kept)
    writeIndex(db, () => index.run(lastInsertRowid, bytes))
    tell(Number(lastInsertRowid), words, hash)
  }

  return {
    put,
    /** Adds a reading and learns its words. */
    add(reading: NewReading): void {
      put(reading)
      known.learn(reading.words, reading.language ?? null)
    },
    entomb,
    entombDocument(document: number, at: string): void {
      for (const rowid of ofDocument.all(document)) entomb(rowid, at)
    },
    entombKind(document: number, kind: NewReading['kind'], at: string): void {
      for (const rowid of ofKind.all(document, kind)) entomb(rowid, at)
    },
    /** Gives all readings of a document another audience class. */
    reclass(document: number, audience: string): void {
      reclass.run(audience, document)
    },
  }
}
