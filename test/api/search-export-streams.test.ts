import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { exportRoutes } from '../../src/api/export.ts'
import { createMetrics } from '../../src/api/metrics.ts'
import type { DocumentHit, SearchIndex } from '../../src/ports/search-index.ts'
import { now } from '../support/builders.ts'
import { toyApp } from './frame/toy.ts'

const anyDate = { edtf: null, earliest: null, latest: null, status: 'unknown' } as const
const aHit = (n: number): DocumentHit => ({
  document: {
    id: `d${n}`,
    title: 'x'.repeat(1000),
    language: null,
    date: anyDate,
    creator: null,
    type: null,
    collection: null,
  },
  ...{ score: 1, pageHits: 0, missing: [], pages: [], notes: [] },
})

/** An index that always has more, until the batch at which it breaks. */
function endlessIndex(breaksAt = Number.POSITIVE_INFINITY) {
  let batches = 0
  const index: Pick<SearchIndex, 'find'> = {
    async find({ limit }) {
      await wait(1)
      if (++batches > breaksAt) throw new Error('The index is broken.')
      return {
        total: { documents: 1e9, pages: 0, exact: true },
        partial: { documents: 0 },
        hits: Array.from({ length: limit }, (_, n) => aHit(n)),
        facets: { type: [], language: [], collection: [], creator: [], subject: [], decade: [] },
        histogram: [],
        histogramBins: { undated: 0, openStart: 0, openEnd: 0, vague: 0 },
        didYouMean: null,
        next: String(batches),
      }
    },
  }
  return { index, batches: () => batches }
}

/** Asks for an export of all that the index has. */
async function exporting(kind: 'csv' | 'jsonl', index: Pick<SearchIndex, 'find'>) {
  const quiet = () => {}
  const app = toyApp(
    exportRoutes({
      searchIndex: index,
      authorities: { otherNames: async () => new Map() },
      clock: () => now,
      metrics: createMetrics(),
      log: { debug: quiet, info: quiet, warn: quiet },
      slowQueryMs: 0,
    }),
  )
  const server = createServer(app.app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const headers = { Authorization: 'Bearer token-of-a-reader' }
  const asking = ask({ port, path: `/api/v1/search.${kind}?q=x`, headers }).on('error', () => {})
  asking.end()
  return { ...app, server, asking }
}

describe.each(['csv', 'jsonl'] as const)('a search streamed as %s', (kind) => {
  test('is found no faster than the client takes it, and no further once the client is gone', async () => {
    const { index, batches } = endlessIndex()
    const { asking, server, logged, finished } = await exporting(kind, index)
    const [reply]: IncomingMessage[] = await once(asking, 'response')
    reply?.on('error', () => {}).pause()
    await expect.poll(async () => (await still(batches)) && batches() > 1, { timeout: 10_000 }).toBe(true)
    const before = batches()
    reply?.resume()
    await expect.poll(batches).toBeGreaterThan(before + 5)
    asking.destroy()
    await expect.poll(() => finished.length).toBe(1)
    expect(finished[0]?.aborted).toBe(true)
    expect(await still(batches)).toBe(true)
    expect(logged).toEqual([])
    server.close()
  })

  test('is broken off where finding breaks, so that a part is not taken for the whole, and logged', async () => {
    const { index } = endlessIndex(3)
    const { asking, server, logged } = await exporting(kind, index)
    const [reply]: IncomingMessage[] = await once(asking, 'response')
    expect(reply?.statusCode).toBe(200)
    await expect(reply?.resume().toArray()).rejects.toThrow(/aborted/)
    await expect.poll(() => logged.length).toBe(1)
    server.close()
  })

  test('is a problem where the first batch cannot be found', async () => {
    const { index } = endlessIndex(0)
    const { asking, server, logged } = await exporting(kind, index)
    const [reply]: IncomingMessage[] = await once(asking, 'response')
    expect([
      reply?.statusCode,
      reply?.headers['content-type'],
      reply?.headers['content-disposition'],
    ]).toEqual([500, 'application/problem+json; charset=utf-8', undefined])
    reply?.resume()
    expect(logged).toHaveLength(1)
    server.close()
  })
})

/** Whether a count stays as it is for a while. */
async function still(count: () => number): Promise<boolean> {
  const before = count()
  await wait(250)
  return count() === before
}
