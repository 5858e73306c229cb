import { ArchiveError, notFound } from '../domain/errors.ts'
import type { BatchWriter } from '../ports/batches.ts'
import { batchAdding } from './batch-adding.ts'
import { batchPlanning } from './batch-planning.ts'
import { batchRows, type StoredBatch, toBatch } from './batch-rows.ts'
import type { Connection } from './open-database.ts'
import { transactions } from './transact.ts'

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
const bit = (value: boolean | undefined) => (value === undefined ? null : Number(value))

const program = (at: string) => ({ actor: 'bulk', at })

/** Batches, written: what is noted of files stands in the transaction that makes something of them. */
export function sqliteBatchWriter(db: Connection): BatchWriter {
  const transact = transactions(db)
  const batches = batchRows(db)
  const planning = batchPlanning(db)
  const adding = batchAdding(db)
  const insertJob = db.prepare(`
    insert into job (id, kind, state, run_after, created_at) values (:job, 'bulk', 'running', :at, :at)`)
  const insert = db.prepare(`
    insert into batch (id, job, source, known_as, name, phase, grouping, skip_known, cells, created_by, created_at,
      changed_at)
    values (:id, :job, :source, :knownAs, :name, :phase, :grouping, :skipKnown, :cells, :actor, :at, :at)`)
  const known = db.prepare<[string], string>('select id from batch where known_as = ?').pluck()
  const say = db.prepare(
    'update batch set grouping = :grouping, skip_known = :skipKnown, cells = :cells where key = :key',
  )
  const list = db.prepare(`
    update batch set phase = 'listing', round = round + 1, job = coalesce(:job, job), manifest = :manifest, changed_at = :at
    where key = :key`)
  const choose = db.prepare(`
    update batch set groupings = coalesce(:groupings, groupings), cells = coalesce(:cells, cells),
      skip_known = coalesce(:skipKnown, skip_known)
    where key = :key`)
  const rerun = db.prepare(`
    update job set state = 'running', finished_at = null, message = null, total = null where key = :job`)
  const receive = db.prepare(`
    insert into batch_file (batch, path, spelt, bytes, sha256, state, round)
    values (:batch, :path, :path, :bytes, :sha256, 'received', 0)
    on conflict (batch, path) do update set bytes = excluded.bytes, sha256 = excluded.sha256, says = null,
      state = iif(state in ('added', 'listed') and sha256 = excluded.sha256, state, 'received')
    where file is null or sha256 = excluded.sha256`)
  const touch = db.prepare('update batch set changed_at = :at where key = :key')
  const enter = db.prepare('update batch set phase = :phase, changed_at = :at where key = :key')
  const recount = db.prepare('update job set total = total where key = ?')
  const isUsed = db
    .prepare<[number], number>(
      'select 1 from batch_document where batch = ? and document is not null limit 1',
    )
    .pluck()
  const isLeft = db
    .prepare<[number], number>(`
      select 1 from batch_document d join batch_file f on f.part = d.key
      where d.batch = ? and f.state in ('listed', 'again') limit 1`)
    .pluck()
  const forgetFiles = db.prepare('delete from batch_file where batch = ?')
  const forgetUploads = db.prepare('update upload set batch = null, expires_at = :at where batch = :key')
  const stopJob = db.prepare(`
    update job set state = 'cancelled', finished_at = :at where key = :job and state = 'running'`)

  function standing(id: string): StoredBatch {
    const batch = batches.byId(id)
    if (!batch || batch.phase === 'abandoned') throw notFound('upload')
    return batch
  }
  const reread = (id: string) => toBatch(standing(id))

  return {
    async begin(command) {
      return transact(command, () => {
        const { at, knownAs, source } = command
        const said = { grouping: command.grouping, skipKnown: command.skipKnown ? 1 : 0 }
        const cells = JSON.stringify(command.cells)
        const again = knownAs === null ? undefined : known.get(knownAs)
        const { id } = again === undefined ? command : { id: again }
        if (again === undefined) {
          const job = command.job === null ? null : insertJob.run({ job: command.job, at }).lastInsertRowid
          const phase = source === 'folder' ? 'listing' : 'open'
          insert.run({
            ...said,
            cells,
            id,
            job,
            source,
            knownAs,
            name: command.name,
            phase,
            actor: command.actor,
            at,
          })
        }
        const { key, job_key } = standing(id)
        if (again !== undefined) say.run({ ...said, cells, key })
        if (source === 'folder') list.run({ key, job: null, manifest: null, at })
        if (again !== undefined) rerun.run({ job: job_key })
        return reread(id)
      })
    },

    async receive({ batch: id, at, files }) {
      transact(program(at), () => {
        const { key, source } = standing(id)
        if (source !== 'upload')
          throw new ArchiveError(
            'conflict',
            'This batch is a folder that a command adds: it takes no uploads.',
          )
        for (const file of files) {
          if (receive.run({ batch: key, ...file }).changes > 0) continue
          const says = `${file.path} is in the archive with other bytes already: send it under another name.`
          throw new ArchiveError('conflict', says)
        }
        touch.run({ key, at })
      })
    },

    async commit(command) {
      return transact(command, () => {
        const { id, at, manifest } = command
        const { key, phase, source, job_key } = standing(id)
        if (source !== 'upload')
          throw new ArchiveError(
            'conflict',
            'This batch is a folder: the command that added it goes on with it.',
          )
        if (phase === 'listing' || phase === 'adding') return reread(id)
        const { groupings, cells, skipKnown } = command
        choose.run({ key, groupings: json(groupings), cells: json(cells), skipKnown: bit(skipKnown) })
        const job = job_key ?? insertJob.run({ job: command.job, at }).lastInsertRowid
        list.run({ key, job, manifest: manifest === null ? null : JSON.stringify(manifest), at })
        if (job_key !== null) rerun.run({ job })
        return reread(id)
      })
    },

    async plan(command) {
      return transact(program(command.at), () => planning.plan(command))
    },

    async planned({ batch, round, at }) {
      return transact(program(at), () => planning.planned(batch, round, at))
    },

    async add(command) {
      return transact(program(command.at), () => adding.add(command))
    },

    async settle({ batch, at, files }) {
      transact(program(at), () => {
        const row = batches.byId(batch)
        if (row) adding.settle(row, files)
      })
    },

    async end({ batch: id, at }) {
      return transact(program(at), () => {
        const batch = batches.byId(id)
        if (!batch || isLeft.get(batch.key) !== undefined) return batch === undefined
        if (batch.phase === 'listing' || batch.phase === 'adding')
          enter.run({ key: batch.key, phase: 'added', at })
        recount.run(batch.job_key)
        return true
      })
    },

    async abandon(command) {
      return transact(command, () => {
        const { key, source, job_key } = standing(command.id)
        if (source !== 'upload' || isUsed.get(key) !== undefined) {
          const says = 'Documents were made of it already: delete those, if that is meant.'
          throw new ArchiveError('conflict', says)
        }
        const { at } = command
        enter.run({ key, phase: 'abandoned', at })
        forgetFiles.run(key)
        forgetUploads.run({ key, at })
        stopJob.run({ job: job_key, at })
      })
    },
  }
}
