import type { Source } from '../domain/source/source.ts'
import type { Connection } from './open-database.ts'

export type SourceRow = {
  key: number
  id: string
  version: number
  csl: string | null
  document: string | null
  title: string | null
  created_by: string
  created_at: string
  updated_at: string
}

export const selectSources = `
  select s.key, s.id, s.version, s.csl, d.id as document, v.title, s.created_by, s.created_at, s.updated_at
  from source s left join document d on d.key = s.document left join description v on v.document = s.document`

/** Sources as rows, shared by who reads and who writes them. */
export function sourceRows(db: Connection) {
  const byId = db.prepare<[string], SourceRow>(`${selectSources} where s.id = ?`)
  return { row: (id: string): SourceRow | undefined => byId.get(id) }
}

export const toSource = (row: SourceRow): Source => ({
  id: row.id,
  version: row.version,
  work:
    row.csl === null
      ? { csl: null, document: row.document ?? '', title: row.title ?? 'Untitled' }
      : { csl: JSON.parse(row.csl), document: null },
  createdBy: row.created_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})
