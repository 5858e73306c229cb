import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Upload } from 'tus-js-client'
import { expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { aFolder, fondsHere, served } from '../support/process.ts'
import { asKeeper, clientOf, seeded, sha256 } from './client.ts'
import { aSmallDisk } from './tmpfs.ts'

const megabyte = 1024 * 1024
const random = seeded(19410616)

function aLongText(bytes: number): Buffer {
  const text = Buffer.alloc(bytes, 'The railway station register. ')
  for (let at = 0; at < bytes; at += 4096) text.write(`leaf${Math.floor(random() * 1e9)} `, at)
  return text
}

type Sent = { url: string; fails: unknown }

/** Sends bytes with the client of the protocol, from where it stands; resolves when it is whole, or the server is gone. */
function send(endpoint: string, bytes: Buffer, before: string | null, onProgress: (sent: number) => void) {
  return new Promise<Sent>((resolve) => {
    const upload = new Upload(bytes, {
      endpoint: `${endpoint}/api/v1/uploads/tus`,
      ...(before !== null && { uploadUrl: before }),
      headers: asKeeper,
      metadata: { filename: 'register.txt', sha256: sha256(bytes) },
      chunkSize: megabyte,
      retryDelays: null,
      onProgress: (sent) => onProgress(sent),
      onSuccess: () => resolve({ url: upload.url ?? '', fails: null }),
      onError: (error) => resolve({ url: upload.url ?? '', fails: error }),
    })
    upload.start()
  })
}

test.runIf(isLong)(
  'an upload goes on where it was when the server is killed in its middle, and is what was sent',
  async () => {
    await using home = await aFolder()
    const bytes = aLongText(12 * megabyte)
    let path: string | null = null
    for (let kill = 0; kill < 3; kill++) {
      await using server = await served(home.path)
      const goal = (kill + 1) * 3 * megabyte + random() * megabyte
      let stopped: Promise<unknown> | null = null
      const sent: Sent = await send(server.address, bytes, path && server.address + path, (at) => {
        if (at > goal) stopped ??= server.kill()
      })
      await stopped
      expect(sent.fails).not.toBeNull()
      path = new URL(sent.url).pathname
      await sleep(10)
    }
    await using server = await served(home.path)
    const client = clientOf(server.address)
    const before = await client.json<{ bytes: number; sha256: string | null }>(path ?? '')
    expect(before).toMatchObject({ bytes: bytes.length, sha256: null })
    const done = await send(server.address, bytes, server.address + path, () => {})
    expect(done.fails).toBeNull()
    const reply = await client.describe({ title: 'The register', uploads: [path?.split('/').at(-1)] })
    expect(reply.status).toBe(201)
    const { witnesses } = (await reply.json()) as { witnesses: { files: { sha256: string }[] }[] }
    expect(witnesses[0]?.files[0]?.sha256).toBe(sha256(bytes))
    expect(await readdir(join(home.path, 'uploads'))).toEqual([])
    await server.stop()
    expect(await fondsHere(home.path, ['verify'])).toMatchObject({ code: 0 })
  },
  60_000,
)

const mayMount = (() => {
  using disk = aSmallDisk(1)
  return disk !== null
})()

test.skipIf(!mayMount)(
  'a disk that fills up is 507, and what came before stays',
  async () => {
    using disk = aSmallDisk(12)
    if (!disk) return
    await using server = await served(disk.path)
    const bytes = aLongText(16 * megabyte)
    const { url, fails } = await send(server.address, bytes, null, () => {})
    expect(String(fails)).toMatch(/507/)
    const reply = await fetch(url, { method: 'HEAD', headers: { ...asKeeper, 'Tus-Resumable': '1.0.0' } })
    expect(reply.status).toBe(200)
    expect(Number(reply.headers.get('Upload-Offset'))).toBeGreaterThan(megabyte)
    expect((await clientOf(server.address).get('/health/ready')).status).toBe(200)
  },
  60_000,
)
