import { everybody } from '../domain/audience.ts'
import { targetsOfSources, targetsOfValue } from '../domain/claim/targets.ts'
import type { Claim } from '../domain/claim.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { AddWitness, WitnessWriter } from '../ports/witnesses.ts'
import { refreshAffected } from './affected.ts'
import { claimRows } from './claim-rows.ts'
import { documentRows } from './document-rows.ts'
import { eventLog } from './event-log.ts'
import { markWriter } from './mark-writer.ts'
import type { Connection } from './open-database.ts'
import { targetChecks } from './targets.ts'
import { refuseStale, transactions } from './transact.ts'
import { witnessRefresh } from './witness-refresh.ts'
import { type WitnessRow, witnessRows } from './witness-rows.ts'

/** Witnesses and their marks, written. */
export function sqliteWitnessWriter(db: Connection): WitnessWriter {
  const transact = transactions(db)
  const witnesses = witnessRows(db)
  const documents = documentRows(db)
  const claims = claimRows(db)
  const marks = markWriter(db)
  const refresh = witnessRefresh(db)
  const refreshDocument = refreshAffected(db)
  const check = targetChecks(db)
  const record = eventLog(db)
  const nextOrdinal = db
    .prepare<[number], number>('select coalesce(max(ordinal), 0) + 1 from witness where document = ?')
    .pluck()
  const insert = db.prepare(`
    insert into witness (id, document, ordinal, label, version, created_at)
    values (:id, :document, :ordinal, :label, 0, :at)`)
  const touchDocument = db.prepare('update document set version = version + 1, updated_at = ? where key = ?')

  function standingDocument(id: string) {
    const row = documents.row(id)
    if (!row) throw notFound('document')
    if (row.deleted_at) throw new ArchiveError('gone', 'This document was deleted meanwhile.')
    return row
  }
  function standing(id: string): WitnessRow {
    const row = witnesses.row(id)
    if (!row) throw notFound('witness')
    standingDocument(row.document)
    return row
  }
  function say(row: WitnessRow, { claims: added, paths }: Pick<AddWitness, 'claims' | 'paths'>) {
    for (const [index, claim] of added.entries()) {
      if (claim.rank !== 'deprecated') check(targetsOf(claim, paths?.[index] ?? null))
      claims.add(row.document_key, claim)
    }
  }
  function refreshBearer(row: WitnessRow, at: string) {
    touchDocument.run(at, row.document_key)
    refresh(row, at)
  }

  return {
    async add(command) {
      return transact(command, () => {
        const { id, at, actor, document } = command
        const bearer = standingDocument(document)
        refuseStale(command, bearer.version)
        const ordinal = nextOrdinal.get(bearer.key) ?? 1
        insert.run({ id, document: bearer.key, ordinal, label: `Witness ${ordinal}`, at })
        const row = standing(id)
        say(row, command)
        for (const [index, mark] of command.marks.entries())
          marks.add(mark.id, mark.content, row, command, `marks.${index}.`)
        refreshBearer(row, at)
        const added = witnesses.record(standing(id), undefined, everybody)
        const subject = { type: 'witness', id }
        record({ at, actor, verb: 'add-witness', subject, document, after: added.view })
        return added
      })
    },
    async revise(command) {
      return transact(command, () => {
        const { id, at, actor } = command
        const row = standing(id)
        refuseStale(command, row.version)
        const before = witnesses.record(row, undefined, everybody)
        say(row, command)
        refreshBearer(row, at)
        const after = witnesses.record(standing(id), undefined, everybody)
        const subject = { type: 'witness', id }
        const { document } = row
        record({
          at,
          actor,
          verb: 'revise-witness',
          subject,
          document,
          before: before.view,
          after: after.view,
        })
        return after
      })
    },
    async addMark(command) {
      return transact(command, () => {
        const witness = standing(command.witness)
        refuseStale(command, witness.version)
        const added = marks.add(command.id, command.content, witness, command)
        refreshDocument({ type: 'mark', id: added.id }, command.at)
        return added
      })
    },
    async changeMark(command) {
      return transact(command, () => {
        const { witness } = marks.standing(command.id)
        return marks.change(command.id, command.content, standing(witness), command)
      })
    },
    async removeMark(command) {
      transact(command, () => {
        const { witness } = marks.standing(command.id)
        marks.remove(command.id, standing(witness), command)
      })
    },
  }
}

const targetsOf = ({ value, sources }: Claim, path: string | null) => [
  ...targetsOfValue(value).map((target) => ({ ...target, path: path ?? target.path })),
  ...targetsOfSources(sources),
]
