import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of so many megabytes in memory, gone when its block ends; null where mounting one is not permitted. */
export function aSmallDisk(megabytes: number): (Disposable & { path: string }) | null {
  if (process.platform !== 'linux') return null
  const path = mkdtempSync(join(tmpdir(), 'fonds-disk-'))
  const drop = () => rmSync(path, { recursive: true, force: true })
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path])
  if (mounted.status !== 0) {
    drop()
    return null
  }
  return {
    path,
    [Symbol.dispose]() {
      spawnSync('umount', ['-l', path])
      drop()
    },
  }
}
