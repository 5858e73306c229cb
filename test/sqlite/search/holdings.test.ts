import { expect, onTestFinished, test } from 'vitest'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { holdings } from '../../../src/sqlite/search/holdings.ts'
import { newId } from '../../../src/tools/ids.ts'
import { aReadDocument } from '../../contract/opened.ts'
import { aClaim, actor, now } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

test('what is held is another after all that a search may tell of, and after nothing else', async () => {
  const opened = openSqlite()
  const db = openForReading(opened.path)
  onTestFinished(() => void db.close())
  const { held, follow } = holdings(db)
  const isAnother = async (write: () => unknown) => {
    follow()
    const before = held.version
    await write()
    follow()
    return held.version > before
  }
  let id = ''
  const add = async () => {
    id = (await aReadDocument(opened, ['a night'])).id
  }
  const revise = (part: object) => opened.write.documents.revise({ actor, at: now, id, claims: [], ...part })
  expect(await isAnother(add)).toBe(true)
  const claims = [aClaim({ document: id, value: { text: 'Another' }, rank: 'preferred' })]
  expect(await isAnother(() => revise({ claims }))).toBe(true)
  expect(await isAnother(() => revise({ visibility: 'members' }))).toBe(true)
  const collection = { level: 'fonds', referenceCode: null, title: 'A fonds', elements: {} } as const
  const seen = { visibility: 'public', embargoUntil: null, group: null } as const
  const arrange = () =>
    opened.write.collections.add({ actor, at: now, id: newId('k'), parent: null, ...collection, ...seen })
  expect(await isAnother(arrange)).toBe(true)
  for (const sql of ['update page set width = 1000, height = 1400', 'update job set done = done + 1'])
    expect(await isAnother(() => opened.db.exec(sql)), sql).toBe(false)
  expect(await isAnother(() => opened.write.documents.remove({ actor, at: now, id }))).toBe(true)
})
