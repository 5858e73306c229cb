import { describe, expect, test } from 'vitest'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { memoryOf } from '../../../src/sqlite/search/memory.ts'
import { rowLists } from '../../../src/sqlite/search/row-lists.ts'
import { openSqlite } from '../open.ts'

describe('rows that FTS5 finds', () => {
  test('are those found until time is up, and the rest when there is time again', () => {
    const { db, path } = openSqlite()
    db.exec(`
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 250000)
      insert into reading_fts (rowid, body) select i, case i % 50000 when 0 then 'night train' else 'day' end from n`)
    const reading = openForReading(path)
    const { list } = rowLists(reading, memoryOf(2 ** 20), 100_000)
    const some = list('"night train"', 250_000, () => false)
    expect([some.exact, [...some.list.ids.subarray(0, some.list.size)]]).toEqual([false, [50_000, 100_000]])
    const all = list('"night train"', 250_000, () => true)
    expect([all.exact, all.list.size]).toEqual([true, 5])
    reading.close()
  })
})
