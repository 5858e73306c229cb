import { type VerifyDeps, verifyArchive } from '../actions/verify-archive.ts'
import { progressOn } from './progress.ts'

const archiveItself = 'The archive'

/** Prints what is wrong, by document; 0 when nothing is. */
export async function verify({ deps, close }: { deps: VerifyDeps; close: () => void }): Promise<number> {
  const progress = progressOn(process.stderr)
  const findings = new Map<string, string[]>()
  let originals = 0
  try {
    for await (const step of verifyArchive(deps)) {
      if (step.kind === 'finding') {
        const about = step.finding.document ?? archiveItself
        findings.set(about, [...(findings.get(about) ?? []), step.finding.says])
        continue
      }
      if (step.done === 1) progress.begin('Originals', step.total)
      originals = step.done
      progress.step()
    }
    progress.end()
    for (const [about, says] of findings) {
      const title = about === archiveItself ? null : await deps.checks.title(about)
      console.log(title === null ? about : `${title} (${about})`)
      for (const line of says) console.log(`  ${line}`)
    }
    if (findings.size === 0)
      console.log(`All is well: ${originals} originals match, the database and the index are sound.`)
    return findings.size === 0 ? 0 : 1
  } finally {
    progress.end()
    close()
  }
}
