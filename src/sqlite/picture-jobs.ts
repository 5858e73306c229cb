import type { QueuePictures } from '../ports/recognition.ts'
import type { Connection } from './open-database.ts'
import { isPictorial, isPictured } from './recognition-reader.ts'

/** What somebody waits for goes before what only makes images, and both after reading what stands in files. */
const lessThanReading = { recognise: 1, picture: 5 }

type Tally = {
  wanted: number
  missing: number
  failed: number
  texts: number
  pages: number
  fault: string | null
  image: string | null
}

type Plan = { document: number; batch: number | null; priority: number; total: number }

/** The condition of the index over the pages that recognition has still to do with. */
const isOpen = "recognition in ('wanted', 'missing')"

/** Holds for files `f` of whose pages recognition is wanted. */
const isWanted = `exists (select 1 from page where file = f.key and ${isOpen} and recognition = 'wanted')`

/** The jobs that picture and recognise the pages of files, in the transaction of who calls. */
export function pictureJobs(db: Connection) {
  const plan = db.prepare<[number], Plan>(`
    select f.document,
      (select batch from job where file = f.key and kind = 'extract' limit 1) as batch,
      coalesce((select max(priority) from job where file = f.key and kind = 'extract'), 0) as priority,
      (select count(*) from page p where p.file = f.key and (p.recognition is 'wanted' or not ${isPictured})) as total
    from file f where f.key = ?`)
  const insert = db.prepare(`
    insert into job (id, kind, batch, priority, state, document, file, total, run_after, created_at)
    values (:id, 'picture', :batch, :priority, 'queued', :document, :file, :total, :at, :at)`)
  const standing = db
    .prepare<[number], string>(
      "select id from job where file = ? and kind = 'picture' and state in ('queued', 'running') limit 1",
    )
    .pluck()
  const urge = db.prepare(`
    update job set priority = priority + 4, total = done +
      (select count(*) from page where file = job.file and recognition = 'wanted') where id = ?`)
  const wake = db.prepare(`
    update page set recognition = 'wanted', fault = null
    where ${isOpen} and recognition = 'missing' and missing_language in (select value from json_each(?))`)
  const toQueue = db.prepare<
    { images: number; recognition: number; after: string | null; most: number },
    { file: number; id: string; isWanted: number }
  >(`
    select f.key as file, f.id, :recognition and ${isWanted} as isWanted from file f
    where f.key > coalesce((select key from file where id = :after), 0)
      and not exists (select 1 from job j where j.file = f.key and j.state in ('queued', 'running'))
      and ((:recognition and ${isWanted})
        or (:images and ${isPictorial} and f.state in ('done', 'waiting')
          and exists (select 1 from page p where p.file = f.key and not ${isPictured})
          and not exists (select 1 from job j where j.file = f.key and j.kind = 'picture')))
    order by f.key limit :most`)
  const tally = db.prepare<[number], Tally>(`
    select coalesce(sum(recognition = 'wanted'), 0) as wanted, coalesce(sum(recognition = 'missing'), 0) as missing,
      coalesce(sum(fault is not null and recognition is not 'missing'), 0) as failed, count(*) as pages,
      coalesce(sum(exists (select 1 from text_revision r where r.page = p.key)), 0) as texts,
      (select fault from page where file = p.file and fault is not null order by file_page limit 1) as fault,
      (select i.remark from file f join page_image i on i.sha256 = f.sha256
        where f.key = p.file and i.remark is not null order by i.file_page limit 1) as image
    from page p where file = ?`)
  const endJob = db.prepare(`
    update job set state = :state, message = :message, error = :error, finished_at = :at, lease_token = null,
      lease_until = null where key = :job`)
  const setFile = db.prepare(
    'update file set state = :state, error = :error, remark = coalesce(:remark, remark) where key = :file',
  )
  const yieldJob = db.prepare(`
    update job set state = 'queued', lease_token = null, lease_until = null, run_after = :at, attempts = attempts - 1
    where lease_token = :token and state = 'running'`)

  function add(file: number, isWanted: boolean, id: string, at: string): void {
    const planned = plan.get(file)
    if (!planned) return
    const less = isWanted ? lessThanReading.recognise : lessThanReading.picture
    insert.run({ ...planned, priority: planned.priority - less, id, file, at })
  }

  return {
    /** Queues a job for a file; where there is one that has not ended, that will do. */
    follow(file: number, isWanted: boolean, id: string, at: string): void {
      if (standing.get(file) === undefined) add(file, isWanted, id, at)
    },
    /** Queues a job for what somebody asked for, or hurries the one that there is; returns its id. */
    want(id: string, file: number, at: string): string {
      const before = standing.get(file)
      if (before === undefined) add(file, true, id, at)
      else urge.run(before)
      return before ?? id
    },
    /** See RecognitionWriter. */
    queue({ at, wish, after, most }: QueuePictures, newId: () => string): string | null {
      // Once, with the first of them: the others are looked for behind these.
      if (wish.recognition && after === null) wake.run(JSON.stringify(wish.languages))
      const given = { images: wish.images ? 1 : 0, recognition: wish.recognition ? 1 : 0, after, most }
      const files = toQueue.all(given)
      for (const { file, isWanted } of files) add(file, isWanted === 1, newId(), at)
      return files.at(-1)?.id ?? null
    },
    /** Ends a job and says what has become of its file. */
    finish(job: number, file: number, at: string) {
      const pages = tally.get(file)
      const outcome = outcomeOf(pages)
      setFile.run({ file, ...outcome })
      const state = outcome.state === 'failed' ? 'failed' : 'done'
      endJob.run({ job, at, state, message: outcome.remark, error: outcome.error })
      return outcome
    },
    giveWay(token: string, at: string): void {
      yieldJob.run({ token, at })
    },
  }
}

/** A file waits while a page does; it has failed when nothing of it could be read. */
function outcomeOf(pages: Tally | undefined) {
  if (!pages || pages.pages === 0) return { state: 'done', error: null, remark: null }
  const { wanted, missing, failed, texts, fault, image } = pages
  if (failed > 0 && texts === 0 && failed === pages.pages)
    return { state: 'failed', error: fault, remark: null }
  if (missing > 0) return { state: 'waiting', error: null, remark: fault }
  if (wanted > 0) return { state: texts > 0 ? 'done' : 'waiting', error: null, remark: null }
  const remark =
    failed === 0 ? image : `${failed} of ${pages.pages} pages could not be pictured or recognised: ${fault}`
  return { state: 'done', error: null, remark }
}
