import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { diskFileStore } from '../../src/disk/file-store.ts'
import { fileStoreContract } from '../contract/file-store.ts'

async function aHome() {
  const home = await mkdtemp(join(tmpdir(), 'fonds-disk-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  return home
}

fileStoreContract(async () => diskFileStore(await aHome()))

describe('files on a disk', () => {
  test('being received are swept once their process is gone, or has another’s id and they are a day old', async () => {
    const home = await aHome()
    const files = diskFileStore(home)
    const mine = await files.incoming()
    await writeFile(mine, 'half')
    await utimes(mine, new Date(0), new Date(0))
    const of = async (pid: number, at: number) => {
      const path = join(home, 'incoming', `${pid}-other-${at}`)
      await writeFile(path, 'half')
      await utimes(path, new Date(at), new Date(at))
      return path
    }
    const others = await of(process.ppid, Date.now())
    await of(process.ppid, Date.now() - 25 * 3_600_000)
    await of(process.pid, Date.now())
    // No process has an id beyond the largest that Linux gives.
    await writeFile(join(home, 'incoming', '4194305-of-a-process-that-is-gone'), 'half')
    await writeFile(join(home, 'incoming', 'stray'), 'half')
    expect(await files.sweepIncoming(Date.now())).toBe(4)
    const left = (await readdir(join(home, 'incoming'))).map((name) => join(home, 'incoming', name))
    expect(left.sort()).toEqual([mine, others].sort())
  })

  test('that do not belong there are not listed', async () => {
    const home = await aHome()
    const files = diskFileStore(home)
    await mkdir(join(home, 'originals', 'ab', 'cd'), { recursive: true })
    await writeFile(join(home, 'originals', 'ab', 'cd', 'notes.txt'), 'x')
    await writeFile(join(home, 'originals', 'thumbs.db'), 'x')
    expect(await files.list(null)).toEqual({ digests: [], next: null })
  })

  test('are listed without reading a folder again for every few', async () => {
    const home = await aHome()
    const digests = Array.from({ length: 256 }, (_, n) =>
      `ab${n.toString(16).padStart(2, '0')}`.padEnd(64, '0'),
    )
    for (const digest of digests) {
      const folder = join(home, 'originals', 'ab', digest.slice(2, 4))
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, digest), 'x')
    }
    const files = diskFileStore(home)
    expect(await files.list(null)).toEqual({ digests, next: digests.at(-1) })
    expect(await files.list(digests[99] ?? '')).toMatchObject({ digests: digests.slice(100) })
    expect(await files.list(digests.at(-1) ?? '')).toEqual({ digests: [], next: null })
  })

  test('are swept from a folder that was never made', async () => {
    expect(await diskFileStore(await aHome()).sweepIncoming(Date.now())).toBe(0)
  })
})
