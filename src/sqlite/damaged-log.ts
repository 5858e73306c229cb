import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isHeld } from './held-lock.ts'
import { type LogFrames, type LogIndex, readLog, readLogIndex } from './log-frames.ts'

const headBytes = 32

const folderOf = (catalogue: string): string => join(dirname(catalogue), 'damaged-logs')

/**
 * Where the catalogue of an archive lies. Its log is looked at before anybody in this process opens it: to read the index of a log
 * beside a connection would take that its locks.
 */
export function catalogueIn(home: string): string {
  const catalogue = join(home, 'catalogue.sqlite')
  keepDamagedLog(catalogue)
  return catalogue
}

/**
 * Looks at the write-ahead log that a process left which was killed, before SQLite does, which drops without a word all from the
 * first frame on that is not as it was written. Where something that was acknowledged goes with it, the log is kept in
 * `damaged-logs/` with a sentence that tells so, and cut to what can be used. While the archive is served its log is in use, and
 * is left alone.
 */
function keepDamagedLog(catalogue: string): void {
  const path = `${catalogue}-wal`
  if (!existsSync(path) || isHeld(dirname(catalogue))) return
  const index = readLogIndex(`${catalogue}-shm`)
  const log = readLog(path, index)
  if (!log) return
  const loss = lossOf(log, index)
  // Somebody who only adds a file takes no lock, and may have begun the log anew meanwhile.
  if (!loss || !readLog(path, index)?.head.equals(log.head)) return
  const { mtime } = statSync(path)
  const folder = folderOf(catalogue)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const kept = join(folder, `${mtime.toISOString().replaceAll(/[-:]/g, '')}.wal`)
  copyFileSync(path, kept)
  sync(kept)
  writeFileSync(`${kept}.txt`, `${told(loss, mtime.toISOString(), kept)}\n`, { mode: 0o600, flush: true })
  sync(folder)
  sync(dirname(folder))
  const file = openSync(path, 'r+')
  ftruncateSync(file, loss.usable)
  fsyncSync(file)
  closeSync(file)
}

/** What there is to tell of logs that were found damaged, until somebody has seen to it and removed `damaged-logs/`. */
export function damagedLogs(catalogue: string): string[] {
  const folder = folderOf(catalogue)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8').trim())
}

/** At least so many commits are lost that were acknowledged, null where that cannot be told; so many bytes of the log are of use. */
type Loss = { commits: number | null; usable: number }

/** What goes with the frames that are not as they were written; null where nothing does that anybody was told of. */
function lossOf(log: LogFrames, index: LogIndex | null): Loss | null {
  const { sound, commits, frameBytes } = log
  const { acknowledged, inDatabase } = knownOf(log, index)
  if (sound >= acknowledged) return null
  const soundCommit = commits.findLast((frame) => frame <= sound) ?? 0
  // What is older than what the database has would hide it.
  const reached = sound < inDatabase ? 0 : soundCommit
  const lost = commits.filter((frame) => frame > Math.max(sound, inDatabase) && frame <= acknowledged)
  const isNoneLost = inDatabase >= acknowledged
  return {
    commits: isNoneLost ? 0 : log.isHeadSound || index ? Math.max(1, lost.length) : null,
    usable: reached === 0 ? 0 : headBytes + reached * frameBytes,
  }
}

/** Until which frame a log was acknowledged, and until which the database has it. */
function knownOf(
  { salts, commits, sound, isHeadSound }: LogFrames,
  index: LogIndex | null,
): { acknowledged: number; inDatabase: number } {
  if (index?.salts.equals(salts)) return { acknowledged: index.committed, inDatabase: index.inDatabase }
  // A log is begun anew only once the database has all of it.
  if (index?.committed === 0 && index.salts.readUInt32BE(0) === (salts.readUInt32BE(0) + 1) >>> 0)
    return { acknowledged: commits.at(-1) ?? 0, inDatabase: Infinity }
  if (!isHeadSound) return { acknowledged: Infinity, inDatabase: 0 }
  // Each commit but the last was on the disk before the next was written.
  const beyond = commits.filter((frame) => frame > sound)
  return { acknowledged: beyond.at(-2) ?? 0, inDatabase: 0 }
}

function told({ commits, usable }: Loss, until: string, kept: string): string {
  const lost =
    commits === 0
      ? 'Nothing is lost by that: the database had it all.'
      : commits === null
        ? 'It cannot be told whether something that was acknowledged is lost by that.'
        : `At least ${commits} of the last changes until ${until}, which were acknowledged, are lost by that.`
  const rest = usable === 0 ? 'Nothing of it was used.' : 'What lies before the damage was used.'
  return `The log of the database was damaged on its disk. ${lost} ${rest} It is kept as ${kept}. Run "fonds verify" and "fonds audit verify", compare with a backup, and let those who worked then look; files that came then are still in originals/. Remove that folder once all is seen to.`
}

function sync(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}
