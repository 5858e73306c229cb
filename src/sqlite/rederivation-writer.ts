import { v7 } from 'uuid'
import type { Discarded, RederivationWriter } from '../ports/rederivation.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { pictureJobs } from './picture-jobs.ts'
import { isPictorial } from './recognition-reader.ts'
import { transactions } from './transact.ts'

type FileRow = {
  key: number
  id: string
  sha256: string
  document: string
  documentKey: number
  state: string
}

const filesAtOnce = 100
/** After everything that somebody waits for. */
const priority = -6

/** What is made from originals, forgotten and queued to be made anew. */
export function sqliteRederivationWriter(db: Connection): RederivationWriter {
  const transact = transactions(db)
  const record = eventLog(db)
  const pictures = pictureJobs(db)
  const count = db.prepare<[], number>('select count(*) from file').pluck()
  const files = db.prepare<[number, number], FileRow & { pictorial: number }>(`
    select f.key, f.id, f.sha256, f.state, d.id as document, d.key as documentKey, ${isPictorial} as pictorial
    from file f join document d on d.key = f.document where f.key > ? order by f.key limit ?`)
  const discard = db.prepare<[string], Discarded>(
    'delete from page_image where sha256 = ? returning sha256, file_page as filePage',
  )
  const wantAnew = db.prepare(`
    update page set recognition = 'wanted', fault = null, missing_language = null
    where file = ? and recognition in ('done', 'failed', 'missing')`)
  const isRead = db
    .prepare<[number], number>(
      "select 1 from job where file = ? and kind = 'extract' and state in ('queued', 'running')",
    )
    .pluck()
  const readAnew = db.prepare(`
    insert into job (id, kind, priority, state, document, file, run_after, created_at)
    values (:id, 'extract', ${priority}, 'queued', :document, :file, :at, :at)`)
  const newId = () => `j${v7().replaceAll('-', '')}`

  return {
    async count() {
      return count.get() ?? 0
    },
    async take({ at, actor, after, wish }) {
      return transact({ actor, at }, () => {
        const some = files.all(after, filesAtOnce)
        const discarded: Discarded[] = []
        for (const { key, id, sha256, document, documentKey, pictorial } of some) {
          if (wish.texts && isRead.get(key) === undefined)
            readAnew.run({ id: newId(), document: documentKey, file: key, at })
          if (pictorial) {
            const gone = wish.images ? discard.all(sha256) : []
            discarded.push(...gone)
            const wanted = wish.recognition ? wantAnew.run(key).changes : 0
            if (wish.images || wanted > 0) pictures.follow(key, wanted > 0, newId(), at)
          }
          const subject = { type: 'document', id: document }
          record({ at, actor, verb: 'rederive', subject, after: { file: id, ...wish } })
        }
        return {
          files: some.length,
          discarded,
          next: some.length < filesAtOnce ? null : (some.at(-1)?.key ?? null),
        }
      })
    },
  }
}
