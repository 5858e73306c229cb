import Database from 'better-sqlite3'
import type { CopiedCatalogue, LiveCatalogue, OriginalOfCopy } from '../ports/backups.ts'
import { refuseUnknown } from './migrate.ts'
import { type Connection, openForReading } from './open-database.ts'

/** Some 16 MB: often enough to tell how far it is. */
const pagesAtOnce = 4096

/** A catalogue of which copies are made over a connection that reads only. */
export function sqliteLiveCatalogue(db: Connection): LiveCatalogue {
  return {
    madeAt: () => madeAt(db),
    async copyTo(path, tell) {
      // SQLite begins a copy anew at each write of another process, unless it is one reading transaction.
      db.exec('begin')
      db.prepare('select count(*) from migration').get()
      try {
        await db.backup(path, {
          progress({ totalPages, remainingPages }) {
            tell(totalPages - remainingPages, totalPages)
            return pagesAtOnce
          },
        })
      } finally {
        db.exec('rollback')
      }
      const copy = new Database(path)
      copy.pragma('journal_mode = delete')
      copy.close()
    },
  }
}

/** Opens a copy, of this version of the program or an earlier one. */
export function openCopiedCatalogue(path: string): CopiedCatalogue {
  const db = openForReading(path)
  refuseUnknown(db)
  const originals = namingOriginals(db)
  const all = db.prepare<[], { sha256: string; bytes: number | null; kept: number }>(
    `select sha256, max(bytes) as bytes, max(kept) as kept from (${originals}) group by sha256`,
  )
  const names = db.prepare<[string], number>(`select 1 from (${originals}) where sha256 = ? limit 1`).pluck()
  const about = db.prepare<[string], { document: string; title: string; name: string }>(`
    select d.id as document, s.title, f.name from file f join document d on d.key = f.document
    join description s on s.document = d.key where f.sha256 = ? limit 1`)
  return {
    madeAt: () => madeAt(db),
    faults() {
      const says = db.prepare<[], string>('pragma integrity_check').pluck().all()
      return says.filter((line) => line !== 'ok')
    },
    count: () =>
      db.prepare<[], number>(`select count(distinct sha256) from (${originals})`).pluck().get() ?? 0,
    *originals(): Generator<OriginalOfCopy> {
      for (const { sha256, bytes, kept } of all.iterate()) yield { sha256, bytes, isKept: kept === 1 }
    },
    names: (sha256) => names.get(sha256) !== undefined,
    about: (sha256) => about.get(sha256) ?? null,
    close: () => void db.close(),
  }
}

/** Every row that names bytes: files, and what is on its way to become some. Earlier versions have not all the tables. */
function namingOriginals(db: Connection): string {
  const tables = new Set(
    db.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all(),
  )
  const parts = {
    file: 'select sha256, bytes, 1 as kept from file',
    import: 'select sha256, null, 0 from import where finished_at is null',
    upload: 'select sha256, bytes, 0 from upload where sha256 is not null',
    batch_file: `select f.sha256, f.bytes, 0 from batch_file f join batch b on b.key = f.batch
      where f.sha256 is not null and f.file is null and b.source = 'upload'`,
  }
  return Object.entries(parts)
    .filter(([table]) => tables.has(table))
    .map(([, sql]) => sql)
    .join(' union all ')
}

const madeAt = (db: Connection): string =>
  db.prepare<[], string>('select applied_at from migration order by number limit 1').pluck().get() ?? ''
