import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sqliteAnnotationWriter } from '../../src/sqlite/annotation-writer.ts'
import { withoutBrowser } from '../support/browser.ts'
import { anAnnotation, keeper } from '../support/builders.ts'
import { keeperToken, type Serving, served } from '../support/process.ts'
import { benchAnnotatedPages } from './annotated-page.ts'
import { percentile, timeOf } from './measure.ts'
import { digits, table } from './table.ts'

const rounds = 50
const batch = 1000
const pageText = 'They came by night to Šiauliai, and by night they left.'

/** Milliseconds of requests over HTTP, one after the other, to an archive with so many annotations of one page of one document. */
export async function benchAnnotations(scratch: string, count: number): Promise<string> {
  const home = join(scratch, 'annotations')
  await using server = await served(home, { FONDS_ANONYMOUS: 'reader' })
  const ask = asking(server)
  const document = await addPage(server, ask)
  const { id: page } = await ask<{ id: string }>('GET', `/api/v1/documents/${document}/pages/1`)
  console.error(`adding ${count} annotations`)
  await addAnnotations(join(home, 'catalogue.sqlite'), document, page, count)
  // The server has closed the connection meanwhile, which is not told before others had a turn.
  await new Promise((resolve) => setTimeout(resolve, 100))
  const own = `/api/v1/documents/${document}/annotations/`
  const { last } = await ask<{ last: string }>('GET', own)
  const remark = (n: number) => ({
    type: 'Annotation',
    body: { type: 'TextualBody', value: `Remark ${n}` },
    target: {
      source: `/api/v1/documents/${document}/pages/1`,
      selector: { type: 'TextQuoteSelector', exact: 'Šiauliai' },
    },
  })
  const { id: one } = await ask<{ id: string }>('POST', own, remark(0))
  const requests: [string, (n: number) => Promise<unknown>][] = [
    ['a container with its first 20', () => ask('GET', own)],
    ['a container with its first 100', () => ask('GET', `${own}?limit=100`)],
    ['its last page', () => ask('GET', last.slice(new URL(last).origin.length))],
    ['those of one page', () => ask('GET', `${own}?page=${page}`)],
    ['those with a rare tag', () => ask('GET', `${own}?tag=rare`)],
    ['those with a tag that every second has', () => ask('GET', `${own}?tag=even`)],
    ['those that one account wrote', () => ask('GET', `${own}?by=bench`)],
    ['counts by page', () => ask('GET', `${own}counts`)],
    ['one annotation', () => ask('GET', new URL(one).pathname)],
    ['to create one', (n) => ask('POST', own, remark(n))],
    ['to change one', (n) => ask('PUT', new URL(one).pathname, remark(n))],
  ]
  const rows = []
  for (const [what, run] of requests) {
    for (let n = 0; n < 3; n++) await run(n)
    const times: number[] = []
    for (let n = 0; n < rounds; n++) times.push(await timeOf(() => run(n)))
    rows.push([what, digits(percentile(times, 0.5)), digits(percentile(times, 0.95))])
  }
  const requested = table([`of ${count} annotations`, 'median ms', 'p95 ms'], rows)
  if (withoutBrowser) return requested
  const bare = await addPage(server, ask)
  const pages = await benchAnnotatedPages(server.address, pageText, { bare, annotated: document })
  const head = ['a page is opened, median ms', 'without annotations', `with ${count}`, 'ratio']
  return `${requested}\n\n${table(head, pages)}`
}

type Ask = ReturnType<typeof asking>

const headers = { Authorization: `Bearer ${keeperToken}` }

async function addPage({ address }: Serving, ask: Ask): Promise<string> {
  const form = new FormData()
  form.set('description', JSON.stringify({ title: 'Much annotated' }))
  form.append('files', new Blob([pageText]), 'paper.txt')
  const reply = await fetch(`${address}/api/v1/documents`, { method: 'POST', headers, body: form })
  const { id, job }: { id: string; job: { id: string } } = JSON.parse(await reply.text())
  const isRead = async () => (await ask<{ state: string }>('GET', `/api/v1/jobs/${job.id}`)).state === 'done'
  while (!(await isRead())) await new Promise((resolve) => setTimeout(resolve, 50))
  return id
}

/** Puts them into the catalogue beside the server, every second with one tag, every thousandth with another. */
async function addAnnotations(
  catalogue: string,
  document: string,
  page: string,
  count: number,
): Promise<void> {
  const db = new Database(catalogue)
  db.pragma('busy_timeout = 10000')
  const writer = sqliteAnnotationWriter(db)
  const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value })
  for (let from = 0; from < count; from += batch) {
    const annotations = Array.from({ length: Math.min(batch, count - from) }, (_, at) => {
      const n = from + at
      const { actor: _actor, at: _at, ...one } = anAnnotation(document, `Remark ${n}`, { page })
      const tags = [...(n % 2 ? [] : [tag('even')]), ...(n % 1000 ? [] : [tag('rare')])]
      return { ...one, body: { ...one.body, body: [{ type: 'TextualBody', value: `Remark ${n}` }, ...tags] } }
    })
    const command = { actor: 'bench', at: new Date().toISOString(), onlooker: keeper, annotations }
    await writer.addMany(command)
  }
  db.close()
}

const asking =
  ({ address }: Serving) =>
  async <T>(method: string, path: string, body?: object): Promise<T> => {
    const reply = await fetch(`${address}${path}`, {
      method,
      headers: { ...headers, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${method} ${path}: ${text}`)
    return JSON.parse(text)
  }
