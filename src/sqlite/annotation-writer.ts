import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { openToAll } from '../domain/annotation/circle.ts'
import { obtainedFrom } from '../domain/annotation/model.ts'
import { searchableText, termsOf } from '../domain/annotation/text-body.ts'
import { ArchiveError, invalid, notFound } from '../domain/errors.ts'
import type { AnnotationWriter, PutAnnotation } from '../ports/annotations.ts'
import type { Command } from '../ports/command.ts'
import { annotationCircles } from './annotation-circles.ts'
import { type AnnotationRow, annotationRows, sharingOf, toAnnotation } from './annotation-rows.ts'
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
  const circles = annotationCircles(db)
  const target = db.prepare<
    unknown[],
    { document: number | null; page: number | null; revision: number | null; audience: string | null }
  >(`
    select (select key from document where id = :document) as document, (select key from page where id = :page) as page,
      (select key from text_revision where id = :revision) as revision,
      (select ${ownClass('d')} from document d where id = :document) as audience`)
  const insert = db.prepare(`
    insert into annotation (id, document, page, revision, anchor, body, visibility, restricted_to, created_by, created_at)
    values (:id, :document, :page, :revision, :anchor, :body, :visibility, :group, :actor, :at)`)
  const update = db.prepare(`
    update annotation set document = :document, page = :page, revision = :revision, anchor = :anchor, body = :body,
      visibility = :visibility, restricted_to = :group, version = version + 1, modified_at = :at where id = :id`)
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
  const groupNamed = db.prepare<[string], string>('select id from person_group where id = ?').pluck()
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
  function put(command: PutAnnotation, before: AnnotationRow | null): AnnotationRow {
    const { id, actor, at, words } = command
    const keys = target.get({ document: command.document, page: command.page, revision: command.revision })
    const { document = null, page = null, revision = null, audience = null } = keys ?? {}
    const anchor = command.anchor && JSON.stringify(command.anchor)
    const was = before === null ? openToAll : sharingOf(before)
    const { visibility: told, group } = command.sharing ?? was
    if (group !== null && group !== was.group && groupNamed.get(group) === undefined)
      throw invalid('archive.group', 'is not a group of this archive.')
    const visibility = told === 'public' ? null : told
    const body = JSON.stringify(command.body)
    const statement = before === null ? insert : update
    const written = { id, actor, at, document, page, revision, anchor, body, visibility, group }
    const { lastInsertRowid } = statement.run(written)
    const key = before?.key ?? Number(lastInsertRowid)
    for (const iri of obtainedFrom(command.body)) noteSource.run(iri, key)
    if (before !== null) forgetTerms.run(key)
    for (const { kind, value } of termsOf(command.body)) noteTerm.run(kind, value, key)
    if (document !== null && audience !== null && !before?.hidden_at) {
      indexed.add({ kind: 'annotation', document, page, revision: key, audience, words })
    }
    if (command.answers !== undefined && (command.answers !== null || before !== null))
      circles.answer(key, command.answers)
    // Nothing narrows the circle of most that are new.
    const isOpen = before === null && visibility === null && command.answers == null
    const circle = isOpen ? null : circles.draw(key)
    said.note(key, at, { seesAll: command.seesAll !== false })
    if (circle !== null) circles.reread(key)
    const row = annotations.byId(id)
    if (!row) throw notFound('annotation')
    return row
  }
  const index = (row: AnnotationRow) => {
    const keys = target.get({ document: row.document, page: row.page, revision: row.revision })
    if (!keys || keys.document === null || keys.audience === null) return
    const { document, page, audience } = keys
    const words = indexText(analyse(searchableText(JSON.parse(row.body)), null))
    indexed.add({ kind: 'annotation', document, page, revision: row.key, audience, words })
    circles.reread(row.key)
  }
  const unindex = (row: AnnotationRow, at: string) => {
    for (const rowid of readingOf.all(row.key)) indexed.entomb(rowid, at)
  }
  const about = (row: { id: string; document: string | null }) =>
    row.document ? { type: 'document', id: row.document } : { type: 'annotation', id: row.id }

  const told = (row: AnnotationRow) => ({
    annotation: row.id,
    body: JSON.parse(row.body),
    ...circleIn(row),
  })

  function add(command: PutAnnotation): AnnotationRow {
    const row = put(command, null)
    record({ ...command, verb: 'annotate', subject: about(row), after: told(row) })
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
    async addMany({ annotations: given, onlooker, ...command }) {
      return transact(command, () =>
        given.map((one) => {
          const known = annotations.obtainedFrom(onlooker, obtainedFrom(one.body))
          if (known) return { ...known, isNew: false }
          return { id: add({ ...command, ...one }).id, isDeleted: false, isNew: true }
        }),
      )
    },
    async keepOutcome({ outcome, ...command }) {
      transact(command, () => outcome)
    },
    async change(command) {
      return transact(command, () => {
        const before = standing(command)
        unindex(before, command.at)
        const row = put(command, before)
        record({
          ...command,
          verb: 'change-annotation',
          subject: about(row),
          before: told(before),
          after: told(row),
        })
        return toAnnotation(row)
      })
    },
    async remove(command) {
      transact(command, () => {
        const row = standing(command)
        bury.run(command.at, row.key)
        unindex(row, command.at)
        record({ ...command, verb: 'remove-annotation', subject: about(row), before: told(row) })
      })
    },
    async hide(command) {
      return transact(command, () => {
        const row = standing(command)
        const { id, actor, at, because } = command
        if (because === null && row.hidden_at === null) return toAnnotation(row)
        if (because === null) setShown.run(id)
        else setHidden.run({ id, actor, at, because })
        circles.draw(row.key)
        if (because === null) index(row)
        else unindex(row, at)
        const now = standing({ ...command, expectedVersion: null })
        record({
          ...command,
          verb: because === null ? 'show-annotation' : 'hide-annotation',
          subject: about(row),
          before: { annotation: id, because: row.hidden_because, ...circleIn(row) },
          after: { annotation: id, because, ...circleIn(now) },
        })
        return toAnnotation(now)
      })
    },
  }
}

/** Whom an annotation is for, as events tell it: nothing where it is for all. */
const circleIn = ({ circle }: AnnotationRow) => (circle === null ? {} : { circle })
