import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { aPdf } from '../support/pdf.ts'
import { aFolder, fonds, type Serving, served } from '../support/process.ts'
import { type Added, type Client, clientOf, seeded, sha256, type Upload, until } from './client.ts'
import { sendSlowly } from './slow-upload.ts'

const kills = process.env.FONDS_TEST_LONG ? 100 : 3
const kinds = ['txt', 'pdf', 'txt', 'pdf']
const perRound = kinds.length
const random = seeded(19410614)

/** A request, made as often as it takes; `document` once it was acknowledged. */
type Sent = { key: string; upload: Upload; pages: string[]; document: string | null }

test(
  `nothing acknowledged is lost and nothing is there twice after ${kills} kills at any moment`,
  async () => {
    await using home = await aFolder()
    const all: Sent[] = []
    for (let round = 1; round <= kills; round++) {
      await using server = await served(home.path)
      await repeatLast(server, all)
      const batch = await someRequests(round)
      all.push(...batch)
      const answers = Promise.all(batch.map((sent, at) => send(server, sent, at === 0)))
      await sleep(random() * 1000)
      await server.kill()
      await answers
    }

    await using server = await served(home.path)
    const client = clientOf(server.address)
    await repeatLast(server, all)
    await until('the jobs end', () => noneUnderWay(client), 60 + kills * 3)
    await until('incoming/ is swept', async () => (await readdir(join(home.path, 'incoming'))).length === 0)

    const documents = await client.documents()
    expect(documents.map(({ title }) => title).sort()).toEqual(all.map(({ upload }) => upload.title).sort())
    expect(documents.map(({ id }) => id).sort()).toEqual(all.map(({ document }) => document).sort())
    for (const sent of all) await expectWhole(client, sent)
    const pages = all.reduce((sum, sent) => sum + sent.pages.length, 0)
    expect(await totalOf(client, 'registered')).toEqual({ documents: all.length, pages, exact: true })
    await server.stop()
    for (const check of [['verify'], ['audit', 'verify']])
      expect(await fonds(home.path, check)).toMatchObject({ code: 0 })
  },
  60_000 + kills * 10_000,
)

async function someRequests(round: number): Promise<Sent[]> {
  return Promise.all(
    kinds.map(async (kind, at) => {
      const name = `r${round}n${at}`
      const count = 1 + Math.floor(random() * 30)
      const pages = Array.from(
        { length: count },
        (_, page) => `Leaf leaf${name}p${page + 1} was registered in ${name}.`,
      )
      const bytes = kind === 'pdf' ? await aPdf(pages) : Buffer.from(pages.join('\f'))
      const upload = { title: `Volume ${name}`, name: `${name}.${kind}`, bytes }
      return { key: `key-${name}`, upload, pages, document: null }
    }),
  )
}

/** Sends a request; that the server went away is no answer. */
async function send(server: Serving, sent: Sent, slowly: boolean): Promise<void> {
  const headers = { 'Idempotency-Key': sent.key }
  try {
    const { status, body } = slowly
      ? await sendSlowly(server.address, sent.upload, { pieces: 10, pauseMs: 60, headers }).reply
      : await answerOf(clientOf(server.address).upload(sent.upload, headers))
    expect(status, body).toBe(201)
    const { id } = JSON.parse(body) as Added
    expect(sent.document ?? id).toBe(id)
    sent.document = id
  } catch (error) {
    if (!isDeparture(error)) throw error
  }
}

async function answerOf(reply: Promise<Response>) {
  const { status } = await reply
  return { status, body: await (await reply).text() }
}

/** Asks again for what was asked last: some was answered, some done but not answered, some not done. */
async function repeatLast(server: Serving, all: readonly Sent[]): Promise<void> {
  for (const sent of all.slice(-perRound)) await send(server, sent, false)
  expect(all.filter(({ document }) => document === null)).toEqual([])
}

async function expectWhole(client: Client, { document, upload, pages }: Sent): Promise<void> {
  const { witnesses } = await client.json<Added>(`/api/v1/documents/${document}`)
  const files = witnesses.flatMap(({ files }) => files)
  expect(files).toMatchObject([{ state: 'done', sha256: sha256(upload.bytes), duplicateOf: null }])
  const content = await client.get(`/api/v1/files/${files[0]?.id}/content`)
  expect(sha256(new Uint8Array(await content.arrayBuffer()))).toBe(sha256(upload.bytes))
  const listed = await client.json<{ items: { number: number }[] }>(
    `/api/v1/documents/${document}/pages?limit=100`,
  )
  expect(listed.items.map(({ number }) => number)).toEqual(pages.map((_, at) => at + 1))
  const text = await (await client.get(`/api/v1/documents/${document}/text`)).text()
  expect(text.split('\f').map((page) => page.trim())).toEqual(pages)
}

async function totalOf(client: Client, q: string) {
  return (await client.json<{ total: object }>(`/api/v1/search?q=${q}`)).total
}

async function noneUnderWay(client: Client): Promise<boolean> {
  const counts = await Promise.all(
    ['queued', 'running'].map((state) => client.json<{ items: unknown[] }>(`/api/v1/jobs?state=${state}`)),
  )
  return counts.every(({ items }) => items.length === 0)
}

/** Whether an error only says that the connection broke. */
const isDeparture = (error: unknown): boolean =>
  error instanceof Error &&
  (error instanceof TypeError ||
    ('code' in error && ['ECONNRESET', 'ECONNREFUSED'].includes(`${error.code}`)))
