import { expect, onTestFinished, test } from 'vitest'
import { type Connection, openForReading } from '../../../src/sqlite/open-database.ts'
import { documentHits } from '../../../src/sqlite/search/document-hits.ts'
import { holdings } from '../../../src/sqlite/search/holdings.ts'
import { aReadDocument } from '../../contract/opened.ts'
import { aClaim, actor, now } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

/** A connection that tells of which documents descriptions were read. */
function listening(path: string) {
  const db = openForReading(path)
  onTestFinished(() => void db.close())
  const read: number[][] = []
  const prepare = (sql: string) => {
    const statement = db.prepare<[string], { key: number }>(sql)
    if (!sql.includes('join description')) return statement
    const all = (keys: string) => {
      const rows = statement.all(keys)
      read.push(rows.map(({ key }) => key))
      return rows
    }
    return { ...statement, all }
  }
  return { db, listened: Object.assign(Object.create(db), { prepare }) as Connection, read }
}

test('a document is read again when it is described anew, and not when others are', async () => {
  const opened = openSqlite()
  const { id } = await aReadDocument(opened, ['a night'], { description: { title: 'One' } })
  const { db, listened, read } = listening(opened.path)
  const { held, follow } = holdings(db)
  const show = documentHits(listened, held)
  const titles = () => {
    follow()
    const asked = { score: 1, pageHits: 0, rows: [], missing: [], isAstray: false, notes: [] }
    const keys = Array.from({ length: held.documents.last }, (_, at) => at + 1)
    const all = keys.map((key) => ({ key, ...asked }))
    return show(all, null).map(({ document }) => document.title)
  }
  expect(titles()).toEqual(['One'])
  await aReadDocument(opened, ['a day'], { description: { title: 'Two' } })
  expect(titles()).toEqual(['One', 'Two'])
  const claims = [aClaim({ document: id, value: { text: 'Another' }, rank: 'preferred' })]
  await opened.write.documents.revise({ actor, at: now, id, claims })
  expect(titles()).toEqual(['Another', 'Two'])
  expect(titles()).toEqual(['Another', 'Two'])
  expect(read).toEqual([[1], [2], [1]])
})
