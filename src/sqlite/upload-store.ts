import { ArchiveError, notFound } from '../domain/errors.ts'
import type { Upload, UploadReader, UploadWriter } from '../ports/uploads.ts'
import { sqliteBatchWriter } from './batch-writer.ts'
import type { Connection } from './open-database.ts'
import { transactions } from './transact.ts'

type Row = Omit<Upload, 'metadata' | 'createdAt' | 'expiresAt'> & {
  metadata: string
  created_at: string
  expires_at: string
}

const columns = `
  select u.id, b.id as batch, u.name, u.path, u.bytes, u.metadata, u.sha256, u.received, u.created_at, u.expires_at
  from upload u left join batch b on b.key = u.batch`

const toUpload = ({ metadata, created_at, expires_at, ...same }: Row): Upload => ({
  ...same,
  metadata: JSON.parse(metadata),
  createdAt: created_at,
  expiresAt: expires_at,
})

/** Uploads, read by a connection that may be read-only. */
export function sqliteUploadReader(db: Connection): UploadReader {
  const byId = db.prepare<[string, string], Row>(`${columns} where u.id = ? and u.expires_at > ?`)
  return {
    async find(id, at) {
      const row = byId.get(id, at)
      return row ? toUpload(row) : null
    },
  }
}

const tooMuch = (before: number, more: number, most: number) =>
  new ArchiveError(
    'too-large',
    `Your uploads that are not whole come to ${before} bytes, and with ${more} more to over ${most}, the most that is kept for one person (FONDS_UPLOAD_UNFINISHED). Finish others first, or give them up (DELETE).`,
  )

/** Uploads, written. */
export function sqliteUploadWriter(db: Connection): UploadWriter {
  const transact = transactions(db)
  const batches = sqliteBatchWriter(db)
  const byId = db.prepare<[string], Row>(`${columns} where u.id = ?`)
  const batchOf = db
    .prepare<[string], number>(
      "select key from batch where id = ? and source = 'upload' and phase <> 'abandoned'",
    )
    .pluck()
  const insert = db.prepare(`
    insert into upload (id, batch, name, path, bytes, metadata, received, created_by, created_at, expires_at)
    values (:id, :batch, :name, :path, :bytes, :metadata, 0, :actor, :at, :expiresAt)`)
  const unfinished = db
    .prepare<{ actor: string; at: string; each: number }, number>(`
      select coalesce(sum(coalesce(bytes, :each)), 0) from upload
      where created_by = :actor and finished_at is null and expires_at > :at`)
    .pluck()
  const declare = db.prepare('update upload set bytes = ? where id = ? and bytes is null')
  const receive = db.prepare('update upload set received = :bytes where id = :id')
  const finish = db.prepare(`
    update upload set sha256 = :sha256, bytes = :bytes, finished_at = :at where id = :id and finished_at is null`)
  const remove = db.prepare('delete from upload where id = ?')
  const overdue = db
    .prepare<[string, number], string>(
      'select id from upload where expires_at <= ? order by expires_at limit ?',
    )
    .pluck()
  const stale = db.prepare<[string, number], { key: number }>(`
    select key from batch where phase in ('open', 'abandoned') and changed_at < ? order by changed_at limit ?`)
  const forgetFiles = db.prepare('delete from batch_file where batch = ?')
  const forgetUploads = db.prepare('delete from upload where batch = ?')
  const forgetBatch = db.prepare('delete from batch where key = ?')

  return {
    async create(command) {
      transact(command, () => {
        const batch = command.batch === null ? null : batchOf.get(command.batch)
        if (batch === undefined) throw notFound('upload')
        const { id, name, path, bytes, actor, at, expiresAt } = command
        if (command.unfinished) {
          const { most, each } = command.unfinished
          const before = unfinished.get({ actor, at, each }) ?? 0
          if (before + (bytes ?? each) > most) throw tooMuch(before, bytes ?? each, most)
        }
        insert.run({
          id,
          batch,
          name,
          path,
          bytes,
          metadata: JSON.stringify(command.metadata),
          actor,
          at,
          expiresAt,
        })
      })
    },
    async declare({ id, bytes }) {
      declare.run(bytes, id)
    },
    async receive(command) {
      receive.run(command)
    },
    async finish({ id, at, sha256, bytes }) {
      const row = byId.get(id)
      if (!row) throw new ArchiveError('gone', 'The upload has expired, or was given up: begin again.')
      // The batch first: if that is refused, the upload is not whole, and the client is told.
      if (row.batch !== null)
        await batches.receive({ batch: row.batch, at, files: [{ path: row.path, bytes, sha256 }] })
      transact({ actor: 'upload', at }, () => finish.run({ id, sha256, bytes, at }))
    },
    async remove(id) {
      remove.run(id)
    },
    async expire({ at, batchesBefore, most }) {
      return transact({ actor: 'upload', at }, () => {
        const ids = overdue.all(at, most)
        for (const id of ids) remove.run(id)
        for (const { key } of stale.all(batchesBefore, most)) {
          forgetFiles.run(key)
          forgetUploads.run(key)
          forgetBatch.run(key)
        }
        return ids
      })
    },
  }
}
