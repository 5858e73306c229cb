import { v7 } from 'uuid'
import { ArchiveError, notFound } from '../domain/errors.ts'
import { meanConfidence } from '../domain/page/placed-words.ts'
import type { RecognitionWriter } from '../ports/recognition.ts'
import { eventLog } from './event-log.ts'
import { jobRows, toJob } from './job-rows.ts'
import type { Connection } from './open-database.ts'
import { pageReadings } from './page-readings.ts'
import { pictureJobs } from './picture-jobs.ts'
import { revisionRows } from './revision-rows.ts'
import { terms } from './terms.ts'
import { transactions } from './transact.ts'

type Held = { job: number; file: number; fileId: string; document: string; language: string | null }
type Newest = { key: number; recorded_by: string; engine: string | null; content: string }

/** What was pictured and recognised, written. */
export function sqliteRecognitionWriter(db: Connection): RecognitionWriter {
  const transact = transactions(db)
  const revisions = revisionRows(db)
  const readings = pageReadings(db)
  const known = terms(db)
  const jobs = pictureJobs(db)
  const allJobs = jobRows(db)
  const record = eventLog(db)
  const held = db.prepare<[string], Held>(`
    select j.key as job, f.key as file, f.id as fileId, d.id as document, s.language
    from job j join file f on f.key = j.file join document d on d.key = f.document
    join description s on s.document = d.key where j.lease_token = ? and j.state = 'running'`)
  const progress = db.prepare('update job set done = done + 1 where key = ?')
  const keyOf = db.prepare<[string, number], number>('select key from page where id = ? and file = ?').pluck()
  const newest = db.prepare<[number], Newest>(`
    select key, recorded_by, engine, content from text_revision where page = ? and layer = 'ocr'
    order by key desc limit 1`)
  const settle = db.prepare(`
    update page set recognition = :recognition, fault = :fault, missing_language = :missing,
      confidence = coalesce(:confidence, confidence) where key = :page`)
  const fault = db.prepare(`
    update page set fault = :fault, missing_language = :missing,
      recognition = case when recognition = 'wanted' then :recognition else recognition end where key = :page`)
  const pictured = db.prepare('update page set fault = null where key = ?')
  const fileOf = db.prepare<[string], { key: number; document: string }>(`
    select f.key, d.id as document from file f join document d on d.key = f.document where f.id = ?`)
  const wantPages = db.prepare(`
    update page set recognition = 'wanted', fault = null, missing_language = null
    where file = :file and (:pages is null or id in (select value from json_each(:pages)))`)
  const sayLanguages = db.prepare('update file set languages = ? where key = ?')

  /** Runs a write for a page of the file whose job holds the lease; false when it is lost. */
  function forPage(
    { at, token, page }: { at: string; token: string; page: string },
    write: (page: number, to: Held) => void,
  ): boolean {
    return transact({ actor: 'ingest', at }, () => {
      const to = held.get(token)
      if (!to) return false
      const key = keyOf.get(page, to.file)
      if (key !== undefined) write(key, to)
      progress.run(to.job)
      return true
    })
  }

  return {
    async recognised(command) {
      const { at, result } = command
      return forPage(command, (page, to) => {
        const confidence = meanConfidence(result.placed)
        settle.run({ page, recognition: 'done', fault: null, missing: null, confidence })
        const before = newest.get(page)
        if (before && before.recorded_by !== 'ingest') return
        const { content, placed, engine } = result
        if (content.trim() === '' || (before?.content === content && before.engine === engine)) return
        const language = result.language ?? to.language
        for (const one of result.newWords) known.learn(one.words, one.language ?? language)
        const key = revisions.add({
          ...{ id: command.revision, page, layer: 'ocr', language, basedOn: before?.key ?? null },
          ...{ content, placed, engine, by: 'ingest', at },
        })
        revisions.placeOthers(page, { content, placed })
        readings.refresh(page, at, { revision: key, words: result.words })
      })
    },

    async pictured(command) {
      return forPage(command, (page) => void pictured.run(page))
    },

    async failed(command) {
      const recognition = command.missing === null ? 'failed' : 'missing'
      return forPage(command, (page) =>
        fault.run({ page, fault: command.fault, missing: command.missing, recognition }),
      )
    },

    async finish({ at, token }) {
      transact({ actor: 'ingest', at }, () => {
        const to = held.get(token)
        if (!to) return
        const file = jobs.finish(to.job, to.file, at)
        const subject = { type: 'document', id: to.document }
        record({ at, actor: 'ingest', verb: 'recognise', subject, after: { file: to.fileId, ...file } })
      })
    },

    async giveWay({ at, token }) {
      transact({ actor: 'ingest', at }, () => jobs.giveWay(token, at))
    },

    async queue(command) {
      return transact({ actor: 'ingest', at: command.at }, () =>
        jobs.queue(command, () => `j${v7().replaceAll('-', '')}`),
      )
    },

    async want(command) {
      return transact(command, () => {
        const file = fileOf.get(command.file)
        if (!file) throw notFound('file')
        const pages = command.pages && JSON.stringify(command.pages)
        if (command.languages) sayLanguages.run(command.languages.join(' ') || null, file.key)
        if (wantPages.run({ file: file.key, pages }).changes === 0)
          throw new ArchiveError('conflict', 'This file has no pages yet: wait until it has been read.')
        const job = jobs.want(command.job, file.key, command.at)
        const { at, actor } = command
        const subject = { type: 'document', id: file.document }
        const after = { file: command.file, pages: command.pages, languages: command.languages }
        record({ at, actor, verb: 'want-recognition', subject, after })
        const row = allJobs.byId(job)
        if (!row) throw notFound('job')
        return toJob(row)
      })
    },
  }
}
