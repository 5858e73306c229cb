import { repairOriginal } from '../actions/repair-original.ts'
import { type VerifyDeps, verifyArchive } from '../actions/verify-archive.ts'
import type { BackupFolder, CopyOriginal } from '../ports/backups.ts'
import type { Finding } from '../ports/checks.ts'
import { printFindings } from './findings.ts'
import { progressOn } from './progress.ts'

type Opened = { deps: VerifyDeps & { copyOriginal: CopyOriginal }; close: () => void }

/**
 * Prints what is wrong, by document; 0 when nothing is. Given a backup, originals that are missing or damaged are put
 * back from it first, where they can be.
 */
export async function verify({ deps, close }: Opened, backup: BackupFolder | null): Promise<number> {
  const progress = progressOn(process.stderr)
  const findings: Finding[] = []
  let originals = 0
  let repaired = 0
  try {
    await backup?.expect()
    for await (const step of verifyArchive(deps)) {
      if (step.kind === 'original') {
        if (step.done === 1) progress.begin('Originals', step.total)
        originals = step.done
        progress.step()
      } else if (!backup || !step.original) findings.push(step.finding)
      else if (await repairOriginal({ ...deps, backup }, step.original)) repaired++
      else findings.push({ ...step.finding, says: `${step.finding.says} The backup has no sound copy.` })
    }
    progress.end()
    await printFindings(findings, (document) => deps.checks.title(document))
    if (findings.length === 0)
      console.log(`All is well: ${originals} originals match, the database and the index are sound.`)
    return findings.length === 0 ? 0 : 1
  } finally {
    progress.end()
    if (repaired > 0) console.log(`${repaired} originals were put back from the backup.`)
    close()
  }
}
