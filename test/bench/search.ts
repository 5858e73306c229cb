import { join } from 'node:path'
import { type Connection, openForReading } from '../../src/sqlite/open-database.ts'
import { archive, bareFts5, type Contender, miniSearch } from './contenders.ts'
import { expenseOf, percentile } from './measure.ts'
import { postgres } from './postgres.ts'
import { progress } from './progress.ts'
import { type Class, classes, drawQueries } from './queries.ts'
import { digits, table } from './table.ts'

const rounds = 3
const mostForMiniSearch = 10_000
const mostForPostgres = 100_000

/** Searches a loaded archive and returns a Markdown table: the archive beside its peers, in milliseconds. */
export async function benchSearch(home: string, pages: number): Promise<string> {
  const db = openForReading(join(home, 'catalogue.sqlite'))
  console.error(`drawing queries from ${pages} pages`)
  const queries = drawQueries(db)
  const contenders = [await archive(home), bareFts5(home), ...(await peers(db, pages))]
  try {
    const rows = []
    for (const of of classes) rows.push(row(of, await race(contenders, of, queries[of])))
    return table(head(contenders), rows)
  } finally {
    for (const { close } of contenders) await close?.()
    db.close()
  }
}

/** Those that bear so many pages, and are there. */
async function peers(db: Connection, pages: number): Promise<Contender[]> {
  const able = []
  if (pages <= mostForMiniSearch) {
    console.error('indexing for MiniSearch')
    able.push(miniSearch(db))
  }
  if (pages <= mostForPostgres) {
    const peer = await postgres(db)
    if (peer) able.push(peer)
    else console.error('PostgreSQL is not compared with: Debian\'s package "postgresql" is not installed.')
  }
  return able
}

/**
 * What every query took: by the clock and of this process's CPU time the best of each contender, null for one that cannot
 * answer; and by the clock the archive's first.
 */
type Times = { best: (number[] | null)[]; cpu: (number[] | null)[]; first: number[] }

/**
 * Contenders take turns at every query, and the best of three rounds counts, so that what else the machine does weighs
 * little and on all of them alike. What is remembered of a query helps from the second round on.
 */
async function race(contenders: readonly Contender[], of: Class, queries: readonly string[]): Promise<Times> {
  const able: boolean[] = []
  for (const each of contenders) able.push((await each.search('warm', of)) !== null)
  const never = () => contenders.map(() => queries.map(() => Number.POSITIVE_INFINITY))
  const [times, costs] = [never(), never()]
  const first: number[] = []
  const say = progress(`searching: ${of}`, rounds * queries.length)
  for (let round = 0; round < rounds; round++) {
    for (const [at, query] of queries.entries()) {
      for (const [which, contender] of contenders.entries()) {
        const [taken, spent] = [times[which], costs[which]]
        if (!able[which] || !taken || !spent) continue
        const { time, cpu } = await expenseOf(() => contender.search(query, of))
        contender.tidy?.()
        taken[at] = Math.min(taken[at] ?? time, time)
        spent[at] = Math.min(spent[at] ?? cpu, cpu)
        if (round === 0 && which === 0) first.push(time)
      }
      say(round * queries.length + at + 1)
    }
  }
  const ofAble = (all: number[][]) => all.map((taken, which) => (able[which] ? taken : null))
  return { best: ofAble(times), cpu: ofAble(costs), first }
}

const head = (contenders: readonly Contender[]): string[] => [
  'class',
  'Fonds, first asked p50 / p95',
  ...contenders.map(({ name }) => `${name} p50 / p95`),
  ...contenders.slice(1).map(({ name }) => `Fonds ÷ ${name} p50 / p95`),
  'Fonds − FTS5 at p95',
  'CPU of all threads: Fonds ÷ FTS5 p50 / p95',
]

function row(of: Class, { best: [own, ...peers], cpu: [ownCpu, ftsCpu], first }: Times): string[] {
  const at = (times: readonly number[] | null | undefined, share: number) => percentile(times ?? [], share)
  const both = (cell: (share: number) => number) => `${digits(cell(0.5))} / ${digits(cell(0.95))}`
  return [
    of,
    both((share) => at(first, share)),
    both((share) => at(own, share)),
    ...peers.map((times) => (times ? both((share) => at(times, share)) : '–')),
    ...peers.map((times) => (times ? both((share) => at(own, share) / at(times, share)) : '–')),
    `${digits(at(own, 0.95) - at(peers[0], 0.95))} ms`,
    both((share) => at(ownCpu, share) / at(ftsCpu, share)),
  ]
}
