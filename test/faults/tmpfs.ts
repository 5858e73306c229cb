import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Mounted = Disposable & { path: string }

const done = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

/** A disk of so many megabytes in memory, gone when its block ends; null where mounting one is not permitted. */
export function aSmallDisk(megabytes: number): (Mounted & { turn(how: 'ro' | 'rw'): void }) | null {
  const disk = mounted((path) => done('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path))
  return (
    disk && {
      ...disk,
      /** Makes it read-only, or writable again; nobody may have a file open to write. */
      turn(how) {
        if (!done('mount', '-o', `remount,${how}`, disk.path)) throw new Error(`It does not become ${how}.`)
      },
    }
  )
}

/**
 * A disk with ext4 that becomes read-only under those who write, as the kernel does it when it meets errors, until it is mounted
 * anew; null where mounting one is not permitted.
 */
export function aDiskThatFails(megabytes: number): (Mounted & { fail(): void; mountAnew(): void }) | null {
  const image = join(mkdtempSync(join(tmpdir(), 'fonds-image-')), 'ext4')
  const drop = () => rmSync(join(image, '..'), { recursive: true, force: true })
  writeFileSync(image, '')
  truncateSync(image, megabytes * 1024 * 1024)
  const mount = (path: string) => done('mount', '-o', 'loop', image, path)
  const disk = mounted((path) => done('mkfs.ext4', '-q', '-F', image) && mount(path))
  if (!disk) {
    drop()
    return null
  }
  return {
    path: disk.path,
    fail() {
      // As after a while: what lies in memory is on the disk.
      done('sync', '-f', disk.path)
      if (!done('mount', '-o', 'remount,abort', disk.path)) throw new Error('It does not fail.')
    },
    mountAnew() {
      if (!done('umount', disk.path) || !mount(disk.path)) throw new Error('It is not mounted anew.')
    },
    [Symbol.dispose]() {
      disk[Symbol.dispose]()
      drop()
    },
  }
}

function mounted(mount: (path: string) => boolean): Mounted | null {
  if (process.platform !== 'linux') return null
  const path = mkdtempSync(join(tmpdir(), 'fonds-disk-'))
  const drop = () => rmSync(path, { recursive: true, force: true })
  if (!mount(path)) {
    drop()
    return null
  }
  return {
    path,
    [Symbol.dispose]() {
      done('umount', '-l', path)
      drop()
    },
  }
}
