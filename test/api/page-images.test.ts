import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPicture, claimedPng, tiffBytes } from '../support/images.ts'
import { aPdf } from '../support/pdf.ts'
import { aServedArchive, keeper, nobody, problem, type Served } from './client.ts'

let it: Served
beforeAll(async () => {
  it = await aServedArchive()
})
afterAll(() => it.close())

async function added(name: string, bytes: Buffer | string, description: object = {}) {
  const reply = await it.upload({ title: name, ...description }, [{ name, bytes }])
  await it.idle()
  const id: string = reply.body.id
  const pages = (await it.get(`/documents/${id}/pages`)).body.items
  return { id, file: reply.body.witnesses[0].files[0].id as string, page: pages[0]?.id as string, pages }
}

const jpegSize = async (body: Buffer) => {
  const { format, width, height } = await sharp(body).metadata()
  return [format, width, height]
}
const aScan = () => aPicture(1600, 2400).jpeg().toBuffer()

describe('the image of a page', () => {
  test('is a JPEG as wide as asked for, and at most as wide as the page', async () => {
    const { id } = await added('scan.jpg', await aScan())
    const of = async (query: string) => {
      const reply = await it.get(`/documents/${id}/pages/1/image${query}`, nobody)
      expect([reply.status, reply.headers['content-type']]).toEqual([200, 'image/jpeg'])
      return jpegSize(reply.body)
    }
    expect(await of('')).toEqual(['jpeg', 1200, 1800])
    expect(await of('?width=400')).toEqual(['jpeg', 400, 600])
    expect(await of('?width=9000')).toEqual(['jpeg', 1600, 2400])
    const [page] = (await it.get(`/documents/${id}/pages`)).body.items
    expect([page.width, page.height]).toEqual([1600, 2400])
  })

  test('is found by the witness, too, and is not there for pages and witnesses that are not', async () => {
    const { id } = await added('scan.png', await aPicture(300, 200).png().toBuffer())
    const [{ id: witness }] = (await it.get(`/documents/${id}`)).body.witnesses
    expect((await it.get(`/documents/${id}/pages/1/image?witness=${witness}`)).status).toBe(200)
    problem(await it.get(`/documents/${id}/pages/1/image?witness=w-none`), 404, 'not-found')
    problem(await it.get(`/documents/${id}/pages/2/image`), 404, 'not-found')
    for (const width of ['0', '-1', 'wide', '99999'])
      problem(await it.get(`/documents/${id}/pages/1/image?width=${width}`), 400, 'invalid-input')
  })

  test('of a PDF leaves what was marked while the page was told in points where it was', async () => {
    const { id, pages } = await added('marked.pdf', Buffer.from(await aPdf(['One page.'])))
    const [before] = pages
    const [{ id: witness }] = (await it.get(`/documents/${id}`)).body.witnesses
    const box = [100, 200, 50, 20]
    const mark = await it.post(`/witnesses/${witness}/marks`).send({ kind: 'receipt', page: before.id, box })
    expect((await it.get(`/documents/${id}/pages/1/image`)).status).toBe(200)
    const [after] = (await it.get(`/documents/${id}/pages`)).body.items
    expect(after.width).toBeGreaterThan(before.width * 2)
    const scaled = (await it.get(`/marks/${mark.body.id}`)).body.box
    for (const [at, side] of box.entries())
      expect(scaled[at] / after[at % 2 ? 'height' : 'width']).toBeCloseTo(
        side / before[at % 2 ? 'height' : 'width'],
        2,
      )
  })

  test('is not sent again to who has it, and HEAD tells what GET would', async () => {
    const { id } = await added('kept.jpg', await aScan())
    const path = `/documents/${id}/pages/1/image?width=100`
    const { headers } = await it.get(path)
    expect(headers['cache-control']).toMatch(/^private, max-age=\d+$/)
    expect((await it.get(path, { ...keeper, 'If-None-Match': headers.etag ?? '' })).status).toBe(304)
    problem(await it.get(path, { ...keeper, 'If-Match': '"another"' }), 412, 'precondition-failed')
    const head = await it.head(path)
    expect([head.status, head.headers['content-length'], head.headers.etag]).toEqual([
      ...[200, headers['content-length'], headers.etag],
    ])
    const other = await it.get(`/documents/${id}/pages/1/image?width=101`)
    expect(other.headers.etag).not.toBe(headers.etag)
  })

  test('is absent where the file is a text, with a sentence', async () => {
    const { id, file } = await added('letter.txt', 'Dear Sir')
    for (const path of [`/documents/${id}/pages/1/image`, `/files/${file}/thumbnail`]) {
      const { detail } = problem(await it.get(path), 404, 'not-found')
      expect(detail).toBe('“letter.txt” has no image: it is of type text/plain.')
    }
  })

  test('is made of a page of a PDF', async () => {
    const { id } = await added('printed.pdf', Buffer.from(await aPdf(['One', 'Two'])))
    const reply = await it.get(`/documents/${id}/pages/2/image?width=500`)
    expect(await jpegSize(reply.body)).toEqual(['jpeg', 500, expect.any(Number)])
  })

  test('that cannot be made says why', async () => {
    const { file } = await added('bomb.png', claimedPng(50_000, 50_000))
    const { detail } = problem(await it.get(`/files/${file}/thumbnail`), 422, 'unreadable-file')
    expect(detail).toMatch(/^“bomb\.png” claims to be 50,000 × 50,000 pixels/)
  })

  test('is made again when it was thrown away, tiles and all', async () => {
    const { id } = await added('again.jpg', await aScan())
    const path = `/documents/${id}/pages/1/image?width=200`
    const first = await it.get(path)
    await rm(join(it.home, 'derived'), { recursive: true })
    const second = await it.get(path)
    expect(second.body.equals(first.body)).toBe(true)
    // It is kept beside the reply, which does not wait for that.
    await expect.poll(() => readdir(join(it.home, 'derived'))).toContain('tiles')
  })

  test('is made once for many who ask at once', async () => {
    const { id } = await added('popular.jpg', await aPicture(900, 1200).jpeg().toBuffer())
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) => it.get(`/documents/${id}/pages/1/image?width=${100 + at}`)),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(await readdir(join(it.home, 'derived', 'incoming'))).toEqual([])
  })
})

