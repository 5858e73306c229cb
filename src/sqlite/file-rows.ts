import type { NewFile } from '../ports/documents.ts'
import type { Connection } from './open-database.ts'
import { suggestionOffers } from './suggestion-offers.ts'

/** The batch (its row) to which files belong, and how urgent reading them is beside others. */
export type Lot = { batch: number; priority: number }

type Added = {
  document: number
  witness: number
  files: readonly NewFile[]
  /** The id of the job that covers them all. */
  job: string
  at: string
  actor: string
  lot?: Lot | undefined
}

/** Files named by rows, each with the job that will read it, in the transaction of who calls. */
export function fileRows(db: Connection) {
  const nextOrdinal = db
    .prepare<[number], number>('select coalesce(max(ordinal), 0) + 1 from file where witness = ?')
    .pluck()
  const original = db
    .prepare<[string], number>('select key from file where sha256 = ? order by key limit 1')
    .pluck()
  const twins = db.prepare<[string, number], { id: string; document: number }>(`
    select f.id, f.document from file f join document d on d.key = f.document
    where f.sha256 = ? and f.document <> ? and d.deleted_at is null order by f.key limit 1`)
  const suggest = suggestionOffers(db)
  const insertFile = db.prepare(`
    insert into file (id, document, witness, ordinal, sha256, bytes, name, media_type, role, state, duplicate_of,
      uploaded_by, uploaded_at)
    values (:id, :document, :witness, :ordinal, :sha256, :bytes, :name, :mediaType, :role, 'queued', :duplicateOf,
      :actor, :at)`)
  // It was hashed when it came. (Of a trigger SQLite would search all tables that refer to files, for each.)
  const noteFixity = db.prepare(`
    insert into fixity (sha256, bytes, checked_at, state) values (:sha256, :bytes, :at, 'sound')
    on conflict do nothing`)
  const insertJob = db.prepare(`
    insert into job (id, kind, state, document, file, parent, batch, priority, run_after, created_at)
    values (:id, :kind, 'queued', :document, :file, :parent, :batch, :priority, :at, :at)`)

  /** Offers the first file with the same bytes that another document has. */
  function offerTwin(document: number, id: string, sha256: string, at: string): void {
    const twin = twins.get(sha256, document)
    if (twin) suggest('same-bytes', document, twin.document, { file: id, otherFile: twin.id }, at)
  }

  return {
    add({ document, witness, files, job, at, actor, lot }: Added): void {
      const { batch, priority } = lot ?? { batch: null, priority: 0 }
      const parent = insertJob.run({
        id: job,
        kind: 'ingest',
        document,
        file: null,
        parent: null,
        batch,
        priority,
        at,
      }).lastInsertRowid
      for (const { job: part, ...file } of files) {
        const ordinal = nextOrdinal.get(witness)
        const duplicateOf = original.get(file.sha256) ?? null
        const { lastInsertRowid } = insertFile.run({
          ...file,
          document,
          witness,
          ordinal,
          duplicateOf,
          actor,
          at,
        })
        noteFixity.run({ sha256: file.sha256, bytes: file.bytes, at })
        insertJob.run({
          id: part,
          kind: 'extract',
          document,
          file: lastInsertRowid,
          parent,
          batch,
          priority,
          at,
        })
        if (duplicateOf !== null) offerTwin(document, file.id, file.sha256, at)
      }
    },
  }
}
