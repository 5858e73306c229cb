import { type RestoreDeps, restoreArchive } from '../actions/restore-archive.ts'
import { untilWhen } from '../domain/backup/point.ts'
import { withProgress } from './backup.ts'
import { printFindings } from './findings.ts'

/** Restores an archive, as it was at a time where one is named; 0 when all of it is there. */
export async function restore(deps: RestoreDeps, home: string, at: string | null): Promise<number> {
  const until = at === null ? null : untilWhen(at)
  const restored = await withProgress((tell) => restoreArchive(deps, until, tell))
  await printFindings(restored.findings)
  console.log(
    `The archive of ${restored.point.at} was restored to ${home}: the database and ${restored.originals} originals.`,
  )
  return restored.findings.length === 0 ? 0 : 1
}
