import { type Audience, audienceClass, sees } from '../domain/audience.ts'
import type { Claim } from '../domain/claim.ts'
import { type Description, describe } from '../domain/description.ts'
import type {
  DocumentNote,
  DocumentRecord,
  FileRole,
  FileState,
  StoredFile,
  Visibility,
  Witness,
} from '../domain/document.ts'
import { authorityRows } from './authority-rows.ts'
import { claimRows } from './claim-rows.ts'
import { documentNotes } from './document-notes.ts'
import { isPlacing } from './filter-sql.ts'
import type { Connection } from './open-database.ts'

export type DocumentRow = {
  key: number
  id: string
  version: number
  visibility: Visibility
  embargo_until: string | null
  restricted_to: string | null
  /** The class of who may see it, as far as the collections in which it lies let them. */
  audience: string
  created_at: string
  updated_at: string
  deleted_at: string | null
}

type WitnessRow = { key: number; id: string; label: string }
type FileRow = {
  id: string
  document: string
  witness: string
  name: string
  media_type: string
  bytes: number
  sha256: string
  role: FileRole
  state: FileState
  error: string | null
  remark: string | null
  mismatch: string | null
  duplicate: string | null
  duplicate_document: string | null
  uploaded_by: string
  uploaded_at: string
}

const fileColumns = `
  f.id, d.id as document, w.id as witness, f.name, f.media_type, f.bytes, f.sha256, f.role, f.state, f.error, f.remark, f.mismatch,
  o.id as duplicate, od.id as duplicate_document, f.uploaded_by, f.uploaded_at
  from file f join document d on d.key = f.document join witness w on w.key = f.witness
  left join file o on o.key = f.duplicate_of left join document od on od.key = o.document`

/** Documents put together from their rows, shared by who reads and who writes them. */
export function documentRows(db: Connection) {
  const claims = claimRows(db)
  const authorities = authorityRows(db)
  const notes = documentNotes(db)
  const byId = db.prepare<[string], DocumentRow>('select * from document where id = ?')
  const selectView = db.prepare<[number], { view: string }>(
    "select json_remove(view, '$.findable') as view from description where document = ?",
  )
  const selectWitnesses = db.prepare<[number], WitnessRow>(
    'select key, id, coalesce(said_label, label) as label from witness where document = ? order by ordinal',
  )
  const selectFiles = db.prepare<[number], FileRow>(
    `select ${fileColumns} where f.document = ? order by f.ordinal`,
  )
  const selectFile = db.prepare<[string], FileRow>(`select ${fileColumns} where f.id = ?`)
  const countPages = db.prepare<[number], { pages: number }>(`
    select count(distinct wp.page) as pages from witness w join witness_page wp on wp.witness = w.key where w.document = ?`)
  const selectAround = (condition: string) =>
    db
      .prepare<[number], string>(`
        with recursive around (key) as (
          select k.key from claim c join collection k on k.id = c.value ->> '$.collection'
            where c.document = ? and ${isPlacing('c')}
          union select k.parent from around a join collection k on k.key = a.key where k.parent is not null)
        select k.id from around a join collection k on k.key = a.key where ${condition} order by k.key`)
      .pluck()
  const selectNarrowing = selectAround("k.visibility <> 'public'")
  const selectAllAround = selectAround('true')
  const classOfCollection = db
    .prepare<[string], string>('select audience from collection where id = ?')
    .pluck()
  const selectJob = db.prepare<[number], { id: string }>(
    "select id from job where document = ? and kind = 'ingest' order by key desc limit 1",
  )

  const viewOf = (row: DocumentRow): Description => ({
    disputed: [],
    ...JSON.parse(selectView.get(row.key)?.view ?? '{}'),
  })

  function record(row: DocumentRow, description: Description, notes: DocumentNote[]): DocumentRecord {
    const files = selectFiles.all(row.key).map(toFile)
    const witnesses: Witness[] = selectWitnesses
      .all(row.key)
      .map(({ id, label }) => ({ id, label, files: files.filter((file) => file.witness === id) }))
    return {
      id: row.id,
      version: row.version,
      visibility: row.visibility,
      embargoUntil: row.embargo_until,
      group: row.restricted_to,
      narrowedBy: isNarrowed(row) ? selectNarrowing.all(row.key) : [],
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      deletedAt: row.deleted_at,
      description,
      pageCount: countPages.get(row.key)?.pages ?? 0,
      witnesses,
      notes,
      job: selectJob.get(row.key)?.id ?? null,
    }
  }

  return {
    row: (id: string): DocumentRow | undefined => byId.get(id),
    description: viewOf,
    record: (row: DocumentRow): DocumentRecord => record(row, viewOf(row), notes.of(row.key)),
    /** The document with its description as its claims, and the names in them, stood at a time; null where it had none. */
    recordAsOf(
      row: DocumentRow,
      { asOf, audience }: { asOf: string; audience: Audience },
    ): DocumentRecord | null {
      const then = claims.ofDocument(row.key, asOf)
      if (then.length === 0) return null
      const was = describe(then, authorities.knownAsOf(asOf))
      const lay = was.collection === null ? 'public' : classOfCollection.get(was.collection)
      const description = lay !== undefined && sees(audience, lay) ? was : { ...was, collection: null }
      return record(row, description, notes.asOf(row, then, asOf))
    },
    /** All files of a document, whatever witness they belong to. */
    files: (documentKey: number): StoredFile[] => selectFiles.all(documentKey).map(toFile),
    around: (row: DocumentRow): string[] => selectAllAround.all(row.key),
    claims: (row: DocumentRow): Claim[] => claims.ofDocument(row.key),
    file(id: string): StoredFile | null {
      const row = selectFile.get(id)
      return row ? toFile(row) : null
    },
  }
}

const isNarrowed = ({ audience, visibility, embargo_until, restricted_to }: DocumentRow) =>
  audience !== audienceClass(visibility, embargo_until, restricted_to)

function toFile(row: FileRow): StoredFile {
  const { media_type, duplicate, duplicate_document, uploaded_by, uploaded_at, ...same } = row
  return {
    ...same,
    mediaType: media_type,
    duplicateOf: duplicate && duplicate_document ? { file: duplicate, document: duplicate_document } : null,
    uploadedBy: uploaded_by,
    uploadedAt: uploaded_at,
  }
}
