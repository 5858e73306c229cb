import type { Point } from '../domain/backup/point.ts'
import { inParallel } from '../ingest/in-parallel.ts'
import type { CopiedCatalogue } from '../ports/backups.ts'
import type { Finding } from '../ports/checks.ts'
import { type BackUpDeps, type Far, unreadablePoint } from './back-up.ts'
import { checkBytes, sentences } from './verify-archive.ts'

export type VerifyBackupDeps = Pick<BackUpDeps, 'backup' | 'openCopy'>

/** Two are enough for a disk that is read as a whole. */
const places = 2

/**
 * Checks every point of a backup: its database against its SHA-256 and by SQLite's own check, every original that it
 * names against its digest, each once. A copy that has changed is put aside, so that the next backup brings it anew.
 */
export async function verifyBackup(
  { backup, openCopy }: VerifyBackupDeps,
  tell: Far,
): Promise<{ points: number; originals: number; findings: Finding[] }> {
  await backup.expect()
  const unlock = backup.lock()
  try {
    const { points, broken } = await backup.points()
    const findings = broken.map(unreadablePoint)
    const checked = new Set<string>()
    // What is wrong is told of the newest point that has it.
    for (const point of points.toReversed()) {
      const faults = await checkDatabase(point)
      findings.push(...faults.map((says): Finding => ({ document: null, says })))
      if (faults.length > 0) continue
      const copy = openCopy(backup.databaseOf(point))
      try {
        await checkOriginals(copy, point, checked, findings)
      } finally {
        copy.close()
      }
    }
    return { points: points.length, originals: checked.size, findings }
  } finally {
    unlock()
  }

  async function checkDatabase(point: Point): Promise<string[]> {
    if (!(await backup.isIntact(point)))
      return [`The database of point ${point.name} has changed: it does not match its SHA-256.`]
    const copy = openCopy(backup.databaseOf(point))
    try {
      return copy.faults().map((says) => `The database of point ${point.name}: ${says}`)
    } finally {
      copy.close()
    }
  }

  async function checkOriginals(
    copy: CopiedCatalogue,
    point: Point,
    checked: Set<string>,
    findings: Finding[],
  ) {
    const total = copy.count()
    let done = 0
    await inParallel(copy.originals(), places, async ({ sha256, bytes, isKept }) => {
      tell('originals', ++done, total)
      if (checked.has(sha256)) return
      checked.add(sha256)
      const is = await checkBytes(backup.originals, { sha256, bytes })
      if (is === 'sound' || (is === 'missing' && !isKept)) return
      if (is === 'damaged') await backup.setAside(sha256)
      const about = copy.about(sha256)
      const says = `${sentences[is](about?.name ?? sha256)} That is its copy in the backup (point ${point.name}).`
      findings.push({ document: about?.document ?? null, title: about?.title, says })
    })
  }
}
