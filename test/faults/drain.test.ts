import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { aFolder, fonds, served } from '../support/process.ts'
import { type Added, clientOf, until } from './client.ts'
import { sendSlowly } from './slow-upload.ts'

const clean = { code: 0, signal: null }

describe('SIGTERM', () => {
  test('lets an upload under way end, takes no new ones, and exits with 0 soon after', async () => {
    await using home = await aFolder()
    await using server = await served(home.path)
    const client = clientOf(server.address)
    // Leaves a connection behind that is kept alive.
    expect((await client.get('/health/ready')).status).toBe(200)
    const upload = { title: 'Late', name: 'late.txt', bytes: Buffer.alloc(50_000, 'late ') }
    const slow = sendSlowly(server.address, upload, { pieces: 10, pauseMs: 150 })
    await until('it is under way', async () => slow.req.socket?.connecting === false)
    const stopped = server.stop()
    await until(
      'nothing new is taken',
      () =>
        client.get('/health/live').then(
          () => false,
          () => true,
        ),
      1,
    )
    expect((await slow.reply).status).toBe(201)
    const replied = performance.now()
    expect(await stopped).toEqual(clean)
    expect(performance.now() - replied).toBeLessThan(3000)

    await using again = await served(home.path)
    const found = clientOf(again.address)
    await until('it is read', async () => {
      const [only] = await found.documents()
      return only?.witnesses[0]?.files[0]?.state === 'done'
    })
    expect((await found.documents()).map(({ title }) => title)).toEqual(['Late'])
  })

  test('ends the streams of those who follow a job, and the job goes on at the next start', async () => {
    await using home = await aFolder()
    await using server = await served(home.path)
    const client = clientOf(server.address)
    const bytes = Buffer.alloc(20_000_000, 'many words that take their time ')
    const added = await client.upload({ title: 'Long', name: 'long.txt', bytes })
    const { job } = (await added.json()) as Added
    const events = await client.get(`/api/v1/jobs/${job?.id}/events`)
    const stream = events.text()
    const asked = performance.now()
    expect(await server.stop()).toEqual(clean)
    expect(performance.now() - asked).toBeLessThan(5000)
    expect(await stream).not.toContain('"state":"done"')

    await using again = await served(home.path)
    const resumed = await clientOf(again.address).json<{ state: string; error: null }>(
      `/api/v1/jobs/${job?.id}`,
    )
    expect(resumed).toMatchObject({ state: expect.stringMatching(/queued|running/), error: null })
  })
})

test('a port that is taken is one sentence, and the first token is not lost by it', async () => {
  await using home = await aFolder()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  await using _ = { [Symbol.asyncDispose]: async () => void other.close() }
  const { port } = other.address() as AddressInfo
  const ran = await fonds(home.path, ['serve', '--port', String(port)], { FONDS_ADMIN_TOKEN: '' })
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toBe(
    `Port ${port} of 127.0.0.1 is in use: stop what listens there, or choose another port.\n`,
  )
  await using server = await served(home.path, { FONDS_ADMIN_TOKEN: '' })
  expect(server.stderr()).toContain('shown this once')
})
