import { ArchiveError, invalid, notFound } from '../domain/errors.ts'
import type { TextRevision } from '../domain/text.ts'
import type { AddPages, CorrectText, TextWriter } from '../ports/texts.ts'
import { ownClass } from './audience-sql.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { pagePlaces } from './page-places.ts'
import { pageReadings } from './page-readings.ts'
import { readings } from './readings.ts'
import { revisionRows } from './revision-rows.ts'
import { terms } from './terms.ts'
import { textRows } from './text-rows.ts'
import { transactions } from './transact.ts'

type Target = {
  file: number
  witness: number
  document: number
  job: number
  audience: string
  deleted: number
  language: string | null
}

/** Texts, written: pages with their revisions and readings in one transaction. */
export function sqliteTextWriter(db: Connection): TextWriter {
  const transact = transactions(db)
  const indexed = readings(db)
  const known = terms(db)
  const pages = pageReadings(db)
  const places = pagePlaces(db)
  const record = eventLog(db)
  const texts = textRows(db)
  const target = db.prepare<[string], Target>(`
    select f.key as file, f.witness, f.document, j.key as job, ${ownClass('d')} as audience,
      d.deleted_at is not null as deleted, s.language
    from job j join file f on f.key = j.file join document d on d.key = f.document
    join description s on s.document = d.key
    where j.lease_token = ? and j.state = 'running'`)
  const progress = db.prepare('update job set done = :done, total = :total where key = :job')
  const standing = db
    .prepare<[number, number], number>('select key from page where file = ? and file_page = ?')
    .pluck()
  const revisions = revisionRows(db)
  const insertPage = db.prepare(`
    insert into page (id, file, file_page, label, width, height, garbled, recognition, refers_image, refers_number)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const newestOf = db.prepare<[number, string], { key: number; content: string; by: string }>(`
    select key, content, recorded_by as by from text_revision where page = ? and layer = ? order by key desc limit 1`)
  const judge = db.prepare(`
    update page set garbled = :garbled, recognition = case when :garbled then 'wanted' else recognition end
    where key = :key and garbled <> :garbled`)
  const findPage = db.prepare<[string], { key: number }>('select key from page where id = ?')
  const bearing = db
    .prepare<[number], string>(`
      select distinct d.id from witness_page wp join witness w on w.key = wp.witness
      join document d on d.key = w.document where wp.page = ?`)
    .pluck()
  const keyOf = db.prepare<[string], number>('select key from text_revision where id = ?').pluck()

  /**
   * A page that nobody has seen yet stands in one witness, so that its reading needs no reckoning. Returns its key, null
   * where it has no text.
   */
  function addPage(
    to: Target,
    { layer, engine, at }: AddPages,
    page: AddPages['pages'][number],
    number: number,
  ): number | null {
    const { id, filePage, label, width, height, content, words, garbled = false } = page
    const isBlank = content.trim() === ''
    const recognition = layer === 'embedded' && (isBlank || garbled) ? 'wanted' : null
    const { image = null, number: imageNumber = null } = page.refers ?? {}
    const state = [garbled ? 1 : 0, recognition, image, imageNumber]
    const key = Number(insertPage.run(id, to.file, filePage, label, width, height, ...state).lastInsertRowid)
    places.put(to.witness, number, key)
    if (isBlank) return null
    const language = page.language ?? to.language
    const revision = revisions.first({
      id: page.revision,
      page: key,
      layer,
      language,
      basedOn: null,
      content,
      placed: page.placed ?? null,
      engine,
      by: 'ingest',
      at,
    })
    const { document, audience } = to
    if (!to.deleted)
      indexed.put({ kind: 'page', document, page: key, revision, layer, language, audience, words })
    return key
  }

  /** A page that was read before: a text that is another now becomes a revision, after what a person wrote never. */
  function readAnew(
    to: Target,
    { layer, engine, at }: AddPages,
    page: AddPages['pages'][number],
    key: number,
  ): void {
    const { content, language, placed = null, garbled = false } = page
    const before = newestOf.get(key, layer)
    if (before ? before.by !== 'ingest' : content.trim() === '') return
    const isJudgedAnew = judge.run({ key, garbled: garbled ? 1 : 0 }).changes > 0
    if (before?.content === content) {
      revisions.place(before.key, placed)
      if (isJudgedAnew) pages.refresh(key, at)
      return
    }
    const from = {
      layer,
      language: language ?? to.language,
      basedOn: before?.key ?? null,
      content,
      placed,
      engine,
    }
    const revision = revisions.add({ id: page.revision, page: key, ...from, by: 'ingest', at })
    pages.refresh(key, at, { revision, words: page.words })
  }

  function refuseOvertaken({ page, ifCurrent, basedOn }: CorrectText, before: TextRevision | null): void {
    if (ifCurrent !== undefined && ifCurrent !== (texts.newest(page, null)?.id ?? null)) {
      throw new ArchiveError(
        'precondition-failed',
        'The text was changed meanwhile: read it again and repeat the change.',
      )
    }
    if (basedOn === null) return
    const base = texts.revision(basedOn)
    if (base?.page !== page)
      throw invalid('basedOn', 'is not a revision of this page: name the one you started from.')
    const newest = before ?? texts.newest(page, base.layer)
    if (newest && newest.id !== basedOn) {
      throw new ArchiveError(
        'conflict',
        `The text was changed meanwhile: its newest revision is ${newest.id}. Read it, bring your correction over, and name it in basedOn.`,
      )
    }
  }

  return {
    async addPages(command) {
      return transact({ actor: 'ingest', at: command.at }, () => {
        const to = target.get(command.token)
        if (!to) return false
        progress.run({ job: to.job, ...command.progress })
        for (const { language, words } of command.newWords) known.learn(words, language ?? to.language)
        const fresh = command.pages.filter((page) => {
          const key = standing.get(to.file, page.filePage)
          if (key !== undefined) readAnew(to, command, page, key)
          return key === undefined
        })
        const [first] = fresh
        if (!first) return true
        let number = places.makeRoom(to.witness, to.file, first.filePage, fresh.length)
        let written: number | null = null
        for (const page of fresh) written = addPage(to, command, page, number++) ?? written
        if (written !== null) revisions.unsign(written, command.at)
        return true
      })
    },

    async correct(command) {
      return transact(command, () => {
        const page = findPage.get(command.page)
        if (!page) throw notFound('page')
        const { id, layer, language, content, actor, at } = command
        const before = texts.newest(command.page, layer)
        refuseOvertaken(command, before)
        const base = command.basedOn ?? before?.id ?? null
        const basedOn = base === null ? null : (keyOf.get(base) ?? null)
        const said = { layer, language, basedOn, content, placed: null, engine: null }
        const key = revisions.add({ id, page: page.key, ...said, by: actor, at })
        pages.refresh(page.key, at, { revision: key, words: command.words })
        const told = {
          ...{ at, actor, verb: 'correct-text' },
          before: before && { page: command.page, revision: before.id },
          after: { page: command.page, revision: id, layer },
        }
        for (const document of bearing.all(page.key))
          record({ ...told, subject: { type: 'document', id: document } })
        return {
          id,
          page: command.page,
          layer,
          language,
          basedOn: base,
          content,
          engine: null,
          recordedBy: actor,
          createdAt: at,
        }
      })
    },
  }
}
