import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Fault } from '../domain/errors.ts'
import type { QueryClass } from '../domain/search/query-class.ts'
import type { FixityReader } from '../ports/fixity.ts'
import type { IndexFigures } from '../ports/search-index.ts'

/** The figures of one server, in Prometheus' text format. No figure carries what was asked or who asked. */
export type Metrics = {
  contentType: string
  text(): Promise<string>
  request(request: { method: string; route: string | null; status: number; ms: number }): void
  search(of: QueryClass, ms: number): void
  /** Where to ask what is kept of the replies to searches. */
  replies(kept: () => IndexFigures): void
  /** That a request came to this end; those that tell of the disk are counted. */
  fault(fault: Fault): void
}

/** Starts to count; what the search keeps in memory is asked for whenever the figures are. */
export function createMetrics(index?: () => Promise<IndexFigures>, fixity?: FixityReader): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'fonds_' })
  const requests = new Histogram({
    name: 'fonds_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers: [registry],
  })
  const searches = new Histogram({
    name: 'fonds_search_seconds',
    help: 'Time to answer a search, by the class of its query',
    labelNames: ['class'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  const ofTheDisk = new Counter({
    name: 'fonds_disk_faults_total',
    help: 'Requests that met a full, unwritable or damaged disk, since the start',
    labelNames: ['kind'],
    registers: [registry],
  })
  for (const kind of diskFaults) ofTheDisk.inc({ kind }, 0)
  let replies = (): IndexFigures => ({ bytes: 0, entries: 0, hits: 0, misses: 0 })
  if (index) tellMemory(registry, 'lists', listHelp, index)
  tellMemory(registry, 'replies', replyHelp, async () => replies())
  if (fixity) tellFixity(registry, fixity)
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request({ method, route, status, ms }) {
      requests.observe({ method, route: route ?? 'none', status }, ms / 1000)
    },
    search(of, ms) {
      searches.observe({ class: of }, ms / 1000)
    },
    replies(kept) {
      replies = kept
    },
    fault(fault) {
      if (diskFaults.has(fault)) ofTheDisk.inc({ kind: fault })
    },
  }
}

const diskFaults: ReadonlySet<Fault> = new Set(['disk-full', 'unwritable', 'damaged'])

function tellFixity(registry: Registry, fixity: FixityReader): void {
  new Gauge({
    name: 'fonds_originals_damaged',
    help: 'Originals that were missing, damaged or unreadable when they were checked last',
    registers: [registry],
    async collect() {
      this.set(await fixity.unsound())
    },
  })
  new Gauge({
    name: 'fonds_originals_oldest_check_timestamp_seconds',
    help: 'When the original was checked that was checked longest ago, seconds since 1970; 0 where there is none',
    registers: [registry],
    async collect() {
      const at = await fixity.oldest()
      this.set(at === null ? 0 : Date.parse(at) / 1000)
    },
  })
}

type MemoryHelp = Record<keyof IndexFigures, string>

const listHelp: MemoryHelp = {
  bytes: 'Memory that the lists of the search take',
  entries: 'Lists that the search keeps',
  hits: 'How often a list was there when it was asked for, since the start',
  misses: 'How often a list had to be read, since the start',
}

const replyHelp: MemoryHelp = {
  bytes: 'Memory that kept replies to searches take',
  entries: 'Replies to searches that are kept',
  hits: 'How often a reply was there when the same was asked again, since the start',
  misses: 'How often a reply had to be made, since the start',
}

function tellMemory(
  registry: Registry,
  of: string,
  help: MemoryHelp,
  figures: () => Promise<IndexFigures>,
): void {
  for (const name of ['bytes', 'entries', 'hits', 'misses'] as const) {
    new Gauge({
      name: `fonds_search_${of}_${name}`,
      help: help[name],
      registers: [registry],
      async collect() {
        this.set((await figures())[name])
      },
    })
  }
}
