import { audienceClass } from '../domain/audience.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { Command } from '../ports/command.ts'
import type { DocumentWriter } from '../ports/documents.ts'
import { refreshAffected } from './affected.ts'
import { annotationCircles } from './annotation-circles.ts'
import { descriptionRows } from './description-rows.ts'
import { documentAdding, filesInEvents } from './document-adding.ts'
import { documentReadings } from './document-readings.ts'
import { type DocumentRow, documentRows } from './document-rows.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { pageCovering } from './page-covering.ts'
import { readings } from './readings.ts'
import { refuseStale, transactions } from './transact.ts'

/** Documents, written: each method is one transaction with its claims, description, index rows, jobs and event. */
export function sqliteDocumentWriter(db: Connection): DocumentWriter {
  const transact = transactions(db)
  const documents = documentRows(db)
  const adding = documentAdding(db)
  const indexed = readings(db)
  const restored = documentReadings(db)
  const descriptions = descriptionRows(db)
  const refresh = refreshAffected(db)
  const record = eventLog(db)
  const covering = pageCovering(db)
  const circles = annotationCircles(db)
  const touch = db.prepare('update document set version = version + 1, updated_at = ? where key = ?')
  const show = db.prepare(
    'update document set visibility = ?, embargo_until = ?, restricted_to = ? where key = ?',
  )
  const bury = db.prepare('update document set deleted_at = ? where key = ?')
  const firstWitness = db.prepare<[number], { key: number; id: string }>(
    'select key, id from witness where document = ? order by ordinal limit 1',
  )
  const witnessOf = db.prepare<[string, number], { key: number; id: string }>(
    'select key, id from witness where id = ? and document = ?',
  )

  function standing(id: string, command?: Pick<Command, 'expectedVersion'>): DocumentRow {
    const row = documents.row(id)
    if (!row) throw notFound('document')
    if (row.deleted_at) throw new ArchiveError('gone', 'This document was deleted meanwhile.')
    if (command) refuseStale(command, row.version)
    return row
  }
  /** Gives what is found of a document the class that this has now, each of its pages and annotations as it is seen. */
  function reclass(key: number, audience: string, at: string): void {
    indexed.reclass(key, audience)
    circles.document(key)
    covering.document(key, at)
  }
  const reread = (id: string) => {
    const row = documents.row(id)
    if (!row) throw notFound('document')
    return row
  }

  return {
    async add(command) {
      return transact(command, () => adding.add(command))
    },

    async addFiles(command) {
      return transact(command, () => {
        const row = standing(command.document, command)
        const witness = command.witness ? witnessOf.get(command.witness, row.key) : firstWitness.get(row.key)
        if (!witness) throw notFound('witness of this document')
        adding.addFiles(row.key, witness.id, command.files, command.job, command)
        touch.run(command.at, row.key)
        record({
          ...command,
          verb: 'add-files',
          subject: { type: 'document', id: row.id },
          after: filesInEvents(command.files),
        })
        return documents.record(reread(row.id))
      })
    },

    async revise(command) {
      return transact(command, () => {
        const row = standing(command.id, command)
        const before = {
          description: documents.description(row),
          visibility: row.visibility,
          group: row.restricted_to,
        }
        adding.addClaims(row.key, command.claims)
        const visibility = command.visibility ?? row.visibility
        const embargoUntil = command.embargoUntil === undefined ? row.embargo_until : command.embargoUntil
        const group = command.group === undefined ? row.restricted_to : adding.knownGroup(command.group)
        show.run(visibility, embargoUntil, group, row.key)
        touch.run(command.at, row.key)
        const now = reread(row.id)
        refresh({ type: 'document', id: row.id }, command.at)
        const audience = audienceClass(visibility, embargoUntil, group)
        if (audience !== audienceClass(row.visibility, row.embargo_until, row.restricted_to))
          reclass(row.key, audience, command.at)
        record({
          ...command,
          verb: 'revise',
          subject: { type: 'document', id: row.id },
          before,
          after: { description: documents.description(now), visibility, group },
        })
        return documents.record(now)
      })
    },

    async remove(command) {
      transact(command, () => {
        const row = standing(command.id, command)
        bury.run(command.at, row.key)
        touch.run(command.at, row.key)
        indexed.entombDocument(row.key, command.at)
        descriptions.reindex(reread(row.id), command.at)
        refresh({ type: 'document', id: row.id }, command.at)
        record({ ...command, verb: 'remove', subject: { type: 'document', id: row.id } })
      })
    },

    async restore(command) {
      return transact(command, () => {
        const row = reread(command.id)
        refuseStale(command, row.version)
        if (!row.deleted_at) return documents.record(row)
        bury.run(null, row.key)
        touch.run(command.at, row.key)
        const now = reread(row.id)
        refresh({ type: 'document', id: row.id }, command.at)
        restored.refresh(now, command.at)
        record({ ...command, verb: 'restore', subject: { type: 'document', id: row.id } })
        return documents.record(now)
      })
    },
  }
}
