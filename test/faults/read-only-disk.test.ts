import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fonds, fondsHere, served } from '../support/process.ts'
import { clientOf, until } from './client.ts'
import { aDiskThatFails } from './tmpfs.ts'

test('a disk that becomes read-only while it is served takes nothing with 503, is read on, and loses nothing', async (context) => {
  using disk = aDiskThatFails(48)
  if (!disk) return context.skip('A disk cannot be mounted here.')
  const home = join(disk.path, 'archive')
  const paper = (title: string) => ({ title, name: 'a.txt', bytes: Buffer.from(`The railway of ${title}.`) })
  {
    await using server = await served(home)
    const client = clientOf(server.address)
    expect((await client.upload(paper('Before'))).status).toBe(201)
    const found = async () =>
      (await client.json<{ total: { pages: number } }>('/api/v1/search?q=railway')).total.pages
    await until('it is read', async () => (await found()) === 1)

    disk.fail()
    for (const reply of [await client.upload(paper('After')), await client.describe({ title: 'After' })]) {
      expect(reply.status).toBe(503)
      expect(await reply.json()).toMatchObject({ type: '/problems/unwritable', status: 503 })
    }
    expect((await client.documents()).map(({ title }) => title)).toEqual(['Before'])
    expect(await found()).toBe(1)
    const metrics = await (await client.get('/metrics')).text()
    expect(metrics).toMatch(/^fonds_disk_faults_total\{kind="unwritable"\} [1-9]/m)
    expect((await server.stop()).signal).toBe(null)
  }
  const refused = await fonds(home, ['serve', '--port', '0'])
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/read-only/) })

  disk.mountAnew()
  await using server = await served(home)
  const client = clientOf(server.address)
  expect((await client.upload(paper('After'))).status).toBe(201)
  expect((await client.documents()).map(({ title }) => title)).toEqual(['Before', 'After'])
  await server.stop()
  expect(await fondsHere(home, ['verify'])).toMatchObject({ code: 0 })
})
