import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReindexer } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { diagnoseCatalogue } from '../../src/sqlite/diagnose-catalogue.ts'
import { isLong } from '../support/long.ts'
import { aFolder, fondsHere } from '../support/process.ts'
import { seeded } from './client.ts'
import { type Opened, openedAt } from './power/opened.ts'
import { pagesOf, type Spoiling, spoilPage } from './spoilt.ts'

const random = seeded(19410614)
const leaves = 150
const inHead: Spoiling = { until: 12 }

const ofIndex: [what: string, table: string, kind: 'leaf' | 'internal', Spoiling][] = [
  ['the head of a page of the index', 'reading_fts_data', 'leaf', inHead],
  ['an inner page of the index', 'reading_fts_data', 'internal', inHead],
  ['the pages that lead into the index', 'reading_fts_idx', 'leaf', inHead],
  ['the stems', 'term_stem_data', 'leaf', inHead],
]

describe('flipped bytes in the database', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>
  let clean: string
  let document = ''
  beforeAll(async () => {
    folder = await aFolder()
    clean = join(folder.path, 'clean')
    await using opened = await openedAt(clean)
    const words = (at: number) =>
      Array.from({ length: 100 }, (_, word) => `word${(at * 79 + word * 104729) % 997}`)
    const text = Array.from({ length: leaves }, (_, at) => `leaf${at} ${words(at).join(' ')}`).join('\f')
    const reply = await opened.client.upload({ title: 'Long', name: 'long.txt', bytes: Buffer.from(text) })
    document = ((await reply.json()) as { id: string }).id
    await opened.idle()
    await opened.seal()
    expect(await opened.faults()).toEqual([])
  })
  afterAll(() => folder?.[Symbol.asyncDispose]())

  /** A copy of the archive in which a page is spoilt. */
  function spoilt(what: string, table: string, kind: 'leaf' | 'internal', how: Spoiling): string {
    const home = join(folder.path, what.replaceAll(' ', '-'))
    cpSync(clean, home, { recursive: true })
    const pages = pagesOf(home, table, kind)
    expect(pages.length).toBeGreaterThan(0)
    spoilPage(home, pages[Math.floor(random() * pages.length)] ?? 0, random, how)
    return home
  }

  /** How many of its pages an archive gives; those that it does not, it says why, and counts. */
  async function pagesRead({ client }: Opened): Promise<number> {
    let read = 0
    for (let at = 1; at <= leaves; at += isLong ? 1 : 10) {
      const reply = await client.get(`/api/v1/documents/${document}/pages/${at}`)
      if (reply.status === 200) read++
      else expect(await reply.json()).toMatchObject({ status: 500, type: '/problems/damaged' })
    }
    return read
  }

  test.each(ofIndex)(
    'in %s are told, all else is served, and reindexing mends them',
    async (what, ...how) => {
      const home = spoilt(what, ...how)
      {
        await using opened = await openedAt(home)
        const found = await opened.client.get('/api/v1/search?q=leaf7')
        if (found.status === 200) expect(await found.json()).toMatchObject({ total: { pages: 1 } })
        else expect(await found.json()).toMatchObject({ status: 500, type: '/problems/damaged' })
        const told = Number(found.status !== 200)
        expect(await (await opened.client.get('/metrics')).text()).toContain(
          `fonds_disk_faults_total{kind="damaged"} ${told}\n`,
        )
        expect(await pagesRead(opened)).toBe(leaves / (isLong ? 1 : 10))
        expect((await opened.faults()).join(' ')).toMatch(/is damaged .* run "fonds reindex"/)
      }
      expect(diagnoseCatalogue(join(home, 'catalogue.sqlite'), Date.now())).toMatchObject([
        { state: 'wrong' },
      ])
      reindexed(home)
      await using opened = await openedAt(home)
      expect(await opened.faults()).toEqual([])
      expect(await opened.client.json('/api/v1/search?q=leaf7')).toMatchObject({ total: { pages: 1 } })
    },
  )

  test.each([
    ['the words of an index of a table', { from: 2000 }],
    ['the head of an index of a table', inHead],
  ])('in %s are told, and that index is made anew', async (what, how) => {
    const index = 'text_revision_by_page'
    const home = spoilt(what, index, 'leaf', how)
    {
      await using opened = await openedAt(home)
      expect((await opened.faults()).join(' ')).toMatch(/text_revision is damaged .* run "fonds reindex"/)
    }
    expect(reindexed(home)).toContain(index)
    await using opened = await openedAt(home)
    expect(await opened.faults()).toEqual([])
    expect(await pagesRead(opened)).toBe(leaves / (isLong ? 1 : 10))
  })

  test('in an inner page of the texts are told, the rest is served, and a backup has all', async () => {
    const backup = join(folder.path, 'backup')
    expect(await fondsHere(clean, ['backup', backup])).toMatchObject({ code: 0 })
    const home = spoilt('inner page of texts', 'text_revision', 'internal', inHead)
    {
      await using opened = await openedAt(home)
      expect(await pagesRead(opened)).toBeLessThanOrEqual(leaves)
      expect(await opened.client.json('/api/v1/documents')).toMatchObject({ items: [{ id: document }] })
      expect((await opened.faults()).join(' ')).toMatch(
        /text_revision is damaged .* restore .* from a backup/,
      )
    }
    const restored = join(folder.path, 'restored')
    expect(await fondsHere(restored, ['restore', backup])).toMatchObject({ code: 0 })
    await using opened = await openedAt(restored)
    expect(await opened.faults()).toEqual([])
    expect(await pagesRead(opened)).toBe(leaves / (isLong ? 1 : 10))
  })

  test('in the words of a text are found, and not forgotten when the index is made anew', async () => {
    const home = spoilt('words', 'text_revision', 'leaf', { from: 2000 })
    {
      await using opened = await openedAt(home)
      expect((await opened.faults()).join(' ')).toMatch(/from another text than it has now/)
    }
    const refused = await fondsHere(home, ['reindex'])
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/left as it is.* --anyway\.$/m) })
    expect(refused.stdout).toMatch(/has been changed since: seal \d+ does not match/)
    expect(await fondsHere(home, ['reindex', '--anyway'])).toMatchObject({ code: 0 })
    await using opened = await openedAt(home)
    expect((await opened.faults()).length).toBeGreaterThan(0)
  })

  function reindexed(home: string): string[] {
    const { mend, run, close } = openReindexer(readConfig({ FONDS_HOME: home }))
    const mended = mend()
    for (const _ of run());
    close()
    return mended
  }
})
