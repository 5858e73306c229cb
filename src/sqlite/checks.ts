import { isDamage } from '../domain/errors.ts'
import type { Checks, Finding, NamedOriginal } from '../ports/checks.ts'
import { analysisStamp } from './analysis-stamp.ts'
import { damageOf } from './damage.ts'
import { damagedLogs } from './damaged-log.ts'
import { indexCheck } from './index-check.ts'
import type { Connection } from './open-database.ts'

/** Checks of a catalogue over a connection that reads only, on one state of it as a whole. */
export function sqliteChecks(db: Connection): Checks {
  const originals = db.prepare<[number], NamedOriginal>(`
    select f.key, d.id as document, f.name, f.sha256, f.bytes from file f join document d on d.key = f.document
    where f.key > ? order by f.key limit 100`)
  const count = db.prepare<[], number>('select count(*) from file').pluck()
  const title = db
    .prepare<[string], string>(
      'select s.title from document d join description s on s.document = d.key where d.id = ?',
    )
    .pluck()
  return {
    async database() {
      const lost = damagedLogs(db.name).map((says): Finding => ({ document: null, says }))
      const faults = faultsOf(db)
      if (faults.some((says) => says !== 'ok')) return [...lost, ...damaged(db, faults)]
      const strays = db.prepare<[], { table: string }>('pragma foreign_key_check').all()
      const stale = analysisStamp(db).isCurrent()
        ? []
        : ['The index was made by another version of the program: run "fonds reindex".']
      return [
        ...lost,
        ...stale.map((says): Finding => ({ document: null, says })),
        ...strays.map(
          ({ table }): Finding => ({
            document: null,
            says: `The database: a row of ${table} names what is not there.`,
          }),
        ),
      ]
    },
    async countOriginals() {
      return count.get() ?? 0
    },
    async originals(after) {
      return originals.all(after)
    },
    index: () => indexCheck(db),
    async title(document) {
      return title.get(document) ?? null
    },
  }
}

function faultsOf(db: Connection): string[] {
  try {
    return db.prepare<[], string>('pragma integrity_check').pluck().all()
  } catch (error) {
    if (isDamage(error)) return [(error as Error).message]
    throw error
  }
}

/** Says which tables are damaged, and what to do. */
function damaged(db: Connection, faults: readonly string[]): Finding[] {
  const { says, isOfIndexAlone } = damageOf(db)
  const remedy =
    says.length > 0 && isOfIndexAlone
      ? 'Only indexes are damaged, which are made from what is sound: stop the server, run "fonds reindex", start it.'
      : 'Stop the server and restore the archive from a backup.'
  const told = says.length > 0 ? says : faults.map((fault) => fault.replaceAll(/\s+/g, ' '))
  return [...told, remedy].map((line): Finding => ({ document: null, says: `The database: ${line}` }))
}
