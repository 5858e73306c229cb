import { fork } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openForReading } from '../../src/sqlite/open-database.ts'
import { type Added, type Client, clientOf, until } from '../faults/client.ts'
import { served } from '../support/process.ts'
import { corpus } from './corpus.ts'
import type { Answered, Load } from './http-clients.ts'
import { type Class, drawQueries } from './queries.ts'
import { pick, seeded } from './random.ts'
import { digits, table } from './table.ts'

/** Of a hundred searches, how many are of a class. */
const mix = { rare: 30, common: 20, 'very common': 10, and: 15, or: 10, phrase: 8, prefix: 7 } as const
const mixed = 8000
const perClass = 1000
const seconds = 15
/** So often all is asked before what is asked again is measured: each of the threads has then heard most of it. */
const before = 3
const many = 8
/** Requests a minute that are no limit here; what counts them is measured, too. */
const asMany = '1000000'
/** More than a writer takes in while it is measured. */
const ingested = 20_000

/**
 * Serves a copy of a loaded archive and lets clients in another process of this machine search it, each without pause,
 * with a weighted mix of classes. Returns a Markdown table: one client of a server that has just started and eight with
 * queries that nobody asked before; both with queries asked before, whose replies are kept, and for other numbers of their
 * results, which are not; the same with words in any form; and eight while a long text is taken in.
 */
export async function benchHttp(loaded: string, scratch: string): Promise<string> {
  const home = join(scratch, 'served')
  await cp(loaded, home, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const catalogue = join(home, 'catalogue.sqlite')
  const [queries, others, more] = [drawMix(catalogue, 11), drawMix(catalogue, 12), drawMix(catalogue, 13)]
  try {
    // What the corpus is made of has no originals, whose images would be tried to be made again and again.
    await using server = await served(home, {
      FONDS_ANONYMOUS: 'reader',
      FONDS_RATE: asMany,
      FONDS_IMAGES: 'demand',
    })
    const { address } = server
    const measured = async (what: string, clients: number, asked: readonly string[], varied = false) => {
      console.error(`searching for ${seconds} s: ${what}`)
      const { perSecond, p50, p95 } = await answers({ address, queries: asked, clients, seconds, varied })
      return [what, `${clients}`, digits(p50), digits(p95), `${Math.round(perSecond)}`]
    }
    const remember = async (asked: readonly string[]) => {
      console.error('asking everything that will be asked again')
      for (let time = 0; time < before; time++)
        await answers({ address, queries: asked, clients: many, seconds: null, varied: false })
    }
    const rows = [
      await measured('just started, first asked', 1, queries),
      await measured('first asked', many, others),
      await measured('first asked, in any form', 1, inAnyForm(more)),
    ]
    await remember(queries)
    for (const clients of [1, many]) {
      rows.push(await measured('asked before', clients, queries))
      rows.push(await measured('asked before, for other numbers of results', clients, queries, true))
    }
    const pages = await ingesting(clientOf(server.address))
    const read = await pages()
    const beside = await measured('asked before, while a writer ingests', many, queries)
    const taken = Math.round(((await pages()) - read) / seconds)
    return table(head, [...rows.map((row) => [...row, '–']), [...beside, `${taken}`]])
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** The same words without the quotes around each; phrases stay. */
const inAnyForm = (queries: readonly string[]) =>
  queries.map((q) => (/^"[^"]* /.test(q) ? q : q.replaceAll('"', '')))

const head = ['what', 'clients', 'p50 ms', 'p95 ms', 'searches a second', 'pages taken in a second']

/** Queries of all classes as often as the mix says, in an order that is the same at every run. */
function drawMix(catalogue: string, seed: number): string[] {
  console.error('drawing queries')
  const db = openForReading(catalogue)
  const drawn = drawQueries(db, perClass, seed)
  db.close()
  const random = seeded(seed)
  const hundred = Object.entries(mix).flatMap(([of, count]) =>
    Array.from({ length: count }, () => of as Class),
  )
  return Array.from({ length: mixed }, () => pick(random, drawn[pick(random, hundred)]))
}

/** Uploads a long text, and resolves once it is being taken in to what tells how many of its pages are. */
async function ingesting(client: Client): Promise<() => Promise<number>> {
  console.error(`uploading a text of ${ingested} pages`)
  const texts: string[] = []
  for (const { pages } of corpus(ingested)) texts.push(...pages)
  const upload = { title: 'A long text', name: 'long.txt', bytes: Buffer.from(texts.join('\f')) }
  const { job } = (await (await client.upload(upload)).json()) as Added
  const done = async () => (await client.json<{ done: number }>(`/api/v1/jobs/${job?.id}`)).done
  await until('the text is being taken in', async () => (await done()) > 0, 60)
  return done
}

async function answers(load: Load): Promise<Answered> {
  const child = fork(new URL('./http-clients.ts', import.meta.url))
  try {
    child.send(load)
    const [answered] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() =>
        Promise.reject(new Error('The clients ended before they had an answer.')),
      ),
    ])
    return answered as Answered
  } finally {
    child.kill()
  }
}
