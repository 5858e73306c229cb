import type { Connection } from './open-database.ts'

type Last = { number: number; precedes: 0 | 1 }

/**
 * Where pages that are read come to stand in a witness: the files in the order of their upload, each with its pages in
 * order; where people have arranged the pages otherwise, behind what of the file stands there already, or at the end.
 */
export function pagePlaces(db: Connection) {
  const countBefore = db
    .prepare<{ witness: number; file: number; filePage: number }, number>(`
      select count(*) from witness_page wp join page p on p.key = wp.page join file f on f.key = p.file
      where wp.witness = :witness and (f.ordinal < (select ordinal from file where key = :file)
        or (f.key = :file and p.file_page < :filePage))`)
    .pluck()
  const last = db.prepare<{ witness: number; file: number; filePage: number }, Last>(`
    select wp.number, f.ordinal < (select ordinal from file where key = :file)
      or (f.key = :file and p.file_page < :filePage) as precedes
    from witness_page wp join page p on p.key = wp.page join file f on f.key = p.file
    where wp.witness = :witness order by wp.number desc limit 1`)
  // Through negative numbers, for a key must not meet its neighbour on the way.
  const lift = db.prepare(
    'update witness_page set number = -(number + :by) where witness = :witness and number > :after',
  )
  const liftLeaves = db.prepare(
    'update missing_leaf set after = after + :by where witness = :witness and after > :after',
  )
  const arranged = db.prepare<[number], number>('select arranged from witness where key = ?').pluck()
  const behind = db
    .prepare<{ witness: number; file: number; filePage: number }, number>(`
      select coalesce(
        (select wp.number from page p join witness_page wp on wp.page = p.key and wp.witness = :witness
          where p.file = :file and p.file_page < :filePage order by p.file_page desc limit 1),
        (select max(number) from witness_page where witness = :witness), 0)`)
    .pluck()
  const settle = db.prepare('update witness_page set number = -number where witness = ? and number < 0')
  const insert = db.prepare('insert into witness_page (witness, number, page) values (?, ?, ?)')
  // Which is nearly always so, and costs less than numbering anew.
  const isClosed = db
    .prepare<[number], number>(
      'select count(*) = coalesce(max(number), 0) from witness_page where witness = ?',
    )
    .pluck()
  const numbers = db
    .prepare<[number], number>('select number from witness_page where witness = ? order by number')
    .pluck()
  const settleLeaves = db.prepare(`
    update missing_leaf set after = (select count(*) from witness_page wp
      where wp.witness = missing_leaf.witness and wp.number <= missing_leaf.after) where witness = ? and after is not null`)
  const renumber = db.prepare(
    'update witness_page set number = :to where witness = :witness and number = :number',
  )

  function roomBehind(after: number, witness: number, by: number): number {
    lift.run({ witness, after, by })
    settle.run(witness)
    liftLeaves.run({ witness, after, by })
    return after + 1
  }

  return {
    /** Numbers the pages of a witness anew where some have left it. */
    closeGaps(witness: number): void {
      if (isClosed.get(witness) === 1) return
      settleLeaves.run(witness)
      // Downwards and from the first, so that none meets its neighbour.
      for (const [at, number] of numbers.all(witness).entries())
        if (number !== at + 1) renumber.run({ witness, number, to: at + 1 })
    },
    /** Makes room for pages of a file and returns the number of the first; later pages move up where there are any. */
    makeRoom(witness: number, file: number, filePage: number, count: number): number {
      const at = { witness, file, filePage }
      const end = last.get(at)
      if (arranged.get(witness)) return roomBehind(behind.get(at) ?? 0, witness, count)
      // Nearly always so, and counting would cost more with every page of a long file.
      if (!end || end.precedes) return (end?.number ?? 0) + 1
      return roomBehind(countBefore.get(at) ?? 0, witness, count)
    },
    put(witness: number, number: number, page: number): void {
      insert.run(witness, number, page)
    },
  }
}
