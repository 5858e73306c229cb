import { randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const day = 24 * 3_600_000

// In a container each start has the same process id.
const thisProcess = `${process.pid}-${randomUUID().slice(0, 8)}-`

/** A name for a file that this process is making. */
export const nameOfIncoming = (): string => thisProcess + randomUUID()

/**
 * Removes from a folder the files named `<process id>-…` whose process is gone, and those of others that are older than a day
 * (the system gives the ids of ended processes to new ones). What this process makes stays. Returns how many went.
 */
export async function sweepIncoming(folder: string, now: number): Promise<number> {
  let swept = 0
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith(thisProcess)) continue
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }))
    if (isAlive(Number(name.split('-')[0])) && now - mtimeMs < day) continue
    await rm(path, { force: true })
    swept++
  }
  return swept
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
