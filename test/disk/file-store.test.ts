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
  test('being received are swept once their process is gone or they are a day old, and not before', async () => {
    const home = await aHome()
    const files = diskFileStore(home)
    const mine = await files.incoming()
    await writeFile(mine, 'half')
    const old = await files.incoming()
    await writeFile(old, 'half')
    await utimes(old, new Date(0), new Date(0))
    // No process has an id beyond the largest that Linux gives.
    await writeFile(join(home, 'incoming', '4194305-of-a-process-that-is-gone'), 'half')
    await writeFile(join(home, 'incoming', 'stray'), 'half')
    expect(await files.sweepIncoming()).toBe(3)
    expect((await readdir(join(home, 'incoming'))).map((name) => join(home, 'incoming', name))).toEqual([
      mine,
    ])
  })

  test('that do not belong there are not listed', async () => {
    const home = await aHome()
    const files = diskFileStore(home)
    await mkdir(join(home, 'originals', 'ab', 'cd'), { recursive: true })
    await writeFile(join(home, 'originals', 'ab', 'cd', 'notes.txt'), 'x')
    await writeFile(join(home, 'originals', 'thumbs.db'), 'x')
    expect(await files.list(null)).toEqual({ digests: [], next: null })
  })

  test('are swept from a folder that was never made', async () => {
    expect(await diskFileStore(await aHome()).sweepIncoming()).toBe(0)
  })
})