describe('a thumbnail', () => {
  test('is the first page of the file, small', async () => {
    const { file } = await added(
      'volume.tif',
      tiffBytes([
        { width: 900, height: 640 },
        { width: 10, height: 10 },
      ]),
    )
    const reply = await it.get(`/files/${file}/thumbnail`, nobody)
    expect(await jpegSize(reply.body)).toEqual(['jpeg', 320, 228])
    problem(await it.get('/files/f-none/thumbnail', nobody), 404, 'not-found')
  })
})

describe('images', () => {
  test('of what one may not see are not there', async () => {
    const { id, file, page } = await added('secret.jpg', await aScan(), { visibility: 'restricted' })
    for (const path of [
      `/documents/${id}/pages/1/image`,
      `/files/${file}/thumbnail`,
      `/iiif/image/3/${page}/info.json`,
      `/iiif/image/3/${page}/full/max/0/default.jpg`,
    ]) {
      problem(await it.get(path, nobody), 404, 'not-found')
      expect((await it.get(path, keeper)).status, path).toBe(200)
    }
    await it.delete(`/documents/${id}`)
    problem(await it.get(`/iiif/image/3/${page}/info.json`, keeper), 410, 'gone')
  })

  test('are answered by the Image API: its base address, its information and any part in any size', async () => {
    const { page } = await added('iiif.jpg', await aScan())
    expect((await it.get(`/iiif/image/3/${page}`).redirects(0)).status).toBe(303)
    const info = await it.get(`/iiif/image/3/${page}/info.json`, nobody)
    expect(info.body).toMatchObject({ width: 1600, height: 2400 })
    const tile = await it.get(`/iiif/image/3/${page}/0,0,512,512/256,/0/default.jpg`, nobody)
    expect(await jpegSize(tile.body)).toEqual(['jpeg', 256, 256])
    expect(tile.headers['access-control-allow-origin']).toBe('*')
    const again = await it.get(`/iiif/image/3/${page}/0,0,512,512/256,256/0/default.jpg`, {
      'If-None-Match': tile.headers.etag ?? '',
    })
    expect(again.status).toBe(304)
    const head = await it.head(`/iiif/image/3/${page}/full/max/0/default.png`)
    expect([head.status, head.headers['content-type']]).toEqual([200, 'image/png'])
  })
})
