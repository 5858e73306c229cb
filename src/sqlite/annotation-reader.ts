import type { AnnotationCount, AnnotationReader } from '../ports/annotations.ts'
import { annotationEvents } from './annotation-events.ts'
import { type AskedSql, askedOf } from './annotation-filter.ts'
import {
  type AnnotationRow,
  annotationColumns,
  annotationRows,
  ofSeenDocument,
  onlookerParameters,
  shownTo,
  toAnnotation,
} from './annotation-rows.ts'
import { cursorOf, keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

const standing = `a.deleted_at is null and ${shownTo}`
const visible = `${standing} and ${ofSeenDocument}`

/** Annotations, read by a connection that may be read-only. */
export function sqliteAnnotationReader(db: Connection): AnnotationReader {
  const annotations = annotationRows(db)
  // One statement for each set of things that are asked for, so that each has its index.
  const select = prepared(({ from, where, order }) =>
    db.prepare<unknown[], AnnotationRow>(
      `${annotationColumns(from)} where ${order} > :after and ${visible} and ${where} order by ${order} limit :more`,
    ),
  )
  const fromBehind = prepared(({ from, where, order }) =>
    db
      .prepare<unknown[], number>(`
        select ${order} from ${from} left join document d on d.key = a.document
        where ${visible} and ${where} order by ${order} desc limit 1 offset :count`)
      .pluck(),
  )
  // Whether a document is seen is asked once, however many are about it.
  const count = prepared(({ counted, where }) =>
    db
      .prepare<unknown[], number>(`
        select coalesce(sum(c.count), 0) from (
          select a.document, count(*) as count from ${counted} where ${standing} and ${where} group by a.document) c
        left join document d on d.key = c.document where ${ofSeenDocument}`)
      .pluck(),
  )
  const countByPage = db.prepare<unknown[], AnnotationCount>(`
    select p.id as page, (select wp.number from witness_page wp where wp.page = c.page and wp.witness =
      (select key from witness where document = c.document order by ordinal limit 1)) as number, c.count
    from (select a.document, a.page, count(*) as count from annotation a indexed by annotation_standing
      where a.document = (select d.key from document d where d.id = :document and ${ofSeenDocument}) and ${standing}
      group by a.document, a.page) c
    left join page p on p.key = c.page order by number, c.page`)
  // By pages that have got a text since: those that have not are passed over whole.
  const selectOvertaken = db.prepare<unknown[], AnnotationRow>(
    `${annotationColumns(`(
      select page, (select max(key) from text_revision n where n.page = q.page) as newest from (
        select distinct page from annotation where page is not null and anchor is not null and deleted_at is null) q) n
      cross join annotation a on a.page = n.page and a.revision < n.newest and a.anchor is not null`)}
    where a.key < :before and ${visible} order by a.key desc limit :more`,
  )
  const selectAnswers = db
    .prepare<[string], string>(`
      with recursive answering (key) as (
        select a.key from annotation a where a.answers = (select key from annotation where id = ?)
        union select a.key from answering n join annotation a on a.answers = n.key)
      select a.id from answering n cross join annotation a on a.key = n.key order by a.key`)
    .pluck()
  return {
    ...annotationEvents(db),
    async find(id) {
      const row = annotations.byId(id)
      return row ? toAnnotation(row) : null
    },
    obtainedFrom: async (onlooker, iris) => annotations.obtainedFrom(onlooker, iris),
    answersTo: async (id) => selectAnswers.all(id),
    async list(onlooker, filter, slice) {
      const asked = askedOf(filter)
      const rows = select(asked).all({
        ...onlookerParameters(onlooker),
        ...asked.parameters,
        after: keyOfCursor(slice.cursor, 0),
        more: slice.limit + 1,
      })
      return listing(rows, slice, (row) => row.key, toAnnotation)
    },
    async overtaken(onlooker, slice) {
      const before = keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER)
      const rows = selectOvertaken.all({ ...onlookerParameters(onlooker), before, more: slice.limit + 1 })
      return listing(rows, slice, (row) => row.key, toAnnotation)
    },
    async count(onlooker, filter) {
      const asked = askedOf(filter)
      return count(asked).get({ ...onlookerParameters(onlooker), ...asked.parameters }) ?? 0
    },
    async beforeLast(onlooker, filter, count) {
      const asked = askedOf(filter)
      const key = fromBehind(asked).get({ ...onlookerParameters(onlooker), ...asked.parameters, count })
      return key === undefined ? null : cursorOf(key)
    },
    async counts(onlooker, document) {
      return countByPage.all({ ...onlookerParameters(onlooker), document })
    },
  }
}

/** Prepares each statement when it is first needed, and the one without conditions now. */
function prepared<S>(prepare: (asked: AskedSql) => S): (asked: AskedSql) => S {
  const nothing = askedOf({})
  const all = new Map([[keyOf(nothing), prepare(nothing)]])
  return (asked) => {
    const known = all.get(keyOf(asked))
    if (known) return known
    const made = prepare(asked)
    all.set(keyOf(asked), made)
    return made
  }
}

const keyOf = ({ from, where }: AskedSql) => `${from} ${where}`
