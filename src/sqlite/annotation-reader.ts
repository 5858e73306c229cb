import type { AnnotationReader } from '../ports/annotations.ts'
import { type AnnotationRow, annotationColumns, annotationRows, toAnnotation } from './annotation-rows.ts'
import { audienceParameters, classOfDocument, seenBy } from './audience-sql.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

// What is about nothing of ours is seen by all; what is about a document, by those who may see the document.
const visible = `a.deleted_at is null and (:document is null or d.id = :document)
  and (d.key is null or (d.deleted_at is null and ${seenBy(`(${classOfDocument('d')})`)}))`

/** Annotations, read by a connection that may be read-only. */
export function sqliteAnnotationReader(db: Connection): AnnotationReader {
  const annotations = annotationRows(db)
  const selectList = db.prepare<unknown[], AnnotationRow>(
    `${annotationColumns} where a.key > :after and ${visible} order by a.key limit :more`,
  )
  const count = db
    .prepare<unknown[], number>(
      `select count(*) from annotation a left join document d on d.key = a.document where ${visible}`,
    )
    .pluck()
  return {
    async find(id) {
      const row = annotations.byId(id)
      return row ? toAnnotation(row) : null
    },
    async list(audience, document, slice) {
      const rows = selectList.all({
        ...audienceParameters(audience),
        document,
        after: keyOfCursor(slice.cursor, 0),
        more: slice.limit + 1,
      })
      return listing(rows, slice, (row) => row.key, toAnnotation)
    },
    async count(audience, document) {
      return count.get({ ...audienceParameters(audience), document }) ?? 0
    },
  }
}
