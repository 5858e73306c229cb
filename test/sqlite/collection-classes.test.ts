import { expect, test } from 'vitest'
import type { Claim } from '../../src/domain/claim.ts'
import type { Visibility } from '../../src/domain/document.ts'
import type { PutCollection } from '../../src/ports/collections.ts'
import { collectionClasses } from '../../src/sqlite/collection-classes.ts'
import { newId } from '../../src/tools/ids.ts'
import { all } from '../contract/opened.ts'
import { aClaim, actor, aDocument, now, stranger } from '../support/builders.ts'
import { openSqlite } from './open.ts'

async function aCollection(visibility: Visibility = 'public') {
  const opened = openSqlite()
  const { write, documents } = opened
  const put: PutCollection = {
    ...{
      actor,
      at: now,
      id: newId('k'),
      parent: null,
      level: 'fonds',
      referenceCode: null,
      title: 'A fonds',
    },
    ...{ elements: {}, visibility, embargoUntil: null, group: null },
  }
  await write.collections.add(put)
  const paper = async (description: object) => (await write.documents.add(aDocument({ description }))).id
  const say = (document: string, property: string, value: Claim['value']) =>
    write.claims.add({ actor, at: now, claim: aClaim({ document, property, value }) })
  const seen = async () => (await documents.list(stranger, {}, all)).items.map(({ id }) => id).toSorted()
  return { ...opened, put, paper, say, seen, held: { collection: put.id } }
}

test('a date tells no more of what a collection hides as soon as it is hidden', async () => {
  const { put, paper, say, write, documents, held } = await aCollection()
  const hidden = await paper({ ...held, date: '1941-06-22' })
  const open = await paper({})
  await say(open, 'answers', { document: hidden })
  const date = async () => (await documents.find(open))?.description.date
  expect(await date()).toMatchObject({ status: 'inferred', earliest: '1941-06-22' })
  await write.collections.revise({ ...put, visibility: 'restricted' })
  expect(await date()).toMatchObject({ status: 'unknown', earliest: null })
  await write.collections.revise({ ...put, visibility: 'public' })
  expect(await date()).toMatchObject({ status: 'inferred', earliest: '1941-06-22' })
})

test('what is bound to more than can be dated at once is hidden at once, and opens when it has been dated', async () => {
  const { put, paper, say, seen, write, db, held } = await aCollection()
  const papers = [await paper(held), await paper(held), await paper(held), await paper(held)]
  const [one = '', two = '', three = '', free = ''] = papers
  await say(two, 'answers', { document: one })
  await say(three, 'answers', { document: two })
  const classes = collectionClasses(db, 1)
  const shown = (visibility: Visibility) => {
    db.prepare('update collection set visibility = ?').run(visibility)
    const key = db.prepare<[string], number>('select key from collection where id = ?').pluck().get(put.id)
    db.transaction(() => classes.changed(key ?? 0, now))()
  }
  shown('restricted')
  expect(await seen()).toEqual([])
  await write.jobs.describe({ at: now, most: 10 })
  shown('public')
  expect(await seen()).toHaveLength(2)
  expect(await seen()).toContain(free)
  await write.jobs.describe({ at: now, most: 10 })
  expect(await seen()).toEqual(papers.toSorted())
})
