import { ArchiveError } from '../domain/errors.ts'
import type { AddBatchPart, Settled } from '../ports/batches.ts'
import { batchRows, type StoredBatch } from './batch-rows.ts'
import { documentAdding, filesInEvents } from './document-adding.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { forgetTerms } from './terms.ts'

/** Whoever waits at a screen goes before what is added by the thousand. */
const priority = -10

/** The documents of a batch and their files, added in the transaction of who calls. */
export function batchAdding(db: Connection) {
  const batches = batchRows(db)
  const adding = documentAdding(db)
  const record = eventLog(db)
  const partOf = db.prepare<[number, number], { document: string | null }>(
    'select document from batch_document where key = ? and batch = ?',
  )
  const standing = db.prepare<[string], { key: number; deleted_at: string | null }>(
    'select key, deleted_at from document where id = ?',
  )
  const firstWitness = db
    .prepare<[number], string>('select id from witness where document = ? order by ordinal limit 1')
    .pluck()
  const become = db.prepare('update batch_document set document = ? where key = ?')
  const touch = db.prepare('update document set version = version + 1, updated_at = ? where key = ?')
  const stateOf = db
    .prepare<[number, string], string>('select state from batch_file where batch = ? and path = ?')
    .pluck()
  const note = db.prepare(`
    update batch_file set state = 'added', says = null, bytes = :bytes, changed = :changed, sha256 = :sha256,
      file = (select key from file where id = :file)
    where batch = :batch and path = :path`)
  const close = db.prepare(`
    update batch_file set state = :state, says = :says, changed = coalesce(:changed, changed)
    where batch = :batch and path = :path and state in ('listed', 'again')`)
  const reading = db
    .prepare<[number, string], number>(`
      select 1 from batch_file l join file f on f.key = l.file
      where l.batch = ? and l.path = ? and f.state in ('queued', 'running')`)
    .pluck()
  const advance = db.prepare('update job set done = done + :done, total = total - :fewer where key = :job')

  /** Settles files and counts them: those passed over after all are not counted, those still being read not yet done. */
  function settle(batch: StoredBatch, files: readonly Settled[]): void {
    let done = 0
    let fewer = 0
    for (const { path, state, says, changed = null } of files) {
      if (close.run({ batch: batch.key, path, state, says, changed }).changes === 0) continue
      if (state === 'passed-over') fewer++
      else if (reading.get(batch.key, path) === undefined) done++
    }
    if (done + fewer > 0) advance.run({ job: batch.job_key, done, fewer })
  }

  function addTo(document: string, batch: StoredBatch, { files, job, at }: AddBatchPart): void {
    const row = standing.get(document)
    if (!row || row.deleted_at !== null)
      throw new ArchiveError('gone', 'The document that it belongs to was deleted: restore it first.')
    const witness = firstWitness.get(row.key)
    if (witness === undefined)
      throw new ArchiveError('gone', 'The document that it belongs to has no witness.')
    const added = files.map(({ file }) => file)
    const command = { actor: batch.created_by, at }
    adding.addFiles(row.key, witness, added, job, command, { batch: batch.key, priority })
    touch.run(at, row.key)
    const subject = { type: 'document', id: document } as const
    record({ ...command, verb: 'add-files', subject, after: filesInEvents(added) })
  }

  const make = db.transaction((batch: StoredBatch, command: AddBatchPart): void => {
    const { document, files, job, at } = command
    if (document === null) throw new ArchiveError('internal', 'A part of a batch came without its document.')
    const added = files.map(({ file }) => file)
    const lot = { batch: batch.key, priority }
    adding.add({ ...document, actor: batch.created_by, at, files: added, job }, lot)
    become.run(document.id, command.part)
  })

  return {
    settle,
    add(command: AddBatchPart): 'added' | 'known' | 'stopped' {
      const batch = batches.byId(command.batch)
      const part = batch && partOf.get(command.part, batch.key)
      if (!batch || !part || batch.job_state === 'cancelled' || batch.phase === 'abandoned') return 'stopped'
      const files = command.files.filter(({ path }) => stateOf.get(batch.key, path) === 'listed')
      if (files.length > 0) {
        try {
          if (part.document !== null) addTo(part.document, batch, { ...command, files })
          else make(batch, { ...command, files })
        } catch (error) {
          // What a description names and is not there refuses this document alone.
          forgetTerms(db)
          throw error
        }
        for (const { path, bytes, changed, file } of files)
          note.run({ batch: batch.key, path, bytes, changed, sha256: file.sha256, file: file.id })
      }
      settle(
        batch,
        command.described.map((one) => ({ ...one, state: 'added' })),
      )
      return files.length > 0 ? 'added' : 'known'
    },
  }
}
