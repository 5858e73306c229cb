import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { SearchIndex } from '../../src/ports/search-index.ts'
import { startThread } from '../../src/threads/connect.ts'
import { threadOnDemand } from '../../src/threads/on-demand.ts'
import { aCataloguePath, openSqlite } from '../sqlite/open.ts'

const searcher = new URL('../../src/threads/searcher.ts', import.meta.url)

function aThread(catalogue: string) {
  let starts = 0
  const thread = threadOnDemand(() => {
    starts++
    return startThread(searcher, { catalogue, memory: 2 ** 20 })
  })
  onTestFinished(() => thread.close())
  return { thread, index: thread.store<SearchIndex>('search'), starts: () => starts }
}

test('a thread is started once, by the first of many calls', async () => {
  const { index, thread, starts } = aThread(openSqlite().path)
  expect([thread.isStarted(), starts()]).toEqual([false, 0])
  const asked = Promise.all([index.figures(), index.figures(), index.settled()])
  expect(thread.underWay()).toBe(3)
  await asked
  expect([thread.isStarted(), thread.underWay(), starts()]).toEqual([true, 0, 1])
})

test('one that was never needed is closed without being started, and is not started any more', async () => {
  const { index, thread, starts } = aThread(openSqlite().path)
  await thread.close()
  await expect(index.figures()).rejects.toThrow(/closing/)
  expect(starts()).toBe(0)
})

test('one that cannot start says why to each that asks, and has ended', async () => {
  const { index, thread } = aThread(join(aCataloguePath(), 'none.sqlite'))
  const asked = await Promise.allSettled([index.figures(), thread.start()])
  for (const one of asked) expect(one).toMatchObject({ reason: { fault: 'not-found' } })
  expect(await thread.ended).toMatchObject({ fault: 'not-found' })
})
