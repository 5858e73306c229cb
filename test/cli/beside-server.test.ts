import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf, until } from '../faults/client.ts'
import { isLong } from '../support/long.ts'
import { aFolder, fonds, fondsHere, keeperToken, type Serving, served } from '../support/process.ts'

describe('beside a server', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>
  let home: string
  let server: Serving
  beforeAll(async () => {
    folder = await aFolder()
    home = join(folder.path, 'archive')
    server = await served(home)
  })
  afterAll(async () => {
    await server?.stop()
    await folder?.[Symbol.asyncDispose]()
  })

  test.each(['serve', 'demo', 'reindex'])('%s is refused with one sentence', async (command) => {
    const port = command === 'reindex' ? [] : ['--port', '0']
    const ran = await fonds(home, [command, ...port])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toBe(
      `Another Fonds is already serving the archive in ${home}: stop it, or choose another FONDS_HOME.\n`,
    )
    expect((await clientOf(server.address).get('/health/ready')).status).toBe(200)
  })

  test('what is added is read by the server and found at once by both', async () => {
    const path = join(folder.path, 'station.txt')
    await writeFile(path, 'The station of Naujoji Vilnia.\fThe second leaf.')
    expect(await fonds(home, ['add', path, '--title', 'The station'])).toMatchObject({
      code: 0,
      stderr: 'station.txt: read\n',
    })
    const client = clientOf(server.address)
    const { hits } = await client.json<{ hits: { document: { id: string; title: string } }[] }>(
      '/api/v1/search?q=naujoji',
    )
    expect(hits).toMatchObject([{ document: { title: 'The station' } }])
    expect(await fondsHere(home, ['search', 'second', 'leaf'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('p. 2: The [second] [leaf].'),
    })
    expect(await fondsHere(home, ['verify'])).toMatchObject({ code: 0, stderr: '' })
  })

  test.runIf(isLong)('a token lets in as soon as it is made, and no more once it is revoked', async () => {
    const { stdout, stderr } = await fondsHere(home, ['token', 'add', 'a reader', '--role', 'reader'])
    const ask = async () =>
      (
        await fetch(`${server.address}/api/v1/documents`, {
          headers: { Authorization: `Bearer ${stdout.trim()}` },
        })
      ).status
    expect(await ask()).toBe(200)
    const [, id = ''] = /id (\S+)\)/.exec(stderr) ?? []
    expect(await fondsHere(home, ['token', 'revoke', id])).toMatchObject({ code: 0 })
    await until('it is refused', async () => (await ask()) === 401)
  })
})

test('a server says where it listens alone on stdout, all else on stderr, and shows its first token once', async () => {
  await using folder = await aFolder()
  const env = { FONDS_ADMIN_TOKEN: '', FONDS_LOG: 'info' }
  const [, token = ''] = await (async () => {
    await using server = await served(folder.path, env)
    const shown = /for programs, shown this once:\n\n {2}(\S+)\n/.exec(server.stderr()) ?? []
    const reply = await fetch(`${server.address}/api/v1/documents`, {
      headers: { Authorization: `Bearer ${shown[1]}` },
    })
    expect(reply.status).toBe(200)
    expect(await server.stop()).toEqual({ code: 0, signal: null })
    expect(server.stdout()).toBe(`listening ${server.address}\n`)
    expect(server.stderr()).toContain('"msg":"request"')
    return shown
  })()
  expect(token.length).toBeGreaterThanOrEqual(32)
  await using again = await served(folder.path, env)
  expect(again.stderr()).not.toContain('shown this once')
  const headers = { Authorization: `Bearer ${token}` }
  expect((await fetch(`${again.address}/api/v1/documents`, { headers })).status).toBe(200)
  const another = { Authorization: `Bearer ${keeperToken}` }
  expect((await fetch(`${again.address}/api/v1/documents`, { headers: another })).status).toBe(401)
})
