import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { reportAsCsv, reportedFiles } from '../../api/batch-report.ts'
import type { Archive } from '../../app.ts'
import { hasEnded } from '../../domain/job.ts'
import type { BatchFileReport } from '../../ports/batches.ts'
import type { Progress } from '../progress.ts'
import { shownName } from './shown-name.ts'

const pollMs = 200
const pollsToCount = 10

/**
 * Waits until the files of a batch are read, pictured and recognised, by whoever runs the jobs; `ensure` sees to it that somebody does. False when it
 * is to stop first, or the batch was cancelled.
 */
export async function untilBatchRead(
  { deps }: Archive,
  id: string,
  progress: Progress,
  stopping: AbortSignal,
  ensure: () => Promise<void>,
): Promise<boolean> {
  const batch = await deps.batches.find(id)
  let failed = 0
  progress.begin('Reading', 0)
  for (let poll = 0; !stopping.aborted; poll++) {
    const job = batch?.job ? await deps.jobs.find(batch.job) : null
    if (!job || hasEnded(job))
      return job?.state === 'done' && (await untilPictured(deps, id, progress, stopping, ensure))
    if (poll % pollsToCount === 0) {
      const { files, reading } = await deps.batches.counts(id)
      failed = files.failed + reading.failed
    }
    progress.reach(job.done, job.total ?? job.done, failed)
    await ensure()
    await sleep(pollMs, undefined, { signal: stopping }).catch(() => undefined)
  }
  return false
}

/** Waits until the pages of a batch are pictured and recognised, as far as that is wanted. */
async function untilPictured(
  { batches }: Archive['deps'],
  id: string,
  progress: Progress,
  stopping: AbortSignal,
  ensure: () => Promise<void>,
): Promise<boolean> {
  let most = await batches.unpictured(id)
  if (most > 0) progress.begin('Picturing and recognising', most)
  for (let left = most; left > 0; left = await batches.unpictured(id)) {
    if (stopping.aborted) return false
    most = Math.max(most, left)
    progress.reach(most - left, most, 0)
    await ensure()
    await sleep(pollMs * 5, undefined, { signal: stopping }).catch(() => undefined)
  }
  return true
}

/** Says what became of each file (on a terminal only what is not as it should be); returns how many that were not. */
export async function sayReport(
  { deps }: Archive,
  id: string,
  progress: Progress,
  isBrief: boolean,
): Promise<number> {
  let wrong = 0
  for await (const files of reportedFiles(deps.batches, id)) {
    for (const file of files) {
      if (isWrong(file)) wrong++
      if (isBrief && !isWrong(file) && file.duplicateOf === null && file.state !== 'passed-over') continue
      progress.say(`${shownName(file.path)}: ${said(file)}`)
    }
  }
  return wrong
}

/** Writes the report of a batch to a file. */
export const writeReport = ({ deps }: Archive, id: string, path: string): Promise<void> =>
  pipeline(reportAsCsv(deps.batches, id), createWriteStream(path))

/** What was not added, could not be read, or is not as it was when it was added. */
const isWrong = ({ state, fileState, differs }: BatchFileReport): boolean =>
  state === 'failed' || fileState === 'failed' || differs

function said({ state, fileState, says, duplicateOf }: BatchFileReport): string {
  const done =
    fileState === 'done'
      ? 'read'
      : fileState === 'waiting'
        ? 'kept, waits for recognition'
        : fileState === null && state === 'added'
          ? 'says what the document is'
          : (fileState ?? state)
  const twice = duplicateOf === null ? '' : ` (the same bytes as ${duplicateOf})`
  return `${says ?? done}${twice}`
}
