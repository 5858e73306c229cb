import { audienceClass } from '../domain/audience.ts'
import { targetsOfValue } from '../domain/claim/targets.ts'
import type { Claim } from '../domain/claim.ts'
import type { DocumentRecord } from '../domain/document.ts'
import { invalid, notFound } from '../domain/errors.ts'
import type { Command } from '../ports/command.ts'
import type { AddDocument, NewFile } from '../ports/documents.ts'
import { refreshAffected } from './affected.ts'
import { claimRows } from './claim-rows.ts'
import { documentRows } from './document-rows.ts'
import { eventLog } from './event-log.ts'
import { fileRows, type Lot } from './file-rows.ts'
import type { Connection } from './open-database.ts'
import { targetChecks } from './targets.ts'

/** Documents, their claims and files added, in the transaction of who calls. */
export function documentAdding(db: Connection) {
  const documents = documentRows(db)
  const claims = claimRows(db)
  const files = fileRows(db)
  const check = targetChecks(db)
  const refresh = refreshAffected(db)
  const record = eventLog(db)
  const insertDocument = db.prepare(`
    insert into document (id, visibility, embargo_until, restricted_to, audience, created_at, updated_at)
    values (:id, :visibility, :embargoUntil, :group, :audience, :at, :at)`)
  const groupNamed = db.prepare<[string], string>('select id from person_group where id = ?').pluck()
  const insertWitness = db.prepare(`
    insert into witness (id, document, ordinal, label, created_at) values (:id, :document, 1, :label, :at)`)
  const witnessOf = db.prepare<[string, number], { key: number }>(
    'select key from witness where id = ? and document = ?',
  )

  /** The group, if it is one. */
  function knownGroup(group: string | null): string | null {
    if (group === null || groupNamed.get(group) !== undefined) return group
    throw invalid('group', 'is not a group of this archive.')
  }

  /** Of what a description names, only a collection is an id; what a claim takes back was there once. */
  function addClaims(document: number, added: readonly Claim[]): void {
    for (const claim of added) {
      const named = claim.rank === 'deprecated' ? [] : targetsOfValue(claim.value)
      check(named.map((target) => ({ ...target, path: target.type })))
      claims.add(document, claim)
    }
  }

  function addFiles(
    document: number,
    witness: string,
    added: readonly NewFile[],
    job: string,
    { at, actor }: Command,
    lot?: Lot,
  ): void {
    const row = witnessOf.get(witness, document)
    if (row) files.add({ document, witness: row.key, files: added, job, at, actor, lot })
  }

  return {
    addClaims,
    knownGroup,
    addFiles,
    /** Adds a document with all that comes with it, describes and indexes it, and records the event. */
    add(command: AddDocument, lot?: Lot): DocumentRecord {
      const { id, at, actor, witness } = command
      const { visibility, embargoUntil, group = null } = command
      const audience = audienceClass(visibility, embargoUntil, group)
      insertDocument.run({ id, visibility, embargoUntil, group: knownGroup(group), audience, at })
      const row = documents.row(id)
      if (!row) throw notFound('document')
      insertWitness.run({ id: witness.id, document: row.key, label: witness.label, at })
      addClaims(row.key, command.claims)
      refresh({ type: 'document', id }, at)
      if (command.job) addFiles(row.key, witness.id, command.files, command.job, command, lot)
      const after = { description: documents.description(row), files: filesInEvents(command.files) }
      record({ at, actor, verb: 'add', subject: { type: 'document', id }, after })
      return documents.record(row)
    },
  }
}

/** Files as events tell of them. */
export const filesInEvents = (files: readonly NewFile[]) =>
  files.map(({ id, name, sha256, bytes, mediaType, role }) => ({ id, name, sha256, bytes, mediaType, role }))
