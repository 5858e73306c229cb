import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import { aReadDocument } from '../../contract/opened.ts'
import { aClaim, actor, keeper, now } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

test('what was asked for before comes first once it is called so, and no longer than it is', async () => {
  const opened = openSqlite()
  await aReadDocument(opened, ['convoy convoy convoy'], { description: { title: 'One' } })
  const { id } = await aReadDocument(opened, ['a convoy came by night'], { description: { title: 'Two' } })
  const first = async () => {
    const request = { query: parseQuery('convoy'), filter: {}, in: ['text'], match: 'all' } as const
    const slice = { transliterate: false, sort: 'relevance', limit: 20, cursor: null } as const
    const { hits } = await opened.search.find({ ...request, ...slice }, keeper)
    return hits.map(({ document }) => document.title)
  }
  const call = async (text: string, revisionOf: string | null) => {
    const claim = aClaim({ document: id, value: { text }, rank: 'preferred', revisionOf })
    await opened.write.documents.revise({ actor, at: now, id, claims: [claim] })
    return claim.id
  }
  expect(await first()).toEqual(['One', 'Two'])
  const called = await call('Convoy', null)
  expect(await first()).toEqual(['Convoy', 'One'])
  await call('Two again', called)
  expect(await first()).toEqual(['One', 'Two again'])
})
