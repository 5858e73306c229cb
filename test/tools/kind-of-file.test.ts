import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { kindReader } from '../../src/tools/kind-of-file.ts'
import { aPng, aTiff } from '../support/tiny-images.ts'

async function kindOf(name: string, bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'fonds-kind-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'file'), bytes)
  return kindReader()(join(folder, 'file'), name)
}

test.each([
  ['a TIFF of one page', 'a.tif', aTiff([0]), 'image'],
  ['a TIFF of two pages', 'a.TIFF', aTiff([0, 0]), 'volume'],
  ['a TIFF with a thumbnail', 'a.tif', aTiff([0, 1]), 'image'],
  ['a TIFF with a thumbnail and a page', 'a.tif', aTiff([0, 1, 0]), 'volume'],
  ['a TIFF that is none', 'a.tif', Buffer.from('no TIFF at all'), 'image'],
  ['an image without an extension', '0001', aPng(1), 'image'],
  ['a TIFF without an extension', '0001', aTiff([0, 0]), 'volume'],
  ['a PDF without an extension', 'report', Buffer.from('%PDF-1.7\n%'), 'volume'],
  ['a text with an unknown extension', 'a.asc', Buffer.from('Some words of a text.'), 'text'],
  ['an image whose bytes are something else', 'a.jpg', Buffer.from('words'), 'image'],
] as const)('%s is told', async (_, name, bytes, kind) => {
  expect(await kindOf(name, bytes)).toBe(kind)
})

test('a damaged TIFF never fails', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fonds-kind-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'a.tif')
  const whole = aTiff([0, 1, 0])
  const damage = fc.tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length))
  await fc.assert(
    fc.asyncProperty(damage, async ([at, byte, length]) => {
      const bytes = Buffer.from(whole)
      bytes[at] = byte
      await writeFile(path, bytes.subarray(0, length))
      expect(['image', 'volume']).toContain(await kindReader()(path, 'a.tif'))
    }),
    { numRuns: 200 },
  )
})
