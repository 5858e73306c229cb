import type { Point } from '../domain/backup/point.ts'
import { inParallel } from '../ingest/in-parallel.ts'
import type { BackupFolder, CopyOriginal, LiveCatalogue, OpenCopy } from '../ports/backups.ts'
import type { Finding } from '../ports/checks.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock } from '../ports/identity.ts'
import { sentences } from './verify-archive.ts'

export type BackUpDeps = {
  catalogue: LiveCatalogue
  files: FileStore
  backup: BackupFolder
  openCopy: OpenCopy
  copyOriginal: CopyOriginal
  clock: Clock
}

/** How far something is, of the pages of a database or of originals. */
export type Far = (what: 'database' | 'originals', done: number, total: number) => void

export type BackedUp = { point: Point; copied: { count: number; bytes: number }; findings: Finding[] }

/** How many originals are copied at once: syncing them is waited for more than reading. */
const places = 8

/**
 * Adds a point to a backup: a copy of the database, and of the originals that it names what is not there yet. An
 * original that is missing or damaged is told, and the backup goes on. What was interrupted goes on where it was.
 */
export async function backUp(deps: BackUpDeps, tell: Far): Promise<BackedUp> {
  const { catalogue, backup, openCopy, clock } = deps
  await backup.claim(catalogue.madeAt())
  const unlock = backup.lock()
  try {
    const database = await backup.begin()
    const last = (await backup.points()).points.at(-1)
    // In the order in which they were made, whatever the clock says meanwhile.
    const at = last ? laterOf(clock(), instantAfter(last.at)) : clock()
    await catalogue.copyTo(database, (done, total) => tell('database', done, total))
    const copy = openCopy(database)
    const originals = { count: 0, bytes: 0 }
    const copied = { count: 0, bytes: 0 }
    const lacking: string[] = []
    const findings: Finding[] = []
    try {
      const total = copy.count()
      let done = 0
      await inParallel(copy.originals(), places, async ({ sha256, bytes, isKept }) => {
        const became = await deps.copyOriginal(deps.files, backup.originals, { sha256, bytes })
        tell('originals', ++done, total)
        if (became === 'copied' || became === 'known') {
          const size = bytes ?? (await backup.originals.stat(sha256))?.bytes ?? 0
          originals.count++
          originals.bytes += size
          if (became === 'known') return
          copied.count++
          copied.bytes += size
        } else if (isKept) {
          lacking.push(sha256)
          const about = copy.about(sha256)
          const says = `${sentences[became](about?.name ?? sha256)} It is not in the backup.`
          findings.push({ document: about?.document ?? null, title: about?.title, says })
        }
      })
    } finally {
      copy.close()
    }
    const point = await backup.finish(database, { at, originals, lacking: lacking.sort() })
    return { point, copied, findings }
  } finally {
    unlock()
  }
}

const laterOf = (one: string, other: string): string => (one > other ? one : other)
const instantAfter = (at: string): string => new Date(Date.parse(at) + 1).toISOString()

/** Removes all but the newest points of a backup, and the originals that none of these names. */
export async function pruneBackup(
  { backup, openCopy }: Pick<BackUpDeps, 'backup' | 'openCopy'>,
  keep: number,
): Promise<{ points: number; originals: number; findings: Finding[] }> {
  const unlock = backup.lock()
  try {
    const { points, broken } = await backup.points()
    // What a point names that cannot be read is not known, so nothing of it may go.
    if (broken.length > 0) return { points: 0, originals: 0, findings: broken.map(unreadablePoint) }
    const kept = points.slice(-keep)
    const gone = points.slice(0, -keep)
    const copies = kept.map((point) => openCopy(backup.databaseOf(point)))
    let originals = 0
    try {
      for (const point of gone) await backup.remove(point)
      let cursor: string | null = null
      do {
        const page = await backup.originals.list(cursor)
        for (const sha256 of page.digests) {
          if (copies.some((copy) => copy.names(sha256))) continue
          await backup.originals.delete(sha256)
          originals++
        }
        cursor = page.next
      } while (cursor !== null)
    } finally {
      for (const copy of copies) copy.close()
    }
    return { points: gone.length, originals, findings: [] }
  } finally {
    unlock()
  }
}

export const unreadablePoint = (name: string): Finding => ({
  document: null,
  says: `The manifest of point ${name} cannot be read: remove its folder when it is no longer wanted.`,
})
