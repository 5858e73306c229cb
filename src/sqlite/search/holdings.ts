import type { Connection } from '../open-database.ts'
import { readsTree } from './collection-tree.ts'
import {
  type DocumentRow,
  type HeldDocuments,
  holdAstray,
  holdDocument,
  holdPlacing,
  holdRow,
  noDocuments,
} from './held-documents.ts'
import { type HeldReadings, hold, noReadings, type ReadingRow, restate } from './held-readings.ts'

/** What search holds of the archive in memory. */
export type Holdings = {
  readings: HeldReadings
  documents: HeldDocuments
  /** Grows with everything that is written of which a search may tell. */
  version: number
  /** Grows when what was there before comes into sight or goes out of it. */
  sights: number
  /** Grows when anything that is told of documents may have changed. */
  descriptions: number
}

const readingColumns = `rowid, document, page, words, iif(layer = 'astray', layer, kind) as kind, language, audience,
  entombed_at is null as live`
const documentColumns = `d.key, case when d.deleted_at is null then d.audience end as audience,
  s.earliest_day as earliest, s.latest_day as latest, s.type, s.language, s.creator,
  coalesce(s.view -> '$.subjects', '[]') as subjects,
  coalesce(s.view -> '$.findable.collections', iif(s.collection is null, '[]', json_array(s.collection))) as collections,
  s.windows, s.stated, s.claimed`

/** Holds the readings and documents of the index, and follows the archive as it changes. */
export function holdings(db: Connection) {
  const held: Holdings = {
    readings: noReadings(),
    documents: noDocuments(),
    version: 0,
    sights: 0,
    descriptions: 0,
  }
  const version = db.prepare('pragma data_version').pluck()
  const newReadings = db.prepare<[number], ReadingRow>(
    `select ${readingColumns} from reading where rowid > ? order by rowid`,
  )
  const changedReadings = db.prepare<[number], ReadingRow>(`
    select ${readingColumns} from reading
    where rowid in (select key from search_change where seq > ? and subject = 'reading')`)
  const allDocuments = db.prepare<[], DocumentRow>(`
    select ${documentColumns} from document d join description s on s.document = d.key order by d.key`)
  const changedDocuments = db.prepare<[number], DocumentRow>(`
    select ${documentColumns} from document d join description s on s.document = d.key
    where d.key in (select key from search_change where seq > ? and subject = 'document')`)
  const replaced = db.prepare<[number], { seq: number; document: number }>(
    'select seq, document from place_change where seq > ? order by seq',
  )
  const newestChange = db.prepare<[], number>('select coalesce(max(seq), 0) from search_change').pluck()
  const treeRead = readsTree(db)
  let known: unknown = null
  let seenChange = 0
  let seenPlacing = 0
  let isEmpty = true

  function take(row: ReadingRow): void {
    hold(held.readings, row)
    holdRow(held.documents, row.document, row.rowid)
    if (row.kind === 'astray' && row.live) holdAstray(held.documents, row.document, row.rowid)
  }

  function see(row: ReadingRow): void {
    const before = held.readings.state[row.rowid]
    restate(held.readings, row)
    if (held.readings.state[row.rowid] !== before) held.sights++
  }

  function takeAnew(row: DocumentRow): void {
    const { last, audience } = held.documents
    const before = audience[row.key]
    holdDocument(held.documents, row)
    if (row.key > last) return
    held.descriptions++
    if (held.documents.audience[row.key] !== before) held.sights++
  }

  return {
    held,
    /** Takes in what has changed since; to be called within a transaction, so that all that follows sees the same. */
    follow(): void {
      const now = version.get()
      if (now === known) return
      known = now
      const tree = treeRead()
      if (tree !== undefined) held.documents.tree = tree
      const change = newestChange.get() ?? 0
      const { last } = held.readings
      const isAnother = isEmpty || tree !== undefined || change > seenChange
      if (tree !== undefined) held.descriptions++
      if (isEmpty) for (const row of allDocuments.iterate()) holdDocument(held.documents, row)
      else if (change > seenChange) {
        for (const row of changedReadings.iterate(seenChange)) if (row.rowid <= last) see(row)
        for (const row of changedDocuments.iterate(seenChange)) takeAnew(row)
      }
      // Of what was placed before anything was shown nothing is kept.
      if (!isEmpty)
        for (const { seq, document } of replaced.iterate(seenPlacing)) {
          holdPlacing(held.documents, document)
          seenPlacing = seq
        }
      isEmpty = false
      seenChange = change
      for (const row of newReadings.iterate(last)) take(row)
      if (isAnother || held.readings.last > last) held.version++
    },
  }
}
