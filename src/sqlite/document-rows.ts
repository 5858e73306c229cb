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

type ViewRow = { document: number; view: string }
type WitnessRow = { document: number; id: string; label: string }
type Reckoned = { document: number; pages: number; job: string | null }
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
  o.id as duplicate, od.id as duplicate_document, f.uploaded_by, f.uploaded_at`
const besideFile = `
  join document d on d.key = f.document join witness w on w.key = f.witness
  left join file o on o.key = f.duplicate_of left join document od on od.key = o.document`

/** Documents put together from their rows, shared by who reads and who writes them. */
export function documentRows(db: Connection) {
  const claims = claimRows(db)
  const authorities = authorityRows(db)
  const notes = documentNotes(db)
  const byId = db.prepare<[string], DocumentRow>('select * from document where id = ?')
  const selectViews = db.prepare<[string], ViewRow>(`
    select s.document, json_remove(s.view, '$.findable') as view
    from json_each(?) k cross join description s on s.document = k.value`)
  const selectWitnesses = db.prepare<[string], WitnessRow>(`
    select w.document, w.id, coalesce(w.said_label, w.label) as label
    from json_each(?) k cross join witness w on w.document = k.value order by w.ordinal`)
  const selectFiles = db.prepare<[string], FileRow>(`
    select ${fileColumns} from json_each(?) k cross join file f on f.document = k.value ${besideFile}
    order by f.ordinal`)
  const selectFile = db.prepare<[string], FileRow>(
    `select ${fileColumns} from file f ${besideFile} where f.id = ?`,
  )
  const reckon = db.prepare<[string], Reckoned>(`
    select k.value as document,
      (select count(distinct wp.page) from witness w join witness_page wp on wp.witness = w.key where w.document = k.value) as pages,
      (select id from job where document = k.value and kind = 'ingest' order by key desc limit 1) as job
    from json_each(?) k`)
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

  function descriptions(keys: string) {
    const views = new Map(selectViews.all(keys).map(({ document, view }) => [document, view]))
    return ({ key }: DocumentRow): Description => ({ disputed: [], ...JSON.parse(views.get(key) ?? '{}') })
  }

  /** Reads the parts of some documents at once; what is returned puts any of these together. */
  function parts(keys: string) {
    const files = Map.groupBy(selectFiles.all(keys).map(toFile), ({ witness }) => witness)
    const witnesses = Map.groupBy(selectWitnesses.all(keys), ({ document }) => document)
    const reckoned = new Map(reckon.all(keys).map((one) => [one.document, one]))
    return (row: DocumentRow, description: Description, notes: DocumentNote[]): DocumentRecord => ({
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
      pageCount: reckoned.get(row.key)?.pages ?? 0,
      witnesses: (witnesses.get(row.key) ?? []).map(
        ({ id, label }): Witness => ({ id, label, files: files.get(id) ?? [] }),
      ),
      notes,
      job: reckoned.get(row.key)?.job ?? null,
    })
  }

  function putTogether(rows: readonly DocumentRow[]) {
    const keys = keysOf(rows)
    const [record, descriptionOf, noted] = [parts(keys), descriptions(keys), notes.of(keys)]
    return (row: DocumentRow) => record(row, descriptionOf(row), noted.get(row.key) ?? [])
  }

  return {
    row: (id: string): DocumentRow | undefined => byId.get(id),
    description: (row: DocumentRow): Description => descriptions(keysOf([row]))(row),
    record: (row: DocumentRow): DocumentRecord => putTogether([row])(row),
    /** The documents of many rows, in their order. */
    records: (rows: readonly DocumentRow[]): DocumentRecord[] => rows.map(putTogether(rows)),
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
      return parts(keysOf([row]))(row, description, notes.asOf(row, then, asOf))
    },
    /** All files of a document, whatever witness they belong to. */
    files: (documentKey: number): StoredFile[] => selectFiles.all(`[${documentKey}]`).map(toFile),
    around: (row: DocumentRow): string[] => selectAllAround.all(row.key),
    claims: (row: DocumentRow): Claim[] => claims.ofDocument(row.key),
    file(id: string): StoredFile | null {
      const row = selectFile.get(id)
      return row ? toFile(row) : null
    },
  }
}

const keysOf = (rows: readonly DocumentRow[]) => JSON.stringify(rows.map(({ key }) => key))

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
