import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFolder, type Serving, served } from '../support/process.ts'
import { type Client, clientOf, until } from './client.ts'
import { sendSlowly } from './slow-upload.ts'

const megabyte = 1024 * 1024

describe('uploads in trouble', () => {
  let home: Awaited<ReturnType<typeof aFolder>>
  let server: Serving
  let client: Client
  beforeAll(async () => {
    home = await aFolder()
    server = await served(home.path, { FONDS_MAX_FILE: '60MB' })
    client = clientOf(server.address)
  })
  afterAll(async () => {
    await server?.stop()
    await home?.[Symbol.asyncDispose]()
  })

  const incoming = () => readdir(join(home.path, 'incoming')).catch(() => [])
  const count = async () => (await client.documents()).length
  const aText = (title: string, bytes: number) => ({
    title,
    name: 'text.txt',
    bytes: Buffer.alloc(bytes, 'a '),
  })

  test('a client that goes away mid-upload leaves nothing behind', async () => {
    const before = await count()
    const uploads = [1, 2, 3].map((n) =>
      sendSlowly(server.address, aText(`Gone ${n}`, 2 * megabyte), { pieces: 20, pauseMs: 50 }),
    )
    await until('the files are being received', async () => (await incoming()).length === 3)
    for (const { req } of uploads) req.destroy()
    await until('incoming/ is empty', async () => (await incoming()).length === 0)
    expect(await count()).toBe(before)
  })

  test('a slow client does not hold up the others', async () => {
    const slow = sendSlowly(server.address, aText('Slow', 1000), { pieces: 10, pauseMs: 200 })
    const started = performance.now()
    const replies = await Promise.all([1, 2, 3].map((n) => client.upload(aText(`Quick ${n}`, 1000 + n))))
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(performance.now() - started).toBeLessThan(1500)
    expect((await slow.reply).status).toBe(201)
  })

  test('a file over the limit is refused, leaves nothing behind and the next request is answered', async () => {
    const before = await count()
    const reply = await client.upload(aText('Too large', 61 * megabyte))
    expect(reply.status).toBe(413)
    expect(reply.headers.get('content-type')).toContain('application/problem+json')
    expect(await reply.json()).toMatchObject({ type: '/problems/too-large', status: 413 })
    await until('incoming/ is empty', async () => (await incoming()).length === 0)
    expect(await count()).toBe(before)
    expect((await client.upload(aText('Small', 100))).status).toBe(201)
  })

  test('an upload of 50 MB does not grow the memory of the server by 60 MB', async () => {
    expect((await client.upload(binary(megabyte))).status).toBe(201)
    const before = await residentBytes(server.pid)
    let most = before
    const watch = setInterval(async () => {
      most = Math.max(most, await residentBytes(server.pid))
    }, 20)
    const reply = await client.upload(binary(50 * megabyte))
    clearInterval(watch)
    expect(reply.status).toBe(201)
    expect((most - before) / megabyte).toBeLessThan(60)
  })

  test('a thousand requests at once are all answered', async () => {
    const paths = [
      '/api/v1/documents?limit=5',
      '/api/v1/search?q=a',
      '/health/ready',
      '/api/v1/documents/none',
    ]
    const statuses = await Promise.all(
      Array.from({ length: 1000 }, async (_, n) => {
        const reply = await client.get(paths[n % paths.length] ?? '/')
        await reply.arrayBuffer()
        return reply.status
      }),
    )
    const answered = Map.groupBy(statuses, (status) => status)
    expect([...answered].map(([status, all]) => [status, all.length]).sort()).toEqual([
      [200, 750],
      [404, 250],
    ])
  })
})

/** Bytes that no extractor reads, so that only the upload itself is measured. */
const binary = (bytes: number) => ({ title: 'Bytes', name: 'bytes.bin', bytes: Buffer.alloc(bytes, 7) })

async function residentBytes(pid: number): Promise<number> {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
