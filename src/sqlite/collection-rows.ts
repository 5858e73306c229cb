import type { Collection, Level, Unit } from '../domain/collection/collection.ts'
import type { Visibility } from '../domain/document.ts'
import type { Connection } from './open-database.ts'

export type CollectionRow = {
  key: number
  id: string
  version: number
  parent: string | null
  level: Level
  reference_code: string | null
  title: string
  elements: string
  visibility: Visibility
  embargo_until: string | null
  restricted_to: string | null
  audience: string
  created_by: string
  created_at: string
  updated_at: string
}

export const selectCollections = `
  select c.key, c.id, c.version, p.id as parent, c.level, c.reference_code, c.title, c.elements, c.visibility,
    c.embargo_until, c.restricted_to, c.audience, c.created_by, c.created_at, c.updated_at
  from collection c left join collection p on p.key = c.parent`

/** Collections as rows, shared by who reads and who writes them. */
export function collectionRows(db: Connection) {
  const byId = db.prepare<[string], CollectionRow>(`${selectCollections} where c.id = ?`)

  function pathOf(row: CollectionRow): Unit[] {
    const parent = row.parent === null ? undefined : byId.get(row.parent)
    return parent ? [...pathOf(parent), toUnit(parent)] : []
  }
  return {
    row: (id: string): CollectionRow | undefined => byId.get(id),
    pathOf,
    toCollection: (row: CollectionRow): Collection => ({
      ...toUnit(row),
      version: row.version,
      parent: row.parent,
      elements: JSON.parse(row.elements),
      visibility: row.visibility,
      embargoUntil: row.embargo_until,
      group: row.restricted_to,
      path: pathOf(row),
      createdBy: row.created_by,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    }),
  }
}

export const toUnit = (row: CollectionRow): Unit => ({
  id: row.id,
  level: row.level,
  referenceCode: row.reference_code,
  title: row.title,
})
