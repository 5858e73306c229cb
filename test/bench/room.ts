import { constants } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openForReading } from '../../src/sqlite/open-database.ts'
import { heldBy, layoutShift, turn } from '../e2e/turning.ts'
import { type Added, type Client, clientOf, until } from '../faults/client.ts'
import { aBrowser } from '../support/browser.ts'
import { aPdfSet } from '../support/pdf.ts'
import { served } from '../support/process.ts'
import { corpus } from './corpus.ts'
import { percentile } from './measure.ts'
import { drawQueries } from './queries.ts'
import { digits, table } from './table.ts'

const window = { width: 1440, height: 900 }
/** Between two letters, and between two pages where somebody reads them, in milliseconds. */
const letter = 60
const glance = 500
/** Queries of each class that are typed. */
const typed = 15
const turns = 200
/** What is held is compared with what was held after so many turns, when all that is read once has been. */
const warm = 40
/** Seconds that the scans may take to be made. */
const pictured = 3600

/**
 * Serves a copy of a loaded archive and looks at it by a browser: how long after the last letter the first results can be
 * painted, how long turning a page takes, what moves meanwhile, and what is held more after two hundred turns. Returns a
 * Markdown table.
 */
export async function benchRoom(loaded: string, scratch: string): Promise<string> {
  const home = join(scratch, 'room')
  await cp(loaded, home, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const queries = drawTyped(join(home, 'catalogue.sqlite'))
  const browser = await aBrowser()
  try {
    await using server = await served(home, { FONDS_ANONYMOUS: 'reader', FONDS_IMAGES: 'ingest' })
    const volume = await aVolume(clientOf(server.address))
    const context = await browser.newContext({ viewport: window })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`${server.address}/search`)
    const search = await typing(page, queries)
    await page.goto(`${server.address}/documents/${volume}/pages/1`)
    return table(head, [...search, ...(await turning(page))])
  } finally {
    await browser.close()
    await rm(home, { recursive: true, force: true })
  }
}

const head = ['what', 'p50 ms', 'p95 ms', 'wanted']

/** Words as people type them, without quotes but for phrases. */
function drawTyped(catalogue: string): string[] {
  const db = openForReading(catalogue)
  const drawn = drawQueries(db, typed, 17)
  db.close()
  const bare = (q: string) => q.replaceAll('"', '')
  return [
    ...drawn['rare, any form'],
    ...drawn['and, any form'],
    ...drawn.common.map(bare),
    ...drawn['very common'].map(bare),
    ...drawn.phrase,
  ]
}

/** Uploads a volume of scanned pages with their text, and waits until all of it can be looked at. */
async function aVolume(client: Client): Promise<string> {
  console.error(`uploading a volume of ${turns + 2} pages`)
  const texts: string[] = []
  for (const { pages } of corpus(2 * turns, { seed: 5 })) texts.push(...pages)
  const bytes = await aPdfSet(texts.slice(0, turns + 2).map((text) => ({ text, size: 10 })))
  const { id, job } = (await (
    await client.upload({ title: 'A volume', name: 'volume.pdf', bytes })
  ).json()) as Added
  const isDone = async () =>
    (await client.json<{ state: string }>(`/api/v1/jobs/${job?.id}`)).state === 'done'
  await until('the scans of the volume are made', isDone, pictured)
  return id
}

/** Types queries one after another, each into an empty box. */
async function typing(page: Page, queries: readonly string[]): Promise<string[][]> {
  console.error(`typing ${queries.length} queries`)
  const box = page.getByRole('combobox', { name: 'Search the archive' })
  const times: number[] = []
  for (const q of queries) {
    await box.fill('')
    await page.evaluate(watchFor(q))
    await box.pressSequentially(q, { delay: letter })
    times.push(await page.evaluate<number>('globalThis.painted'))
  }
  return [
    [
      'from the last letter to the first results',
      digits(percentile(times, 0.5)),
      digits(percentile(times, 0.95)),
      '–',
    ],
    ['layout shift while typing, in all', digits(await layoutShift(page)), '–', '0'],
  ]
}

/** Lines for the page: a promise of how long after the last letter what was found can be painted. */
const watchFor = (q: string) => `globalThis.painted = new Promise((resolve, reject) => {
  let last = performance.now()
  const letter = () => { last = performance.now() }
  addEventListener('input', letter, true)
  const isThere = () =>
    new URLSearchParams(location.search).get('q') === ${JSON.stringify(q)} &&
    document.querySelector('[data-settled=true]') !== null
  const look = () => {
    const took = performance.now() - last
    if (!isThere() && took < 30000) return requestAnimationFrame(look)
    removeEventListener('input', letter, true)
    if (isThere()) resolve(took)
    else reject(new Error('Nothing was found within half a minute for ' + ${JSON.stringify(q)}))
  }
  requestAnimationFrame(look)
}); null`

/** Turns two hundred pages: one half with a glance at each, the other half without a pause. */
async function turning(page: Page): Promise<string[][]> {
  console.error(`turning ${turns} pages`)
  await page.locator('section[aria-label^="Scan of page 1 "][aria-busy=false]').waitFor()
  const read: number[] = []
  const leafed: number[] = []
  let before = { bytes: 0, nodes: 0 }
  for (let done = 1; done <= turns; done++) {
    const isRead = done <= turns / 2
    if (isRead) await page.waitForTimeout(glance)
    const took = await turn(page, done + 1)
    ;(isRead ? read : leafed).push(took)
    if (done === warm) before = await heldBy(page)
  }
  const after = await heldBy(page)
  const grown = (100 * (after.bytes - before.bytes)) / before.bytes
  return [
    [
      `turning a page, ${glance} ms between`,
      digits(percentile(read, 0.5)),
      digits(percentile(read, 0.95)),
      '150',
    ],
    [
      'turning a page, without a pause',
      digits(percentile(leafed, 0.5)),
      digits(percentile(leafed, 0.95)),
      '–',
    ],
    ['layout shift while turning, in all', digits(await layoutShift(page)), '–', '0'],
    [
      `heap after ${turns} turns, and how much more than after ${warm}`,
      `${digits(after.bytes / 1e6)} MB, ${digits(grown)} %`,
      '–',
      '0',
    ],
  ]
}
