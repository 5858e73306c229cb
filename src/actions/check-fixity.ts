import { setTimeout as sleep } from 'node:timers/promises'
import type { FileStore } from '../ports/file-store.ts'
import type { FixityReader, FixityWriter } from '../ports/fixity.ts'
import type { Clock } from '../ports/identity.ts'
import { checkBytes, sentences } from './verify-archive.ts'

export type FixityDeps = {
  fixity: FixityReader
  fixityWriter: FixityWriter
  files: FileStore
  clock: Clock
  log: Record<'info' | 'error', (details: object, message: string) => void>
}

const day = 24 * 3_600_000
const retryMs = 3_600_000
const perBatch = 20

/**
 * Reads again every original that was last checked so many days ago, at most so many bytes a second, and notes what it
 * found; what was not sound, after an hour already, for it may have been put back. Ends early when told.
 */
export async function checkFixity(
  deps: FixityDeps,
  { days, bytesPerSecond }: { days: number; bytesPerSecond: number },
  ends: AbortSignal,
): Promise<{ checked: number; unsound: number }> {
  const pace = paceOf(bytesPerSecond, ends)
  const told = { checked: 0, unsound: 0 }
  while (!ends.aborted) {
    const now = Date.parse(deps.clock())
    const when = {
      sound: isoOf(now - days * day),
      unsound: isoOf(now - Math.min(retryMs, days * day)),
      // The clock was wrong when that was noted.
      never: isoOf(now + retryMs),
    }
    const batch = await deps.fixity.due(when, perBatch)
    for (const { sha256, bytes, document, name } of batch) {
      const state = await checkBytes(deps.files, { sha256, bytes }, pace)
      // What was broken off says nothing of the bytes.
      if (ends.aborted) return told
      await deps.fixityWriter.note({ sha256, state, at: deps.clock() })
      told.checked++
      if (state === 'sound') continue
      told.unsound++
      deps.log.error({ document, sha256, state }, sentences[state](name))
    }
    if (batch.length === 0) break
  }
  return told
}

/** Waits until so many bytes more are due, reckoned from the first. */
function paceOf(bytesPerSecond: number, ends: AbortSignal) {
  const since = performance.now()
  let read = 0
  return async (bytes: number): Promise<void> => {
    read += bytes
    const aheadMs = (read / bytesPerSecond) * 1000 - (performance.now() - since)
    ends.throwIfAborted()
    if (aheadMs > 5) await sleep(aheadMs, undefined, { signal: ends })
  }
}

const isoOf = (ms: number) => new Date(ms).toISOString()
