import { type Point, pointAt } from '../domain/backup/point.ts'
import { ArchiveError } from '../domain/errors.ts'
import { inParallel } from '../ingest/in-parallel.ts'
import type { Restoring } from '../ports/backups.ts'
import type { Finding } from '../ports/checks.ts'
import type { BackUpDeps, Far } from './back-up.ts'
import { sentences } from './verify-archive.ts'

export type RestoreDeps = Pick<BackUpDeps, 'backup' | 'openCopy' | 'copyOriginal'> & { restoring: Restoring }

const places = 8

/**
 * Restores the latest point until a time, null for the latest of all, everything checked against its SHA-256 while it is
 * copied. Before it is finished nothing serves it; interrupted, it goes on. Tells what the backup itself has not.
 * Throws ArchiveError('not-found') where there is no such point, 'conflict' where its database is damaged.
 */
export async function restoreArchive(
  { backup, restoring, openCopy, copyOriginal }: RestoreDeps,
  until: string | null,
  tell: Far,
): Promise<{ point: Point; originals: number; findings: Finding[] }> {
  await backup.expect()
  await restoring.expect()
  const unlock = backup.lock()
  let unlockArchive = () => {}
  try {
    const point = await choose()
    if (!(await backup.isIntact(point))) throw damaged(point)
    // A newer program's is refused before anything is made.
    const copy = openCopy(backup.databaseOf(point))
    const findings: Finding[] = []
    let done = 0
    try {
      unlockArchive = restoring.lock()
      await restoring.begin()
      const total = copy.count()
      await inParallel(copy.originals(), places, async ({ sha256, bytes, isKept }) => {
        const became = await copyOriginal(backup.originals, restoring.files, { sha256, bytes })
        tell('originals', ++done, total)
        if (became === 'copied' || became === 'known' || !isKept) return
        const about = copy.about(sha256)
        const says = `${sentences[became](about?.name ?? sha256)} That is its copy in the backup; it was not restored.`
        findings.push({ document: about?.document ?? null, title: about?.title, says })
      })
      if (!(await restoring.takeDatabase(backup.databaseOf(point), point.database.sha256)))
        throw damaged(point)
    } finally {
      copy.close()
    }
    await restoring.finish()
    return { point, originals: done - findings.length, findings }
  } finally {
    unlockArchive()
    unlock()
  }

  async function choose(): Promise<Point> {
    const { points } = await backup.points()
    const point = until === null ? (points.at(-1) ?? null) : pointAt(points, until)
    if (point) return point
    const [oldest] = points
    throw new ArchiveError(
      'not-found',
      oldest
        ? `The backup in ${backup.where} has no point until ${until}: its oldest is of ${oldest.at}.`
        : `The backup in ${backup.where} has no point yet: none was finished.`,
    )
  }
}

const damaged = ({ name }: Point) =>
  new ArchiveError('conflict', `The database of point ${name} is damaged: choose another with --at.`)
