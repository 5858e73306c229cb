import { v7 } from 'uuid'
import { ArchiveError, invalid, notFound } from '../domain/errors.ts'
import type { Known, Operation, Work } from '../domain/page-work/operation.ts'
import { perform } from '../domain/page-work/perform.ts'
import type { PageWorkWriter } from '../ports/page-work.ts'
import { documentAdding } from './document-adding.ts'
import { documentRows } from './document-rows.ts'
import type { Connection } from './open-database.ts'
import { pageCarrying } from './page-carrying.ts'
import { pageChangeRows } from './page-change-rows.ts'
import { inverseWork } from './page-undoing.ts'
import { refuseStale, transactions } from './transact.ts'
import { type WitnessRow, witnessRows } from './witness-rows.ts'

/** Pages put in order, moved and labelled: each command is one transaction with all that follows from it. */
export function sqlitePageWorkWriter(db: Connection): PageWorkWriter {
  const transact = transactions(db)
  const witnesses = witnessRows(db)
  const documents = documentRows(db)
  const adding = documentAdding(db)
  const changes = pageChangeRows(db)
  const carrying = pageCarrying(db)
  const { pages } = carrying
  const inverse = inverseWork(pages, changes)
  const hasFile = db.prepare<[string], number>('select 1 from file where id = ?').pluck()

  function standing(id: string): WitnessRow {
    const row = witnesses.row(id)
    if (!row) throw notFound('witness')
    if (documents.row(row.document)?.deleted_at)
      throw new ArchiveError('gone', 'The document of this witness was deleted: restore it first.')
    return row
  }

  const known: Known = {
    sequenceOf(witness, path) {
      const row = witnesses.row(witness)
      if (!row) throw invalid(path, `There is no witness ${witness}.`)
      return pages.sequence(standing(witness).key)
    },
    pagesOfFile(file, from, to, path) {
      if (!hasFile.get(file)) throw invalid(path, `There is no file ${file}.`)
      const found = pages.pagesOfFile(file, from, to)
      if (found.length > 0) return found
      throw invalid(path, 'The file has no such pages, or has not been read so far.')
    },
    admitPages(ids, path) {
      const there = pages.known(ids)
      for (const [index, id] of ids.entries())
        if (!there.has(id)) throw invalid(`${path}.${index}`, `There is no page ${id}.`)
    },
    newLeaf: () => `l${v7().replaceAll('-', '')}`,
  }

  function work(target: string, operations: readonly Operation[], path?: string): Work {
    pages.begin()
    return perform(target, operations, known, path === undefined ? undefined : () => path)
  }
  function reread(id: string) {
    const change = changes.find(id)
    if (!change) throw notFound('change')
    return change
  }

  return {
    async change(command) {
      return transact(command, () => {
        const row = standing(command.witness)
        refuseStale(command, row.version)
        const done = carrying.carryOut(row, work(row.id, command.operations), { ...command, undoes: null })
        return done ? reread(command.id) : null
      })
    },

    async split(command) {
      return transact(command, () => {
        const source = documents.row(command.from)
        if (!source) throw notFound('document')
        if (source.deleted_at) throw new ArchiveError('gone', 'This document was deleted meanwhile.')
        refuseStale(command, source.version)
        const all = witnesses.ofDocument(source.id)
        const from = command.witness ? all.find(({ id }) => id === command.witness) : all[0]
        if (!from) throw notFound('witness of this document')
        adding.add(command.document)
        const target = standing(command.document.witness.id)
        const { choice, keep } = command
        const operation: Operation = keep
          ? { op: 'copy', origin: { witness: from.id, choice }, after: null }
          : { op: 'take', witness: from.id, choice, after: null }
        carrying.carryOut(target, work(target.id, [operation], ''), { ...command, undoes: null })
        const row = documents.row(target.document)
        if (!row) throw notFound('document')
        return { document: documents.record(row), change: command.id }
      })
    },

    async undo(command) {
      return transact(command, () => {
        const { witness, undoneBy } = reread(command.change)
        const row = standing(witness)
        refuseStale(command, row.version)
        if (undoneBy !== null) {
          const says = `This change was undone already, by ${undoneBy}: undo that one to have it again.`
          throw new ArchiveError('conflict', says)
        }
        pages.begin()
        const back = inverse(command.change, (id) => pages.sequence(standing(id).key))
        carrying.carryOut(row, back, { ...command, undoes: command.change })
        return reread(command.id)
      })
    },
  }
}
