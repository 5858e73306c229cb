import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPerson } from '../api/people.ts'
import { type Furniture, furnish, furnishNames, furnishWork, made } from '../hostile/furnished.ts'
import { withoutBrowser } from '../support/browser.ts'
import { aReadingRoom, type Room } from './room.ts'

/** Would run where any of it were taken for a part of the page. */
const payload = `'"><img src=x onerror=wasRun()><svg/onload=wasRun()>`
const say = (field: string) => `${field} ${payload}`

describe.skipIf(withoutBrowser)('texts that would be scripts', () => {
  let room: Room
  let things: Furniture
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false })
    const { it } = room
    const names = await furnishNames(it, say)
    things = { ...(await furnish(it, say, names)), ...(await furnishWork(it, say)) }
    await aPerson(it, 'annotator', 'jonas')
    await made(it, '/groups', { name: say('group') })
    await made(it, '/invitations', { role: 'reader', name: say('invited'), login: 'ona' })
    await made(it, '/tokens', { name: say('token'), role: 'reader' })
    await made(it, '/sources', {
      type: 'webpage',
      title: say('x'),
      URL: 'javascript:wasRun()',
      DOI: 'javascript:wasRun()',
    })
    await made(it, '/places', { names: [say('x')], sameAs: ['javascript:wasRun()'] })
    const address = { property: 'same-as', value: { uri: 'javascript:wasRun()' } }
    await made(it, `/agents/${things.agents}/claims`, address)
    await it.idle()
  })
  afterAll(() => room?.close())

  test('are shown as they are written on every page, and none runs, loads or leads anywhere', async () => {
    const page = await room.visit('/', { keeper: true })
    const dialogs: string[] = []
    page.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss())
    await page.evaluate('globalThis.runs = 0; globalThis.wasRun = () => { globalThis.runs += 1 }')
    const shown: string[] = []
    for (const path of pagesOf(things)) {
      await room.lead(page, path)
      await untilQuiet(page)
      if ((await page.locator('#main, main').first().innerText()).includes('onerror=wasRun()'))
        shown.push(path)
      expect(await page.evaluate('runs'), path).toBe(0)
      expect(
        await page.locator('[onerror], [onload], [href^="javascript:" i], [src^="javascript:" i]').count(),
        path,
      ).toBe(0)
    }
    expect(dialogs).toEqual([])
    // Some of what is asked is wrong on purpose, and answered so.
    room.expectQuiet(/status of 40[04]/)
    // Most pages tell what is in the archive, and so show it.
    expect(shown.length, shown.join()).toBeGreaterThan(20)
  })
})

/** The pages of the reading room that show something of these. */
function pagesOf(things: Furniture): string[] {
  const document = `/documents/${things.documentId}`
  const q = encodeURIComponent('wasRun')
  return [
    ...['/pages/1', '/pages/3', '/pages/1?notes=true', '/pages/2/transcribe'].map(
      (rest) => `${document}${rest}`,
    ),
    ...['/provenance', '/describe', '/add', '/notes'].map((rest) => `${document}${rest}`),
    ...[`/search?q=${q}`, `/search?q=${q}&in=annotations`, `/search?q=${encodeURIComponent(payload)}`],
    ...['/documents', '/collections', '/sources', '/agents', `/collections/${things.collectionId}`],
    ...[`/sources/${things.sourceId}`, `/agents/${things.agents}`, `/places/${things.places}`],
    ...[`/happenings/${things.happenings}`, `/upload/${things.uploadId}`, `/import/${things.importId}`],
    ...['/jobs', '/attention', '/notes', '/account', '/people'],
    ...[
      `/?iiif-content=${encodeURIComponent('javascript:wasRun()')}`,
      `/nowhere/${encodeURIComponent(payload)}`,
    ],
    `/embed${document}/pages/1`,
  ]
}

/** Until a page has what it asked for, and has shown it. */
async function untilQuiet(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForTimeout(60)
}
