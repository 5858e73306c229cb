import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const day = 24 * 3_600_000

/**
 * Removes from a folder the files named `<process id>-…` whose process is gone, and whatever is older than a day (the
 * system gives the ids of ended processes to new ones). Returns how many went.
 */
export async function sweepIncoming(folder: string): Promise<number> {
  let swept = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
    if (isBeingReceived(Number(name.split('-')[0]), mtimeMs) && Date.now() - mtimeMs < day) continue
    await rm(path, { force: true })
    swept++
  }
  return swept
}

function isBeingReceived(pid: number, changed: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  // In a container each start has the same process id.
  if (pid === process.pid) return changed >= performance.timeOrigin
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
