import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { miradorScript } from '../support/mirador.ts'
import { aPdfSet } from '../support/pdf.ts'
import { aReadingRoom, type Room, withoutBrowser } from './room.ts'

const pages = ['The river froze in January.', 'Nobody crossed the bridge by night.', 'They left in June.']
const script = withoutBrowser ? null : miradorScript()

/** A page of somebody else, on which Mirador shows a manifest and searches in it. */
async function elsewhere(manifest: string): Promise<Server> {
  const settings = {
    id: 'viewer',
    windows: [
      { id: 'w', manifestId: manifest, canvasIndex: 1, defaultSearchQuery: 'bridge', sideBarPanel: 'search' },
    ],
    window: { sideBarOpen: true },
  }
  const html = `<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">
    <div id="viewer"></div><script src="/mirador.js"></script>
    <script>Mirador.viewer(${JSON.stringify(settings)})</script>`
  const server = createServer((req, res) => {
    const isScript = req.url === '/mirador.js'
    res.setHeader('Content-Type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
    res.end(isScript ? script : html)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
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

describe.skipIf(script === null)('Mirador 4', () => {
  let room: Room
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false, env: { FONDS_IMAGES: 'ingest' } })
  })
  afterAll(() => room?.close())

  test('on a page elsewhere shows a document, searches in it and shows the hit on its page', async () => {
    const bytes = Buffer.from(await aPdfSet(pages.map((text) => ({ text, size: 16 }))))
    const { body } = await room.it.upload({ title: 'At the river' }, [{ name: 'river.pdf', bytes }])
    await room.it.idle()
    const server = await elsewhere(`${room.origin}/iiif/3/${body.id}/manifest`)
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      const page = await room.visit('/help/search')
      const tiles: string[] = []
      page.on('response', (reply) => {
        if (reply.ok() && reply.url().includes('/iiif/image/3/')) tiles.push(reply.url())
      })
      await page.goto(origin)
      await page.getByRole('heading', { name: 'At the river' }).first().waitFor()
      await page.getByText('crossed the bridge by night').first().waitFor()
      await page.getByText('1 of 1', { exact: true }).waitFor()
      expect(tiles.length).toBeGreaterThan(0)
      // The mark lies on the words of the scan.
      await expect.poll(() => marked(page)).toBeGreaterThan(100)
      room.expectQuiet(new RegExp(`^asked ${origin}|^${origin}`))
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
})
