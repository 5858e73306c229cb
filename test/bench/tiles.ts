import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sharp from 'sharp'
import { pyramidSizes, tileSide } from '../../src/domain/page/pyramid.ts'
import { wholePage } from '../../src/domain/page/rendition.ts'
import { imageRenderer } from '../../src/tools/image/image-renderer.ts'
import { makeImage } from '../../src/tools/image/make-image.ts'
import { adminToken, aTestArchive } from '../support/archive.ts'
import { chance } from '../support/text-page.ts'
import { percentile } from './measure.ts'
import { digits, table } from './table.ts'

const size = { width: 6000, height: 8000 }
const count = 300

/** A scan of 48 megapixels with the grain of paper, as a JPEG. */
function aScan(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 215, sigma: 18 } as const
  return sharp({ create: { ...size, channels: 3, background: '#fff', noise }, limitInputPixels: false })
    .jpeg({ quality: 90 })
    .toBuffer()
}

type Tile = { level: number; x: number; y: number; width: number; height: number }

/** Tiles of all levels, more of those that there are more of, in an order of chance. */
function someTiles(): Tile[] {
  const random = chance(1)
  const tiles = pyramidSizes(size).flatMap(({ width, height }, level) => {
    const [columns, rows] = [Math.ceil(width / tileSide), Math.ceil(height / tileSide)]
    return Array.from({ length: columns * rows }, (_, at) => {
      const [x, y] = [(at % columns) * tileSide, Math.floor(at / columns) * tileSide]
      return { level, x, y, width: Math.min(tileSide, width - x), height: Math.min(tileSide, height - y) }
    })
  })
  return tiles
    .map((tile) => ({ tile, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ tile }) => tile)
}

/** What a tile costs from the pyramid: out of the server, kept or not, and out of sharp alone. */
export async function benchTiles(scratch: string): Promise<string> {
  const bytes = await aScan()
  const pyramid = join(scratch, 'scan.tif')
  const it = await aTestArchive()
  it.server.listen(0, '127.0.0.1')
  await once(it.server, 'listening')
  const { port } = it.server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`
  const headers = { Authorization: `Bearer ${adminToken}` }
  try {
    const form = new FormData()
    form.set('description', JSON.stringify({ title: 'Scan' }))
    form.set('files', new Blob([new Uint8Array(bytes)]), 'scan.jpg')
    const added = await fetch(`${address}/api/v1/documents`, { method: 'POST', headers, body: form })
    // What the API promises.
    const { id } = (await added.json()) as { id: string }
    await it.idle()
    const listed = await fetch(`${address}/api/v1/documents/${id}/pages`, { headers })
    // What the API promises.
    const pages = (await listed.json()) as { items: { id: string }[] }
    const base = `${address}/iiif/image/3/${pages.items[0]?.id}`
    await (await fetch(`${base}/info.json`, { headers })).text()
    const { path } = await kept(bytes, pyramid)

    const alone = async ({ level, x, y, width, height }: Tile) =>
      void (await sharp(path, { page: level, limitInputPixels: false })
        .extract({ left: x, top: y, width, height })
        .jpeg({ quality: 85 })
        .toBuffer())
    const renderer = imageRenderer({ places: 1, waiting: 1 })
    const rendered = async ({ level, x, y, width, height }: Tile) => {
      const rendition = {
        ...wholePage(size, size),
        region: regionOf({ level, x, y, width, height }),
        width,
        height,
      }
      await renderer.render(path, size, rendition, new AbortController().signal)
    }
    const served = async ({ level, x, y, width, height }: Tile) => {
      const { x: left, y: top, ...region } = regionOf({ level, x, y, width, height })
      const reply = await fetch(
        `${base}/${[left, top, region.width, region.height]}/${width},${height}/0/default.jpg`,
        { headers },
      )
      if (reply.status !== 200) throw new Error(await reply.text())
      await reply.arrayBuffer()
    }
    const tiles = someTiles()
    await Promise.all(tiles.slice(0, 5).map(alone))
    const rows = [await timed('sharp alone', tiles, alone), await timed('rendered', tiles, rendered)]
    rows.push(await timed('served, rendered', tiles, served))
    rows.push(await timed('served, kept', tiles, served))
    const base95 = rows[0]?.p95 ?? 1
    return table(
      ['a tile of 512 pixels', 'median ms', 'p95 ms', 'CPU ms', 'p95 to sharp alone'],
      rows.map(({ what, median, p95, cpu }) => [
        what,
        digits(median),
        digits(p95),
        digits(cpu),
        digits(p95 / base95),
      ]),
    )
  } finally {
    it.server.close()
    await it.close()
  }
}

/** What a tile shows, in pixels of the whole image. */
function regionOf({ level, x, y }: Tile) {
  const [left, top, side] = [x, y, tileSide].map((value) => value * 2 ** level)
  if (left === undefined || top === undefined || side === undefined)
    throw new RangeError('A tile has a place.')
  return {
    x: left,
    y: top,
    width: Math.min(side, size.width - left),
    height: Math.min(side, size.height - top),
  }
}

/** The pyramid that the archive makes of the scan, for sharp alone. */
async function kept(bytes: Buffer, target: string): Promise<{ path: string }> {
  const original = `${target}.jpg`
  await sharp(bytes).toFile(original)
  await makeImage({ path: original, mediaType: 'image/jpeg' }, 1, target)
  return { path: target }
}

async function timed(what: string, tiles: readonly Tile[], work: (tile: Tile) => Promise<void>) {
  const times: number[] = []
  const before = process.cpuUsage()
  for (const tile of tiles) {
    const started = performance.now()
    await work(tile)
    times.push(performance.now() - started)
  }
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1000 / tiles.length
  return { what, median: percentile(times, 0.5), p95: percentile(times, 0.95), cpu }
}
