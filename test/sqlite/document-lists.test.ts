import { expect, test } from 'vitest'
import { sqliteDocumentReader } from '../../src/sqlite/document-reader.ts'
import type { Connection } from '../../src/sqlite/open-database.ts'
import { newId } from '../../src/tools/ids.ts'
import { all, aReadDocument } from '../contract/opened.ts'
import { aClaim, actor, aDocument, aFile, keeper, now } from '../support/builders.ts'
import { openSqlite } from './open.ts'

test('a list shows documents as each is shown alone, and asks no more of the database for many', async () => {
  const { db, ...opened } = openSqlite()
  const { write, documents } = opened
  await aReadDocument(opened, ['One page', 'Another'])
  const { id: order } = await write.documents.add(aDocument())
  for (const names of [null, order, null]) {
    const files = [aFile({ name: 'b.txt' }), aFile({ name: 'a.txt' })]
    const { id: document } = await write.documents.add(aDocument({ files }))
    const id = newId('w')
    const value = { text: 'Order No. 001223', status: 'misattributed', names: names ?? '' } as const
    const heading = aClaim({ subject: { type: 'witness', id }, property: 'heading-as-printed', value })
    await write.witnesses.add({ actor, at: now, id, document, claims: names ? [heading] : [], marks: [] })
  }
  const { items } = await documents.list(keeper, {}, all)
  expect(items).toEqual(await Promise.all(items.map(({ id }) => documents.find(id))))
  const parts = items.map(({ pageCount, witnesses, notes, job }) => [
    pageCount,
    witnesses.map(({ files }) => files.map(({ name }) => name).join()).join(' '),
    notes.length,
    job !== null,
  ])
  expect(parts).toEqual([
    [0, 'b.txt,a.txt ', 0, true],
    [0, 'b.txt,a.txt ', 1, true],
    [0, 'b.txt,a.txt ', 0, true],
    [0, '', 1, false],
    [2, 'paper.txt', 0, true],
  ])

  const { connection, runs } = counting(db)
  const { list } = sqliteDocumentReader(connection)
  await list(keeper, {}, { ...all, limit: 1 })
  const forOne = runs()
  await list(keeper, {}, all)
  expect(runs() - forOne).toBe(forOne)
})

/** A connection, and how many statements were run by it. */
function counting(db: Connection) {
  let runs = 0
  const prepare = (sql: string) =>
    new Proxy(db.prepare(sql), {
      get: (statement, name) => {
        if (name === 'all' || name === 'get') runs++
        return Reflect.get(statement, name)
      },
    })
  return { connection: { prepare } as Connection, runs: () => runs }
}
