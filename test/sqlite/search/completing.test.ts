import { expect, test } from 'vitest'
import { aReadDocument } from '../../contract/opened.ts'
import { aDocument, keeper } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

test('a title is proposed however many documents speak of what it says', async () => {
  const opened = openSqlite()
  for (let n = 0; n < 3; n++)
    await aReadDocument(opened, ['the zebra'], { description: { title: `Page ${n}` } })
  for (let n = 0; n < 250; n++) {
    const description = { title: `Paper ${n}`, abstract: 'Of a zebra' }
    await opened.write.documents.add(aDocument({ description }))
  }
  await opened.write.documents.add(aDocument({ description: { title: 'The zebra of Riga' } }))
  expect(await opened.search.suggest('zebr', 5, keeper)).toEqual([
    { kind: 'title', value: 'The zebra of Riga' },
    { kind: 'word', value: 'zebra' },
  ])
})
