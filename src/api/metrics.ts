import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { QueryClass } from '../domain/search/query-class.ts'

/** The figures of one server, in Prometheus' text format. No figure carries what was asked or who asked. */
export type Metrics = {
  contentType: string
  text(): Promise<string>
  request(request: { method: string; route: string | null; status: number; ms: number }): void
  search(of: QueryClass, ms: number): void
}

export function createMetrics(): Metrics {
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
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request({ method, route, status, ms }) {
      requests.observe({ method, route: route ?? 'none', status }, ms / 1000)
    },
    search(of, ms) {
      searches.observe({ class: of }, ms / 1000)
    },
  }
}
