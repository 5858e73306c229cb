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

test('it tells apart new rows, what is told of documents, and what comes into sight or goes out of it', async () => {
  const opened = openSqlite()
  const db = openForReading(opened.path)
  onTestFinished(() => void db.close())
  const { held, follow } = holdings(db)
  const grows = async (write: () => unknown) => {
    follow()
    const before = { ...held }
    await write()
    follow()
    return { sights: held.sights > before.sights, descriptions: held.descriptions > before.descriptions }
  }
  const { id } = await aReadDocument(opened, ['a night'])
  const revise = (part: object) => opened.write.documents.revise({ actor, at: now, id, claims: [], ...part })
  const add = () => aReadDocument(opened, ['a train'])
  expect(await grows(add)).toEqual({ sights: false, descriptions: false })
  const claims = [aClaim({ document: id, property: 'date', value: { edtf: '1941' } })]
  expect(await grows(() => revise({ claims }))).toMatchObject({ descriptions: true })
  expect(await grows(() => revise({ visibility: 'members' }))).toEqual({ sights: true, descriptions: true })
  const collection = { level: 'fonds', referenceCode: null, title: 'A fonds', elements: {} } as const
  const seen = { visibility: 'public', embargoUntil: null, group: null } as const
  const arrange = () =>
    opened.write.collections.add({ actor, at: now, id: newId('k'), parent: null, ...collection, ...seen })
  expect(await grows(arrange)).toEqual({ sights: false, descriptions: true })
  expect(await grows(() => opened.write.documents.remove({ actor, at: now, id }))).toMatchObject({
    sights: true,
  })
})
