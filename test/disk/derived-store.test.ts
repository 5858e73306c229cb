import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { derivedIncoming, diskDerivedStore } from '../../src/disk/derived-store.ts'
import { derivedStoreContract } from '../contract/derived-store.ts'

async function aHome() {
  const home = await mkdtemp(join(tmpdir(), 'fonds-derived-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  return home
}

derivedStoreContract(async () => diskDerivedStore(await aHome()))

describe('derived files on a disk', () => {
  test('that a process left half made are swept, those being made are not', async () => {
    const home = await aHome()
    const derived = diskDerivedStore(home)
    expect(await derived.sweepIncoming(Date.now())).toBe(0)
    const mine = await derived.incoming()
    await writeFile(mine, 'half')
    // No process has an id beyond the largest that Linux gives.
    await writeFile(join(derivedIncoming(home), '4194305-of-a-process-that-is-gone'), 'half')
    expect(await derived.sweepIncoming(Date.now())).toBe(1)
    expect((await readdir(derivedIncoming(home))).map((name) => join(derivedIncoming(home), name))).toEqual([
      mine,
    ])
  })
})
