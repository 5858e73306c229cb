import { readdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { fondsHere, served } from '../support/process.ts'
import { type Added, type Client, clientOf, seeded, until } from './client.ts'
import { aSmallDisk } from './tmpfs.ts'

const megabyte = 1024 * 1024
const mayMount = (() => {
  using disk = aSmallDisk(1)
  return disk !== null
})()

describe.skipIf(!mayMount)('a disk that is full', () => {
  test('uploads are refused with 507, reading goes on, and uploads work again once there is space', async () => {
    using disk = aSmallDisk(16)
    if (!disk) return
    await using server = await served(disk.path)
    const client = clientOf(server.address)
    expect((await client.upload(aText('Before', 20_000))).status).toBe(201)
    await until('it is read', async () => (await pagesFound(client)) === 1)
    const free = await fill(disk.path, 1)

    const files = await client.upload(aText('Too much', 3 * megabyte))
    expect(files.status).toBe(507)
    expect(await files.json()).toMatchObject({ type: '/problems/disk-full', status: 507 })
    await until('incoming/ is empty', async () => (await readdir(join(disk.path, 'incoming'))).length === 0)
    expect(await pagesFound(client)).toBe(1)
    expect((await client.documents()).map(({ title }) => title)).toEqual(['Before'])
    expect((await client.get('/health/ready')).status).toBe(200)

    await free()
    expect((await client.upload(aText('Too much', 3 * megabyte))).status).toBe(201)
    await server.stop()
    expect(await fondsHere(disk.path, ['verify'])).toMatchObject({ code: 0 })
  })

  test.runIf(isLong)('images of pages that do not fit are put off, and no page is blamed', async () => {
    using disk = aSmallDisk(48)
    if (!disk) return
    await using server = await served(disk.path, { FONDS_IMAGES: 'ingest' })
    const client = clientOf(server.address)
    const bytes = await aRug(4000)
    const free = await fill(disk.path, 4 + bytes.length / megabyte)
    const reply = await client.upload({ title: 'Rug', name: 'rug.png', bytes })
    expect(reply.status).toBe(201)
    const { id } = (await reply.json()) as Added
    await until('making its image fails', async () => server.stderr().includes('A job failed'))
    const pages = `/api/v1/documents/${id}/pages`
    expect(await client.json(pages)).toMatchObject({ items: [{ recognition: 'wanted', fault: null }] })
    await free()
    const idle = async () => {
      const { items } = await client.json<{ items: { state: string }[] }>('/api/v1/jobs')
      return items.every(({ state }) => state === 'done')
    }
    await until('it is pictured', idle, 40)
    expect(await client.json(pages)).toMatchObject({ items: [{ width: 4000, fault: null }] })
    expect((await client.get(`${pages}/1/image?width=200`)).status).toBe(200)
  })

  test('a description that no longer fits is refused with 507 and not kept in part', async () => {
    using disk = aSmallDisk(16)
    if (!disk) return
    await using server = await served(disk.path)
    const client = clientOf(server.address)
    const free = await fill(disk.path, 0)
    const statuses = await addUntilRefused(client)
    expect(statuses.at(-1)).toBe(507)
    expect(await client.documents()).toHaveLength(statuses.length - 1)
    await free()
    expect(await addUntilRefused(client, 1)).toEqual([201])
    await server.stop()
    expect(await fondsHere(disk.path, ['verify'])).toMatchObject({ code: 0 })
  })

  test.runIf(isLong)(
    'what cannot be indexed for want of space is put off and goes on by itself',
    async () => {
      using disk = aSmallDisk(24)
      if (!disk) return
      await using server = await served(disk.path)
      const client = clientOf(server.address)
      const free = await fill(disk.path, 3)
      const reply = await client.upload(aText('Long', 2 * megabyte))
      expect(reply.status).toBe(201)
      const { id, job } = (await reply.json()) as Added
      await until('its reading fails', async () => server.stderr().includes('A job failed'))
      expect(await stateOf(client, job)).not.toBe('failed')
      expect((await client.get(`/api/v1/documents/${id}`)).status).toBe(200)
      await free()
      await until('it is read', async () => (await stateOf(client, job)) === 'done', 20)
      const { witnesses } = await client.json<Added>(`/api/v1/documents/${id}`)
      expect(witnesses[0]?.files[0]?.state).toBe('done')
      await server.stop()
      expect(await fondsHere(disk.path, ['verify'])).toMatchObject({ code: 0 })
    },
  )
})

const aText = (title: string, bytes: number) => ({
  title,
  name: `${title}.txt`,
  bytes: Buffer.alloc(bytes, 'railway station register '),
})

/** A PNG so many pixels wide and high, small by its repetitions, that makes a large JPEG. */
function aRug(size: number): Promise<Buffer> {
  const random = seeded(7)
  const knot = Uint8Array.from({ length: 13 }, () => random() * 256)
  const raw = new Uint8Array(size * size).map((_, at) => knot[(at + Math.floor(at / size) * 5) % 13] ?? 0)
  return sharp(raw, { raw: { width: size, height: size, channels: 1 } })
    .png()
    .toBuffer()
}

/** Fills a disk but for so many megabytes; returns how to free it. */
async function fill(folder: string, leave: number): Promise<() => Promise<void>> {
  const { bavail, bsize } = await statfs(folder)
  const filler = join(folder, 'filler')
  await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - leave * megabyte)))
  return () => rm(filler)
}

/** Adds documents without files until one is refused, or as many as are asked for; returns the answers' statuses. */
async function addUntilRefused(client: Client, most = 500): Promise<number[]> {
  const statuses: number[] = []
  while (statuses.length < most && (statuses.at(-1) ?? 201) === 201) {
    const abstract = `${statuses.length} `.repeat(20_000)
    statuses.push((await client.describe({ title: 'Without files', abstract })).status)
  }
  return statuses
}

const stateOf = async (client: Client, job: Added['job']) =>
  (await client.json<{ state: string }>(`/api/v1/jobs/${job?.id}`)).state

const pagesFound = async (client: Client) =>
  (await client.json<{ total: { pages: number } }>('/api/v1/search?q=railway')).total.pages
