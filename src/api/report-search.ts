import type { Asked } from '../actions/search.ts'
import { keepsArchive } from '../actions/see.ts'
import type { Actor } from '../domain/access.ts'
import type { Metrics } from './metrics.ts'

type Line = (details: object, message: string) => void

export type Reporting = {
  metrics: Metrics
  log: { debug: Line; info: Line; warn: Line }
  /** From how many milliseconds on a search is warned of; 0 for never. */
  slowQueryMs: number
}

/**
 * Counts a search and writes a line about it, as a warning where it was slow: its class and how long it took, `found`,
 * and whether it looked through everything or only what readers may see. What was searched for is written at `debug` alone.
 */
export function reportSearch(
  { metrics, log, slowQueryMs }: Reporting,
  actor: Actor,
  requestId: string,
  { query, class: queryClass, tookMs }: Asked,
  found: object,
): void {
  metrics.search(queryClass, tookMs)
  const details = { requestId, class: queryClass, ms: tookMs, everything: keepsArchive(actor), ...found }
  if (slowQueryMs > 0 && tookMs >= slowQueryMs) log.warn(details, 'slow search')
  else log.info(details, 'search')
  log.debug({ requestId, q: query.text }, 'searched for')
}
