import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { derivedIncoming, diskDerivedStore } from '../../src/disk/derived-store.ts'
import { diskFileStore } from '../../src/disk/file-store.ts'
import { ArchiveError } from '../../src/domain/errors.ts'
import { ensureImage, findImage } from '../../src/ingest/ensure-image.ts'
import type { Imager } from '../../src/ports/page-images.ts'
import { openSqlite } from '../sqlite/open.ts'
import { anImage, now } from '../support/builders.ts'

/** An archive's stores with an original, and an imager that copies it, waits for `gate` and counts. */
async function aMaker(gate: Promise<void> = Promise.resolve()) {
  const home = await mkdtemp(join(tmpdir(), 'fonds-ensure-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const files = diskFileStore(home)
  const bytes = Buffer.from('an original')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = await files.incoming()
  await writeFile(path, bytes)
  await files.put(path, sha256)
  const { pageImages, write } = openSqlite()
  const calls: { signal: AbortSignal; page: number }[] = []
  const imager: Imager = {
    blacken: async () => {},
    inspect: async () => ({ pages: [], remark: null }),
    async make(file, page, target, signal) {
      calls.push({ signal, page })
      await writeFile(target, 'half of')
      await gate
      signal.throwIfAborted()
      await writeFile(target, `page ${page} of ${await readFile(file.path, 'utf8')}`)
      return anImage()
    },
  }
  const derived = diskDerivedStore(home)
  const deps = { files, derived, imager, pageImages, pageImageWriter: write.pageImages, clock: () => now }
  const source = { sha256, filePage: 3, name: 'scan.tif', mediaType: 'image/tiff' }
  const left = async () => readdir(derivedIncoming(home))
  return { deps, source, calls, left }
}

const patient = () => new AbortController().signal

describe('the image of a page', () => {
  test('is made where there is none, noted, and found from then on', async () => {
    const { deps, source, calls, left } = await aMaker()
    expect(await findImage(deps, source)).toBe(null)
    const made = await ensureImage(deps, source, patient())
    expect(await readFile(made.path, 'utf8')).toBe('page 3 of an original')
    expect(made.image).toEqual(anImage())
    expect(await ensureImage(deps, source, patient())).toEqual(made)
    expect(await findImage(deps, source)).toEqual(made)
    expect([calls.length, await left()]).toEqual([1, []])
  })

  test('is made once for all who ask at the same time, and again once it was thrown away', async () => {
    const { deps, source, calls } = await aMaker(sleep(20))
    const all = await Promise.all(Array.from({ length: 8 }, () => ensureImage(deps, source, patient())))
    expect(new Set(all.map(({ path }) => path)).size).toBe(1)
    expect(calls.length).toBe(1)
    await deps.derived.delete(source.sha256, source.filePage)
    await ensureImage(deps, source, patient())
    expect(calls.length).toBe(2)
  })

  test('goes on being made while anybody waits, and is given up when nobody does', async () => {
    const gate = Promise.withResolvers<void>()
    const { deps, source, calls, left } = await aMaker(gate.promise)
    const [first, second] = [new AbortController(), new AbortController()]
    const asked = [first, second].map(({ signal }) => ensureImage(deps, source, signal))
    const outcomes = Promise.allSettled(asked)
    while (calls.length === 0) await sleep(5)
    first.abort(new Error('left'))
    await expect(asked[0]).rejects.toThrow('left')
    expect(calls[0]?.signal.aborted).toBe(false)
    second.abort(new Error('left, too'))
    await outcomes
    expect(calls[0]?.signal.aborted).toBe(true)
    const again = ensureImage(deps, source, patient())
    gate.resolve()
    expect(await readFile((await again).path, 'utf8')).toBe('page 3 of an original')
    expect([calls.length, await left()]).toEqual([2, []])
  })

  test('that cannot be made leaves nothing behind, and is tried again when it is asked for again', async () => {
    const { deps, source, left } = await aMaker()
    const broken: Imager = {
      ...deps.imager,
      make: async () => {
        throw new ArchiveError('unreadable-file', '“scan.tif” is damaged.')
      },
    }
    await expect(ensureImage({ ...deps, imager: broken }, source, patient())).rejects.toThrow('damaged')
    expect([await findImage(deps, source), await left()]).toEqual([null, []])
    expect((await ensureImage(deps, source, patient())).image).toEqual(anImage())
  })
})
