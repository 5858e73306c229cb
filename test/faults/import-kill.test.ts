import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { aFolder, keeperToken, type Serving, served } from '../support/process.ts'
import { seeded, until } from './client.ts'

const kills = isLong ? 40 : 1
const rows = kills * 400
const random = seeded(19410613)
const headers = { Authorization: `Bearer ${keeperToken}` }

const table = `key,title,date\n${Array.from({ length: rows }, (_, at) => `k${at},Paper number ${at},7 June 1941\n`).join('')}`

type Told = {
  id: string
  state: string
  atRow: number
  finishedAt: string | null
  counts: Record<string, number>
  total: object
}

const get = async (server: Serving, path: string): Promise<Told> => {
  const reply = await fetch(`${server.address}/api/v1${path}`, { headers })
  return (await reply.json()) as Told
}

async function send(server: Serving): Promise<string> {
  const form = new FormData()
  form.append('files', new Blob([table]), 'table.csv')
  const reply = await fetch(`${server.address}/api/v1/imports`, { method: 'POST', body: form, headers })
  const { id } = (await reply.json()) as Told
  expect(reply.status).toBe(201)
  return id
}

const ended = async (server: Serving, id: string) => (await get(server, `/imports/${id}`)).finishedAt !== null

test(`a table of ${rows} rows is imported once whatever ${kills} kills come in its middle`, async () => {
  await using home = await aFolder()
  let id: string | null = null
  for (let round = 1; round <= kills; round++) {
    await using server = await served(home.path)
    id ??= await send(server)
    await sleep(random() * 250)
    await server.kill()
  }
  await using server = await served(home.path)
  await until('the import ends', () => ended(server, id ?? ''), 120)
  const done = await get(server, `/imports/${id}`)
  expect(done).toMatchObject({ state: 'done', counts: { added: rows, known: 0, refused: 0 } })
  expect((await get(server, '/search?q=paper')).total).toMatchObject({ documents: rows, exact: true })
  const again = await send(server)
  await until('the second ends', () => ended(server, again), 120)
  expect((await get(server, `/imports/${again}`)).counts).toMatchObject({ added: 0, known: rows })
  expect((await get(server, '/search?q=paper')).total).toMatchObject({ documents: rows, exact: true })
}, 300_000)
