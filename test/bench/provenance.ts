import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { claimRows } from '../../src/sqlite/claim-rows.ts'
import { aClaim } from '../support/builders.ts'
import { keeperToken, type Serving, served } from '../support/process.ts'
import { percentile } from './measure.ts'
import { digits, table } from './table.ts'

const manyClaims = 10_000
const manyDocuments = 1_000
const rounds = 5

/**
 * Serves an archive and measures over HTTP, one request after the other: pages of a hundred among ten thousand claims about a
 * document, and how long after a change of a body's first period the last of a thousand documents issued by it, and of a
 * thousand that answer one, has its new date.
 */
export async function benchProvenance(scratch: string): Promise<string> {
  const home = join(scratch, 'provenance')
  await using server = await served(home)
  const ask = asking(server)
  const paper = await ask<Made>('POST', '/documents', { title: 'With many claims' })
  const source = await ask<Made>('POST', '/sources', { type: 'book', title: 'A book' })
  addClaims(join(home, 'catalogue.sqlite'), paper.id, source.id)
  const pages: number[] = []
  const before = await cpuOf(server.pid)
  for (let round = 0; round < rounds; round++)
    for (let cursor: string | null = ''; cursor !== null; ) {
      const started = performance.now()
      const page: { next: string | null } = await ask(
        'GET',
        `/documents/${paper.id}/claims?limit=100${cursor}`,
      )
      pages.push(performance.now() - started)
      cursor = page.next && `&cursor=${encodeURIComponent(page.next)}`
    }
  const cpu = ((await cpuOf(server.pid)) - before) / pages.length
  const rows = [
    [
      'a page of 100 of 10,000 claims',
      digits(percentile(pages, 0.5)),
      digits(percentile(pages, 0.95)),
      digits(cpu),
    ],
  ]
  for (const [what, relate] of [
    ['issued by one body', 'issuer'],
    ['that answer one document', 'answers'],
  ] as const) {
    const [inChange, untilDone] = await redated(ask, relate)
    rows.push([`${manyDocuments} ${what}, the change`, ...spread(inChange), '–'])
    rows.push([`${manyDocuments} ${what}, until the last is dated`, ...spread(untilDone), '–'])
  }
  return table(['what', 'median ms', 'p95 ms', 'CPU ms of the server'], rows)
}

type Made = { id: string }
type Ask = ReturnType<typeof asking>

const spread = (times: readonly number[]) => [digits(percentile(times, 0.5)), digits(percentile(times, 0.95))]

async function redated(ask: Ask, relate: 'issuer' | 'answers'): Promise<[number[], number[]]> {
  console.error(`adding ${manyDocuments} documents`)
  const period = (first: string) => ({ existence: [`${first}/1941-07-20`, '1943-04-14/1946-03-15'] })
  const body = await ask<Made>('POST', '/agents', {
    kind: 'corporateBody',
    names: [relate],
    ...period('1941-02-03'),
  })
  const hub = await ask<Made>('POST', '/documents', { title: `Hub of ${relate}` })
  await ask('POST', `/documents/${hub.id}/claims`, { property: 'issuer', value: { agent: body.id } })
  let last = hub
  for (let n = 0; n < manyDocuments; n++) {
    last = await ask('POST', '/documents', { title: `Paper ${n}` })
    const value = relate === 'issuer' ? { agent: body.id } : { document: hub.id }
    await ask('POST', `/documents/${last.id}/claims`, { property: relate, value })
  }
  const [inChange, untilDone]: [number[], number[]] = [[], []]
  for (const first of ['1941-01-01', '1941-02-03', '1941-01-02', '1941-02-03', '1941-01-03']) {
    const started = performance.now()
    await ask('PATCH', `/agents/${body.id}`, period(first))
    inChange.push(performance.now() - started)
    const isDone = async () => {
      const { date } = await ask<{ date: { earliest: string } }>('GET', `/documents/${last.id}`)
      return date.earliest === first
    }
    while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 10))
    untilDone.push(performance.now() - started)
  }
  return [inChange, untilDone]
}

const asking =
  ({ address }: Serving) =>
  async <T>(method: string, path: string, body?: object): Promise<T> => {
    const reply = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${keeperToken}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${method} ${path}: ${text}`)
    return JSON.parse(text)
  }

/** Puts the claims into the catalogue beside the server, half of them with a source and a note. */
function addClaims(catalogue: string, document: string, source: string): void {
  const db = new Database(catalogue)
  const key = db.prepare<[string], number>('select key from document where id = ?').pluck().get(document) ?? 0
  const rows = claimRows(db)
  const cited = [{ source, locator: 'p. 1', quote: null, stance: 'states' as const }]
  db.transaction(() => {
    for (let n = 0; n < manyClaims; n++) {
      const said = n % 2 ? { note: 'As the catalogue has it.', sources: cited } : {}
      rows.add(key, aClaim({ document, property: 'subject', value: { text: `Subject ${n}` }, ...said }))
    }
  })()
  db.close()
}

/** Milliseconds of CPU that a process has taken so far, by a clock of a hundred ticks a second. */
async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const [utime = '0', stime = '0'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return (Number(utime) + Number(stime)) * 10
}
