import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { flagsOf } from '../../../src/tools/recognise/recognising-process.ts'

test('a recogniser has no way to the network, nor has any of its threads, nor tesseract.js', async () => {
  let asked = 0
  const server = createServer((_, response) => {
    asked++
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const entry = new URL('./children/tries-network.ts', import.meta.url)
  const child = fork(fileURLToPath(entry), ['0', String(port)], {
    env: {},
    execArgv: flagsOf(entry, 1024 ** 3, []),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const [said] = await once(child, 'message')
  expect(said).toEqual({ main: [], thread: [], model: expect.stringContaining('no use of the network') })
  expect(asked).toBe(0)
  server.close()
})
