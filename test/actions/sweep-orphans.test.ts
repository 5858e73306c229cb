import { createHash } from 'node:crypto'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sweepOrphans } from '../../src/actions/sweep-orphans.ts'
import { derivedIncoming, diskDerivedStore } from '../../src/disk/derived-store.ts'
import { diskFileStore } from '../../src/disk/file-store.ts'
import { clock } from '../../src/tools/ids.ts'
import { openSqlite } from '../sqlite/open.ts'
import { aDocument, aFile } from '../support/builders.ts'

const hours = (count: number) => new Date(Date.now() - count * 3_600_000)

describe('sweeping', () => {
  test('removes what nothing names for a day, and never what a document names or what is young', async () => {
    const home = await mkdtemp(join(tmpdir(), 'fonds-sweep-'))
    onTestFinished(() => rm(home, { recursive: true, force: true }))
    const files = diskFileStore(home)
    const derived = diskDerivedStore(home)
    const { documents, write } = openSqlite()
    const put = async (text: string, age: number) => {
      const path = await files.incoming()
      await writeFile(path, text)
      const sha256 = createHash('sha256').update(text).digest('hex')
      await files.put(path, sha256)
      await files.withLocalFile(sha256, (local) => utimes(local, hours(age), hours(age)))
      return sha256
    }
    const [old, young, named] = [await put('old', 25), await put('young', 23), await put('named', 1000)]
    const removed = await put('of a removed document', 1000)
    await write.documents.add(aDocument({ files: [aFile({ of: 'named' })] }))
    const { id } = await write.documents.add(aDocument({ files: [aFile({ of: 'of a removed document' })] }))
    await write.documents.remove({ actor: 'x', at: '2026-03-01T12:00:00.000Z', id })
    await derived.incoming()
    // No process has an id beyond the largest that Linux gives.
    await writeFile(join(derivedIncoming(home), '4194305-half-an-image'), 'half')
    expect(await sweepOrphans({ files, derived, documents, ageClock: clock })).toBe(2)
    expect(await files.stat(old)).toBe(null)
    for (const kept of [young, named, removed]) expect(await files.stat(kept)).not.toBe(null)
    expect(await sweepOrphans({ files, derived, documents, ageClock: clock })).toBe(0)
  })
})
