import { readFile } from 'node:fs/promises'
import pidusage from 'pidusage'

/** The memory that processes hold, together; those that have ended hold none. */
export async function residentBytes(pids: readonly number[]): Promise<number> {
  const sizes = pids.map((pid) => bytesOf(pid).catch(() => 0))
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

// Where there is /proc, pidusage keeps descriptors of it for later looks. Under load some stay open, and one that it closes while a
// look is under way it takes for open again, and would close once more when it is another file's or a connection's.
const bytesOf = async (pid: number): Promise<number> =>
  process.platform === 'linux'
    ? Number(/^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
    : (await pidusage(pid)).memory
