import { obtainedFrom } from '../domain/annotation/model.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { AnnotationWriter, PutAnnotation } from '../ports/annotations.ts'
import type { Command } from '../ports/command.ts'
import { type AnnotationRow, annotationRows, toAnnotation } from './annotation-rows.ts'
import { classOfDocument } from './audience-sql.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { readings } from './readings.ts'
import { refuseStale, transactions } from './transact.ts'

/** Annotations, written with their readings. */
export function sqliteAnnotationWriter(db: Connection): AnnotationWriter {
  const transact = transactions(db)
  const annotations = annotationRows(db)
  const indexed = readings(db)
  const record = eventLog(db)
  const target = db.prepare<
    unknown[],
    { document: number | null; page: number | null; revision: number | null; audience: string | null }
  >(`
    select (select key from document where id = :document) as document, (select key from page where id = :page) as page,
      (select key from text_revision where id = :revision) as revision,
      (select ${classOfDocument('d')} from document d where id = :document) as audience`)
  const insert = db.prepare(`
    insert into annotation (id, document, page, revision, anchor, body, created_by, created_at)
    values (:id, :document, :page, :revision, :anchor, :body, :actor, :at)`)
  const update = db.prepare(`
    update annotation set document = :document, page = :page, revision = :revision, anchor = :anchor, body = :body,
      version = version + 1, modified_at = :at where id = :id`)
  const bury = db.prepare('update annotation set deleted_at = ?, version = version + 1 where key = ?')
  const noteSource = db.prepare('insert or ignore into annotation_source (iri, annotation) values (?, ?)')
  const readingOf = db
    .prepare<[number], number>(
      "select rowid from reading where kind = 'annotation' and revision = ? and entombed_at is null",
    )
    .pluck()

  function standing(command: Command & { id: string }): AnnotationRow {
    const row = annotations.byId(command.id)
    if (!row) throw notFound('annotation')
    if (row.deleted_at) throw new ArchiveError('gone', 'This annotation was deleted.')
    refuseStale(command, row.version)
    return row
  }
  function put(statement: typeof insert, command: PutAnnotation): AnnotationRow {
    const { id, actor, at, words } = command
    const keys = target.get({ document: command.document, page: command.page, revision: command.revision })
    const { document = null, page = null, revision = null, audience = null } = keys ?? {}
    const anchor = command.anchor && JSON.stringify(command.anchor)
    statement.run({ id, actor, at, document, page, revision, anchor, body: JSON.stringify(command.body) })
    const row = annotations.byId(id)
    if (!row) throw notFound('annotation')
    for (const iri of obtainedFrom(command.body)) noteSource.run(iri, row.key)
    if (document !== null && audience !== null) {
      indexed.add({ kind: 'annotation', document, page, revision: row.key, audience, words })
    }
    return row
  }
  const unindex = (row: AnnotationRow, at: string) => {
    for (const rowid of readingOf.all(row.key)) indexed.entomb(rowid, at)
  }
  const about = (row: { id: string; document: string | null }) =>
    row.document ? { type: 'document', id: row.document } : { type: 'annotation', id: row.id }

  function add(command: PutAnnotation): AnnotationRow {
    const row = put(insert, command)
    const after = { annotation: row.id, body: command.body }
    record({ ...command, verb: 'annotate', subject: about(row), after })
    return row
  }

  return {
    async add(command) {
      return transact(command, () => {
        const { wish } = command
        const id = wish != null && !annotations.byId(wish) ? wish : command.id
        return toAnnotation(add({ ...command, id }))
      })
    },
    async addMany({ annotations: given, audience, ...command }) {
      return transact(command, () =>
        given.map((one) => {
          const known = annotations.obtainedFrom(audience, obtainedFrom(one.body))
          if (known) return { ...known, isNew: false }
          return { id: add({ ...command, ...one }).id, isDeleted: false, isNew: true }
        }),
      )
    },
    async change(command) {
      return transact(command, () => {
        const before = standing(command)
        unindex(before, command.at)
        const row = put(update, command)
        record({
          ...command,
          verb: 'change-annotation',
          subject: about(row),
          before: { annotation: row.id, body: JSON.parse(before.body) },
          after: { annotation: row.id, body: command.body },
        })
        return toAnnotation(row)
      })
    },
    async remove(command) {
      transact(command, () => {
        const row = standing(command)
        bury.run(command.at, row.key)
        unindex(row, command.at)
        const before = { annotation: row.id, body: JSON.parse(row.body) }
        record({ ...command, verb: 'remove-annotation', subject: about(row), before })
      })
    },
  }
}
