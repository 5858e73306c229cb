import type { Authority, AuthorityType } from '../domain/authority/authority.ts'
import { describeAuthority, labelOf } from '../domain/authority/describe-authority.ts'
import { resolveView } from '../domain/authority/resolve-view.ts'
import type { Claim } from '../domain/claim.ts'
import type { Known } from '../domain/description.ts'
import { claimRows } from './claim-rows.ts'
import type { Connection } from './open-database.ts'

export type AuthorityRow = {
  key: number
  id: string
  type: AuthorityType
  kind: Authority['kind']
  version: number
  label: string
  view: string
  created_by: string
  created_at: string
  updated_at: string
  survivor: string | null
  merged_at: string | null
}

export const authorityColumns = `a.key, a.id, a.type, a.kind, a.version, a.label, a.view, a.created_by, a.created_at,
  a.updated_at, s.id as survivor, a.merged_at`
export const authorityTables = 'authority a left join authority s on s.key = a.merged_into'

// No time comes after it.
const always = '9999'

/** Agents, places and happenings as rows, shared by who reads and who writes them. */
export function authorityRows(db: Connection) {
  const claims = claimRows(db)
  const byId = db.prepare<[string], AuthorityRow>(
    `select ${authorityColumns} from ${authorityTables} where a.id = ?`,
  )
  const absorbed = db
    .prepare<[string, string], string>(`
      select m.id from authority s join authority m on m.merged_into = s.key where s.id = ? and m.merged_at <= ?
      order by m.key`)
    .pluck()
  const then = 'u.merged_at <= :asOf and u.undone_at > :asOf'
  const survivorThen = db
    .prepare<{ id: string; asOf: string }, string>(`
      select s.id from authority a join undone_merge u on u.authority = a.key join authority s on s.key = u.merged_into
      where a.id = :id and ${then}`)
    .pluck()
  const absorbedThen = db
    .prepare<{ id: string; asOf: string }, string>(`
      select m.id from authority s join undone_merge u on u.merged_into = s.key join authority m on m.key = u.authority
      where s.id = :id and ${then} order by m.key`)
    .pluck()

  /** Whoever stood in the place of a thing, as merges were at a time; a chain of them is followed to its end. */
  function survivorOf(id: string, asOf = always): string {
    const row = byId.get(id)
    const isMerged = row?.survivor && row.merged_at !== null && row.merged_at <= asOf
    const next = isMerged ? row.survivor : asOf === always ? undefined : survivorThen.get({ id, asOf })
    return next ? survivorOf(next, asOf) : id
  }
  /** The ids of a thing and of all that was merged into it by a time, and not taken out again by then. */
  const mergedInto = (id: string, asOf = always): string[] => [
    id,
    ...[...absorbed.all(id, asOf), ...(asOf === always ? [] : absorbedThen.all({ id, asOf }))].flatMap(
      (other) => mergedInto(other, asOf),
    ),
  ]
  const claimsOf = (id: string, asOf = always): Claim[] =>
    mergedInto(id, asOf)
      .flatMap((one) => claims.ofSubject(one, asOf))
      .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))

  return {
    row: (id: string): AuthorityRow | undefined => byId.get(id),
    /** The thing as its row has it; what it names and what was merged is given by what stands in its place. */
    toAuthority: (row: AuthorityRow): Authority => ({
      id: row.id,
      type: row.type,
      kind: row.kind,
      version: row.version,
      view: resolveView(JSON.parse(row.view), (id) => survivorOf(id)),
      mergedInto: row.survivor && survivorOf(row.survivor),
      createdBy: row.created_by,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    }),
    survivorOf,
    mergedInto,
    /** The claims about a thing and about those merged into it, as they stood at a time. */
    claimsOf,
    /** What things are called now. */
    known: {
      nameOf: (id) => byId.get(id)?.label ?? null,
      survivorOf: (id) => survivorOf(id),
    } satisfies Known,
    /** What things were called at a time. */
    knownAsOf: (asOf: string): Known => ({
      survivorOf: (id) => survivorOf(id, asOf),
      nameOf(id) {
        const row = byId.get(id)
        const then = row ? claimsOf(id, asOf) : []
        return row && then.length > 0 ? labelOf(describeAuthority(row.type, then)) : null
      },
    }),
  }
}
