import type { AnnotationReader } from '../ports/annotations.ts'
import { askedOf } from './annotation-filter.ts'
import {
  type AnnotationRow,
  annotationColumns,
  annotationRows,
  ofSeenDocument,
  toAnnotation,
} from './annotation-rows.ts'
import { audienceParameters } from './audience-sql.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

const visible = `a.deleted_at is null and ${ofSeenDocument}`

/** Annotations, read by a connection that may be read-only. */
export function sqliteAnnotationReader(db: Connection): AnnotationReader {
  const annotations = annotationRows(db)
  // One statement for each set of things that are asked for, so that each has its index.
  const select = prepared((where) =>
    db.prepare<unknown[], AnnotationRow>(
      `${annotationColumns} where a.key > :after and ${visible} and ${where} order by a.key limit :more`,
    ),
  )
  const count = prepared((where) =>
    db
      .prepare<unknown[], number>(
        `select count(*) from annotation a left join document d on d.key = a.document where ${visible} and ${where}`,
      )
      .pluck(),
  )
  const selectOvertaken = db.prepare<unknown[], AnnotationRow>(`
    ${annotationColumns} where a.key < :before and ${visible} and a.anchor is not null and a.page is not null
      and exists (select 1 from text_revision n where n.page = a.page and n.key > a.revision)
    order by a.key desc limit :more`)
  return {
    async find(id) {
      const row = annotations.byId(id)
      return row ? toAnnotation(row) : null
    },
    obtainedFrom: async (audience, iris) => annotations.obtainedFrom(audience, iris),
    async list(audience, filter, slice) {
      const { where, parameters } = askedOf(filter)
      const rows = select(where).all({
        ...audienceParameters(audience),
        ...parameters,
        after: keyOfCursor(slice.cursor, 0),
        more: slice.limit + 1,
      })
      return listing(rows, slice, (row) => row.key, toAnnotation)
    },
    async overtaken(audience, slice) {
      const before = keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER)
      const rows = selectOvertaken.all({ ...audienceParameters(audience), before, more: slice.limit + 1 })
      return listing(rows, slice, (row) => row.key, toAnnotation)
    },
    async count(audience, filter) {
      const { where, parameters } = askedOf(filter)
      return count(where).get({ ...audienceParameters(audience), ...parameters }) ?? 0
    },
  }
}

/** Prepares each statement when it is first needed, and the one without conditions now. */
function prepared<S>(prepare: (where: string) => S): (where: string) => S {
  const all = new Map([['true', prepare('true')]])
  return (where) => {
    const known = all.get(where)
    if (known) return known
    const made = prepare(where)
    all.set(where, made)
    return made
  }
}
