import { carryWords } from '../domain/page/carry-words.ts'
import { packWords, unpackWords } from '../domain/page/pack-words.ts'
import type { PlacedWords } from '../domain/page/placed-words.ts'
import type { Layer } from '../domain/text.ts'
import type { Connection } from './open-database.ts'
import { utf8 } from './utf8.ts'

export type NewRevision = {
  id: string
  page: number
  layer: Layer
  language: string | null
  basedOn: number | null
  content: string
  /** Where its words stand, packed or not; without it they are carried over from a text of the page whose words have places. */
  placed: PlacedWords | Uint8Array | null
  engine: string | null
  by: string
  at: string
}

type Placed = { content: string; words: Buffer }

/** Revisions of pages' texts added, in the transaction of who calls. */
export function revisionRows(db: Connection) {
  const insert = db.prepare(`
    insert into text_revision (id, page, layer, language, based_on, content, words, engine, recorded_by, created_at)
    values (?, ?, ?, ?, ?, cast(? as text), ?, ?, ?, ?)`)
  const newestPlaced = db.prepare<[number, string], Placed>(`
    select content, words from text_revision where page = ? and words is not null
    order by layer = ? desc, key desc limit 1`)
  const unplaced = db.prepare<[number], { key: number; content: string }>(`
    select key, content from text_revision where words is null and layer not like 'translation:%'
      and key in (select max(key) from text_revision where page = ? group by layer)`)
  const place = db.prepare('update text_revision set words = ? where key = ?')
  const placeUnplaced = db.prepare('update text_revision set words = ? where key = ? and words is null')

  // What the file's text is like is told anew when it is at rest.
  const unsign = db.prepare(`
    insert into unsigned_text (file, changed_at) select file, :at from page where key = :page
    on conflict (file) do update set changes = changes + 1, changed_at = excluded.changed_at`)

  // Bound by place, here and for pages and readings: a name is looked up in the object for every row.
  function put(row: NewRevision, words: Uint8Array | null): number {
    const { id, page, layer, language, basedOn, content, engine, by, at } = row
    const belongs = [id, page, layer, language, basedOn]
    return Number(insert.run(...belongs, utf8(content), words, engine, by, at).lastInsertRowid)
  }

  function carried(page: number, layer: Layer, content: string): Uint8Array | null {
    const from = layer.startsWith('translation:') ? undefined : newestPlaced.get(page, layer)
    if (!from) return null
    return packWords(carryWords({ content: from.content, placed: unpackWords(from.words) }, content))
  }

  return {
    /** Gives the words of a revision their places where they had none. */
    place(revision: number, placed: PlacedWords | Uint8Array | null): void {
      if (placed) placeUnplaced.run(packWords(placed), revision)
    },
    /** Adds a revision to a page that has none and returns its key; `unsign` is to be called after the last one. */
    first: (revision: NewRevision): number => put(revision, revision.placed && packWords(revision.placed)),
    /** Notes that it is to be told anew what the text of a page's file is like. */
    unsign(page: number, at: string): void {
      unsign.run({ page, at })
    },
    /** Adds a revision and returns its key. */
    add(revision: NewRevision): number {
      const { page, layer, content, placed, at } = revision
      unsign.run({ page, at })
      return put(revision, placed ? packWords(placed) : carried(page, layer, content))
    },
    /** Gives the words of a page's newest texts that have no places those of another text, which has just come. */
    placeOthers(page: number, from: { content: string; placed: PlacedWords }): void {
      for (const { key, content } of unplaced.all(page)) place.run(packWords(carryWords(from, content)), key)
    },
  }
}
