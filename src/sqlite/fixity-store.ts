import type { DueOriginal, FixityReader, FixityWriter } from '../ports/fixity.ts'
import type { Connection } from './open-database.ts'

/** When originals were checked, read. */
export function sqliteFixityReader(db: Connection): FixityReader {
  const due = db.prepare<{ sound: string; unsound: string; never: string; most: number }, DueOriginal>(`
    select x.sha256, x.bytes, d.id as document, f.name
    from (
      select * from (select * from fixity where checked_at < :sound order by checked_at limit :most)
      union select * from (
        select * from fixity where state <> 'sound' and checked_at < :unsound order by checked_at limit :most)
      union select * from (select * from fixity where checked_at > :never limit :most)
    ) x
    join file f on f.key = (select min(key) from file where sha256 = x.sha256)
    join document d on d.key = f.document
    order by x.checked_at limit :most`)
  const unsound = db.prepare<[], number>("select count(*) from fixity where state <> 'sound'").pluck()
  const oldest = db.prepare<[], string>('select checked_at from fixity order by checked_at limit 1').pluck()
  return {
    async due(before, most) {
      return due.all({ ...before, most })
    },
    async unsound() {
      return unsound.get() ?? 0
    },
    async oldest() {
      return oldest.get() ?? null
    },
  }
}

export function sqliteFixityWriter(db: Connection): FixityWriter {
  const put = db.prepare('update fixity set state = :state, checked_at = :at where sha256 = :sha256')
  return {
    async note(checked) {
      put.run(checked)
    },
  }
}
