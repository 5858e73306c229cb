import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { obtainedFrom } from '../domain/annotation/model.ts'
import { searchableText, termsOf } from '../domain/annotation/text-body.ts'
import { allOf } from '../domain/audience.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { AnnotationWriter, PutAnnotation } from '../ports/annotations.ts'
import type { Command } from '../ports/command.ts'
import { type AnnotationRow, annotationRows, toAnnotation } from './annotation-rows.ts'
import { ownClass } from './audience-sql.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { readings } from './readings.ts'
import { saidOnPages } from './said-on-pages.ts'
import { refuseStale, transactions } from './transact.ts'

/** Annotations, written with their readings. */
export function sqliteAnnotationWriter(db: Connection): AnnotationWriter {
  const transact = transactions(db)
  const annotations = annotationRows(db)
  const indexed = readings(db)
  const record = eventLog(db)
  const said = saidOnPages(db)
  const target = db.prepare<
    unknown[],
    { document: number | null; page: number | null; revision: number | null; audience: string | null }
  >(`
    select (select key from document where id = :document) as document, (select key from page where id = :page) as page,
      (select key from text_revision where id = :revision) as revision,
      (select ${ownClass('d')} from document d where id = :document) as audience`)
  const insert = db.prepare(`
    insert into annotation (id, document, page, revision, anchor, body, created_by, created_at)
    values (:id, :document, :page, :revision, :anchor, :body, :actor, :at)`)
  const update = db.prepare(`
    update annotation set document = :document, page = :page, revision = :revision, anchor = :anchor, body = :body,
      version = version + 1, modified_at = :at where id = :id`)
  const bury = db.prepare('update annotation set deleted_at = ?, version = version + 1 where key = ?')
  const setHidden = db.prepare(`
    update annotation set hidden_at = :at, hidden_by = :actor, hidden_because = :because, version = version + 1 where id = :id`)
  const setShown = db.prepare(`
    update annotation set hidden_at = null, hidden_by = null, hidden_because = null, version = version + 1 where id = ?`)
  const noteSource = db.prepare('insert or ignore into annotation_source (iri, annotation) values (?, ?)')
  const forgetTerms = db.prepare('delete from annotation_term where annotation = ?')
  const noteTerm = db.prepare(
    'insert or ignore into annotation_term (kind, value, annotation) values (?, ?, ?)',
  )
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
    forgetTerms.run(row.key)
    for (const { kind, value } of termsOf(command.body)) noteTerm.run(kind, value, row.key)
    if (document !== null && audience !== null && row.hidden_at === null) {
      indexed.add({ kind: 'annotation', document, page, revision: row.key, audience, words })
    }
    said.note(row.key, at, { seesAll: command.seesAll !== false })
    return row
  }
  const index = (row: AnnotationRow) => {
    const keys = target.get({ document: row.document, page: row.page, revision: row.revision })
    if (!keys || keys.document === null || keys.audience === null) return
    const { document, page, audience } = keys
    const words = indexText(analyse(searchableText(JSON.parse(row.body)), null))
    const own = allOf(audience, row.audience)
    indexed.add({ kind: 'annotation', document, page, revision: row.key, audience: own, words })
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
    async hide(command) {
      return transact(command, () => {
        const row = standing(command)
        const { id, actor, at, because } = command
        if (because === null && row.hidden_at === null) return toAnnotation(row)
        if (because === null) setShown.run(id)
        else setHidden.run({ id, actor, at, because })
        if (because === null) index(row)
        else unindex(row, at)
        record({
          ...command,
          verb: because === null ? 'show-annotation' : 'hide-annotation',
          subject: about(row),
          before: row.hidden_at === null ? null : { annotation: id, because: row.hidden_because },
          after: { annotation: id, because },
        })
        return toAnnotation(standing({ ...command, expectedVersion: null }))
      })
    },
  }
}
