import { type BackUpDeps, backUp, pruneBackup } from '../actions/back-up.ts'
import { verifyBackup } from '../actions/verify-backup.ts'
import { ArchiveError, isDiskFull } from '../domain/errors.ts'
import { printFindings } from './findings.ts'
import { progressOn } from './progress.ts'
import { size } from './size.ts'

type Looking = Pick<BackUpDeps, 'backup' | 'openCopy'>

/** Backs the archive up, and keeps so many points if told; 0 when all of it is in the backup. */
export async function backup(
  { deps, close }: { deps: BackUpDeps; close: () => void },
  keep: number | null,
): Promise<number> {
  const { where } = deps.backup
  try {
    const made = await withProgress((tell) => backUp(deps, tell)).catch((error) => {
      throw onFolder(error, 'backup', where, 'free space, or keep fewer points (--keep)')
    })
    await printFindings(made.findings)
    const { point, copied } = made
    const known = point.originals.count - copied.count
    console.log(
      `Point ${point.name}: the database (${size(point.database.bytes)}), ${copied.count} originals copied (${size(copied.bytes)}), ${known} there already.`,
    )
    const pruned = keep === null ? null : await pruneBackup(deps, keep)
    if (pruned) {
      await printFindings(pruned.findings)
      if (pruned.points > 0)
        console.log(
          `${pruned.points} older points and ${pruned.originals} originals that only they named went.`,
        )
    }
    return made.findings.length + (pruned?.findings.length ?? 0) === 0 ? 0 : 1
  } finally {
    close()
  }
}

/** Lists the points of a backup, the oldest first; 1 when there is none. */
export async function listBackup({ backup }: Looking): Promise<number> {
  await backup.expect()
  const { points, broken } = await backup.points()
  for (const { name, at, originals, database, lacking } of points) {
    const total = size(originals.bytes + database.bytes)
    const lacks = lacking.length === 0 ? '' : `, ${lacking.length} were missing or damaged`
    console.log(`${at}  ${originals.count} originals, ${total}${lacks}  ${name}`)
  }
  for (const name of broken) console.log(`${name}  its manifest cannot be read`)
  return points.length > 0 && broken.length === 0 ? 0 : 1
}

/** Checks every point of a backup and prints what is wrong; 0 when nothing is. */
export async function verifyBackupThere(deps: Looking): Promise<number> {
  const { points, originals, findings } = await withProgress((tell) => verifyBackup(deps, tell))
  await printFindings(findings)
  if (findings.length === 0 && points > 0)
    console.log(`All is well: ${points} points, ${originals} originals match.`)
  if (points === 0) console.log('There is no point in this backup yet: none was finished.')
  return findings.length === 0 && points > 0 ? 0 : 1
}

const titles = {
  database: 'Database (pages)',
  originals: 'Originals',
  checked: 'Bags checked',
  bags: 'Bags',
  index: 'Index (documents)',
}

/** Shows on stderr how far something is, stage after stage. */
export async function withProgress<T>(
  work: (tell: (what: keyof typeof titles, done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const progress = progressOn(process.stderr)
  let at: string | null = null
  try {
    return await work((what, done, total) => {
      if (at !== what || done < 2) progress.begin(titles[what], total)
      at = what
      progress.reach(done, total, 0)
    })
  } finally {
    progress.end()
  }
}

/** Says of which folder it is that its disk is full, or that it may not be written. */
export function onFolder(error: unknown, what: string, where: string, remedy: string): unknown {
  if (isDiskFull(error))
    return new ArchiveError(
      'disk-full',
      `The disk of the ${what} in ${where} is full: ${remedy}, and run it again; it goes on where it was.`,
    )
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(EROFS|EACCES|EPERM|SQLITE_READONLY)/.test(code))
    return new ArchiveError('locked', `The folder ${where} cannot be written (${(error as Error).message}).`)
  return error
}
