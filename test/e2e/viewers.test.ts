import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBrowser } from '../support/browser.ts'
import { miradorScript } from '../support/mirador.ts'
import { aPdfSet } from '../support/pdf.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, type Room } from './room.ts'

const pages = ['The river froze in January.', 'Nobody crossed the bridge by night.', 'They left in June.']
const script = withoutBrowser ? null : miradorScript()

/** A page of somebody else, under another origin. */
async function elsewhere(body: string): Promise<{ origin: string; close(): void }> {
  const html = `<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">${body}`
  const server = createServer((req, res) => {
    const isScript = req.url === '/mirador.js'
    res.setHeader('Content-Type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
    res.end(isScript ? script : html)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function miradorOn(manifest: string): string {
  const window = { id: 'w', manifestId: manifest, canvasIndex: 1 }
  const windows = [{ ...window, sideBarPanel: 'search' }]
  const settings = { id: 'viewer', windows, window: { sideBarOpen: true } }
  return `<div id="viewer"></div><script src="/mirador.js"></script>
    <script>Mirador.viewer(${JSON.stringify(settings)})</script>`
}

/** How many pixels of the page that is shown have the yellow of a mark. */
async function marked(page: Page): Promise<number> {
  const shown = page.locator('.openseadragon-canvas').first()
  const { data } = await sharp(await shown.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let count = 0
  for (let at = 0; at < data.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    if (red > 220 && green > 220 && blue < 200) count++
  }
  return count
}

describe.skipIf(withoutBrowser)('on a page elsewhere', () => {
  let room: Room
  let id: string
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false, env: { FONDS_IMAGES: 'ingest' } })
    const bytes = Buffer.from(await aPdfSet(pages.map((text) => ({ text, size: 16 }))))
    id = (await room.it.upload({ title: 'At the river' }, [{ name: 'river.pdf', bytes }])).body.id
    await room.it.idle()
  })
  afterAll(() => room?.close())

  test.skipIf(script === null)('Mirador 4 shows a document, searches in it and marks the hit', async () => {
    const { origin, close } = await elsewhere(miradorOn(`${room.origin}/iiif/3/${id}/manifest`))
    try {
      const page = await room.visit('/help/search')
      await page.goto(origin)
      await page.getByRole('heading', { name: 'At the river' }).first().waitFor()
      // Not as its `defaultSearchQuery`, which it asks twice: where the first answer comes before it asks again, it fails.
      const box = page.getByRole('combobox', { name: 'search terms' })
      await box.fill('bridge')
      await box.press('Enter')
      await page.getByText('crossed the bridge by night').first().waitFor()
      await page.getByText('1 of 1', { exact: true }).waitFor()
      // The mark lies on the words of the scan.
      await expect.poll(() => marked(page)).toBeGreaterThan(100)
      room.expectQuiet(new RegExp(`^asked ${origin}|^${origin}`))
    } finally {
      close()
    }
  })

  test('a passage is shown with its scan, marked, and leads to the reading room', async () => {
    const { text } = (await room.it.get(`/documents/${id}/pages/2`)).body
    const address = `${room.origin}/documents/${id}/pages/2?passage=19-25&revision=${text.revision}`
    const { html } = (await room.it.get(`/oembed?url=${encodeURIComponent(address)}`)).body
    const { origin, close } = await elsewhere(html)
    try {
      const page = await room.visit(
        new URL(/src="([^"]+)"/.exec(html)?.[1]?.replace(/&amp;/g, '&') ?? '').href.replace(room.origin, ''),
      )
      await page.locator('mark[data-kinds=place]', { hasText: 'bridge' }).waitFor()
      await expectAccessible(page)
      await page.goto(origin)
      const held = page.frameLocator('iframe')
      await held.locator('mark[data-kinds=place]', { hasText: 'bridge' }).waitFor()
      await held.locator('section[aria-busy=false] canvas').first().waitFor()
      const back = held.getByRole('link', { name: 'At the river' })
      expect(await back.getAttribute('href')).toMatch(
        new RegExp(`^/documents/${id}/pages/2\\?.*passage=19-25`),
      )
      await held.locator('[data-kind=place]').waitFor()
      room.expectQuiet(new RegExp(`^asked ${origin}|^${origin}`))
    } finally {
      close()
    }
  })
})
