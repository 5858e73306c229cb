/**
 * How long the server's event loop is held up while it takes in a PDF of 2,000 pages and eight clients search:
 * `node test/bench/event-loop.ts [pages] [clients] [pauseMs]`, the pause being a client's between two searches.
 * Prints the delays that the server itself measures, which include the 10 ms between two looks.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { type Client, clientOf } from '../faults/client.ts'
import { aFolder, served } from '../support/process.ts'

const [pages = 2000, clients = 8, pauseMs = 0] = process.argv.slice(2).map(Number)
const words =
  'railway station register family wagon county order list deportation night district office'.split(' ')
const queries = ['railway', 'wagon county', '"family wagon"', 'regist*', 'order OR list', 'night -office']

await using home = await aFolder()
await using server = await served(home.path)
const client = clientOf(server.address)
const seed = await client.upload({ title: 'Before', name: 'before.pdf', bytes: await aVolume(50) })
await untilRead(client, await jobOf(seed))
const volume = await aVolume(pages)
await lag(client)

const started = performance.now()
const job = await jobOf(await client.upload({ title: 'Volume', name: 'volume.pdf', bytes: volume }))
const reading = untilRead(client, job)
let reads = true
const times: number[] = []
const searching = Array.from({ length: clients }, async (_, at) => {
  for (let n = at; reads; n++) {
    times.push(await timed(client, queries[n % queries.length] ?? 'railway'))
    await sleep(pauseMs)
  }
})
await reading
reads = false
const seconds = (performance.now() - started) / 1000
await Promise.all(searching)
const { p50, p99, max } = await lag(client)
times.sort((a, b) => a - b)
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)

console.log(`ingest: ${pages} pages in ${seconds.toFixed(1)} s, ${(pages / seconds).toFixed(0)} pages/s`)
console.log(
  `search: ${clients} clients, ${(times.length / seconds).toFixed(0)} searches/s, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`,
)
console.log(`event loop: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, max ${max.toFixed(1)} ms`)
await server.stop()

/** The delays in milliseconds since they were last asked for. */
async function lag({ get }: Client) {
  const text = await (await get('/metrics')).text()
  const figure = (name: string) => {
    const [, value] = new RegExp(`^fonds_nodejs_eventloop_lag_${name}_seconds (\\S+)$`, 'm').exec(text) ?? []
    return Number(value) * 1000
  }
  return { p50: figure('p50'), p99: figure('p99'), max: figure('max') }
}

async function timed({ get }: Client, q: string): Promise<number> {
  const begun = performance.now()
  const reply = await get(`/api/v1/search?q=${encodeURIComponent(q)}`)
  if (reply.status !== 200) throw new Error(await reply.text())
  await reply.arrayBuffer()
  return performance.now() - begun
}

async function untilRead({ json }: Client, job: string): Promise<void> {
  for (;;) {
    const { state, error } = await json<{ state: string; error: string | null }>(`/api/v1/jobs/${job}`)
    if (state === 'done') return
    if (state === 'failed') throw new Error(error ?? 'The job failed.')
    await sleep(100)
  }
}

async function jobOf(reply: Response): Promise<string> {
  const { job } = (await reply.json()) as { job: { id: string } }
  return job.id
}

/** A PDF of full pages of text: some 40 lines of 10 words each. */
async function aVolume(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  let n = 1
  const word = () => {
    n = (n * 48_271) % 2_147_483_647
    return `${words[n % words.length]}${n % 7 === 0 ? n % 9973 : ''}`
  }
  for (let page = 0; page < count; page++) {
    const lines = Array.from({ length: 40 }, () => Array.from({ length: 10 }, word).join(' '))
    document.addPage([595, 842]).drawText(lines.join('\n'), { x: 40, y: 800, size: 10, lineHeight: 18, font })
  }
  return document.save()
}
