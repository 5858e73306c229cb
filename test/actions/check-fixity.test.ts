import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkFixity } from '../../src/actions/check-fixity.ts'
import { createMetrics } from '../../src/api/metrics.ts'
import { aServedArchive, type Served } from '../api/client.ts'

const fast = { days: 30, bytesPerSecond: 1e9 }
const never = new AbortController().signal
const inDays = (days: number) => () => new Date(Date.now() + days * 86_400_000).toISOString()

describe('originals that are served', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
    for (const name of ['one', 'two', 'three'])
      await it.upload({ title: name }, [{ name: `${name}.txt`, bytes: name.repeat(40_000) }])
    await it.idle()
  })
  afterAll(() => it.close())

  const said: string[] = []
  const log = { info() {}, error: (_: object, message: string) => void said.push(message) }
  const check = (days: number, pace = fast, ends = never) =>
    checkFixity({ ...it.archive.deps, log, clock: inDays(days) }, pace, ends)
  const damaged = async () => (await it.get('/attention')).body.damagedOriginals

  test('are checked when their days are over and not before, and told where they are damaged until they are mended', async () => {
    expect(await check(29)).toEqual({ checked: 0, unsound: 0 })
    expect(await check(31)).toEqual({ checked: 3, unsound: 0 })
    expect(await check(60)).toEqual({ checked: 0, unsound: 0 })
    const { digests } = await allOriginals()
    const [gone = '', changed = ''] = digests
    const path = (sha: string) => join(it.home, 'originals', sha.slice(0, 2), sha.slice(2, 4), sha)
    const bytes = await Promise.all([readFile(path(gone)), readFile(path(changed))])
    await rm(path(gone))
    await writeFile(path(changed), Buffer.alloc(bytes[1].length))
    expect(await check(62)).toEqual({ checked: 3, unsound: 2 })
    expect(said).toHaveLength(2)
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/ are missing\.$/),
        expect.stringMatching(/ have changed/),
      ]),
    )
    expect(await damaged()).toBe(2)
    const metrics = createMetrics(undefined, it.archive.deps.fixity)
    expect(await metrics.text()).toMatch(/^fonds_originals_damaged 2$/m)
    expect(await check(62)).toEqual({ checked: 0, unsound: 0 })
    await writeFile(path(gone), bytes[0])
    await writeFile(path(changed), bytes[1])
    expect(await check(62.1)).toEqual({ checked: 2, unsound: 0 })
    expect(await damaged()).toBe(0)
  })

  test('are read no faster than told, and not blamed when that is broken off', async () => {
    const begun = performance.now()
    expect(await check(200, { days: 30, bytesPerSecond: 800_000 })).toEqual({ checked: 3, unsound: 0 })
    expect(performance.now() - begun).toBeGreaterThan(400)
    expect(await check(300, { days: 30, bytesPerSecond: 10_000 }, AbortSignal.timeout(100))).toEqual({
      ...{ checked: 0, unsound: 0 },
    })
    expect(await damaged()).toBe(0)
  })

  test('are checked again where that is noted for a time that is still to come, because a clock was wrong', async () => {
    expect(await check(400)).toEqual({ checked: 3, unsound: 0 })
    expect(await check(0)).toEqual({ checked: 3, unsound: 0 })
    expect(await check(0)).toEqual({ checked: 0, unsound: 0 })
  })

  async function allOriginals() {
    const digests: string[] = []
    let cursor: string | null = null
    do {
      const page: { digests: string[]; next: string | null } = await it.archive.deps.files.list(cursor)
      digests.push(...page.digests)
      cursor = page.next
    } while (cursor !== null)
    return { digests }
  }
})
