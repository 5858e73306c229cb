import { readdirSync, readFileSync } from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unpackWords } from '../../../src/domain/page/pack-words.ts'
import { childExtractor } from '../../../src/tools/extract/child-extractor.ts'
import { findPoppler } from '../../../src/tools/extract/find-poppler.ts'
import { isWorthAnother } from '../../../src/tools/extract/second-reading.ts'
import { isLong } from '../../support/long.ts'
import { aPdf, aPdfBomb } from '../../support/pdf.ts'
import { hasPoppler } from '../../support/poppler.ts'
import { aFolder } from '../../support/process.ts'
import { extracted, limits } from './extracting.ts'

const child = (name: string) => new URL(`./children/${name}.ts`, import.meta.url)
const poppler = await findPoppler()

test.skipIf(!hasPoppler)(
  'a PDF that its reader cannot read is read by poppler, with the places of its words',
  async () => {
    const pages = ['Шяуляй, 7 июня', 'Quietly and without panic']
    const twice = childExtractor(limits, child('gives-up'), poppler)
    const read = await extracted('odd.pdf', await aPdf(pages), twice)
    expect(read.pages.map((page) => page.content)).toEqual(pages)
    expect(read.start).toMatchObject({
      engine: expect.stringMatching(/^poppler \d/),
      assumed: 'read by poppler, for to pdf.js it is too odd',
    })
    const packed = read.pages[1]?.placed
    const { words } = unpackWords(packed instanceof Uint8Array ? packed : new Uint8Array())
    expect(words.map(({ start, end }) => pages[1]?.slice(start, end))).toEqual([
      'Quietly',
      'and',
      'without',
      'panic',
    ])
    expect(words[0]?.box[0]).toBeCloseTo(400, -1)
  },
)

test.skipIf(!hasPoppler)('what was read before a reader gave up is not read twice', async () => {
  const twice = childExtractor(limits, child('gives-up-late'), poppler)
  const read = await extracted('odd.pdf', await aPdf(['one', 'two', 'three']), twice)
  expect(read.pages.map(({ filePage, content }) => [filePage, content])).toEqual([
    [1, 'read before'],
    [2, 'two'],
    [3, 'three'],
  ])
})

test.skipIf(!hasPoppler)('what poppler cannot read either is refused for the first reason', async () => {
  const twice = childExtractor(limits, undefined, poppler)
  await expect(extracted('no.pdf', '%PDF-1.7 and nothing more', twice)).rejects.toThrow(
    /^“no\.pdf” is damaged or cut short .*; upload a whole copy of it\.$/,
  )
})

test.runIf(isLong && hasPoppler)('what is a bomb to one reader may be none to the other', async () => {
  const lean = childExtractor({ ...limits, memoryBytes: 300 * 1024 * 1024 }, undefined, poppler)
  const { start, pages } = await extracted('bomb.pdf', await aPdfBomb(2048), lean)
  expect(pages.map(({ content }) => content)).toEqual([''])
  expect(start?.assumed).toMatch(/^read by poppler, for to pdf.js it needed more than 300 MB/)
})

test('a second reader is tried where it may do better, not where none can', () => {
  for (const because of [
    'is damaged or cut short and cannot be read as a PDF (“no trailer”); upload a whole copy of it',
    'made its reader crash (exit 9); upload another copy of it, or print it to a new PDF',
    'made its reader die, probably for want of memory; split it into smaller parts',
    'needed more than 300 MB of memory while its text was read; split it into smaller parts',
    'made no progress for 2 minutes while its text was read; upload another copy of it',
  ])
    expect([because, isWorthAnother(because)]).toEqual([because, true])
  for (const because of [
    'is encrypted with a password; upload a copy without it',
    'is empty: it has 0 bytes; upload it again from where it came',
    'is not a PDF but a web page (HTML); upload the PDF itself',
    'took more than 30 minutes to read; split it into smaller parts, or allow its reader more time',
  ])
    expect([because, isWorthAnother(because)]).toEqual([because, false])
})

// So long that a child has begun by then, whatever else the machine does.
const patient = { ...limits, stallMs: 5000 }

test.runIf(isLong && hasPoppler)(
  'a page at which its reader stands still is read by poppler, and no other',
  async () => {
    const twice = childExtractor(patient, child('stands-still'), poppler)
    const { pages } = await extracted('odd.pdf', await aPdf(['one', 'two', 'three']), twice)
    expect(pages.map(({ content }) => content)).toEqual(['page 1', 'two', 'page 3'])
  },
)

test('a page at which both stand still is tried once by each alone, and lost; nothing of them is left', async () => {
  await using folder = await aFolder()
  const { program, runs, sleepers } = await aSleeper(folder.path)
  const twice = childExtractor(patient, child('stands-still'), program)
  const { pages } = await extracted('odd.pdf', await aPdf(['one', 'two', 'three']), twice)
  expect(pages.map(({ content }) => content)).toEqual(['page 1', '', 'page 3'])
  expect(await runs()).toEqual(['-bbox-layout -cropbox -f 2 -l 2 /dev/stdin -'])
  expect(sleepers()).toEqual([])
})

test.runIf(isLong)('a file that is lost before its pages are known is tried once as a whole', async () => {
  await using folder = await aFolder()
  const { program, runs } = await aSleeper(folder.path)
  const twice = childExtractor(patient, child('spins'), program)
  await expect(extracted('odd.pdf', await aPdf(['one']), twice)).rejects.toThrow(
    '“odd.pdf” made no progress for 5 seconds while its text was read',
  )
  expect(await runs()).toEqual(['-bbox-layout -cropbox /dev/stdin -'])
})

/** A `pdftotext` that never says anything: with what it was run to read, and which of them are still there. */
async function aSleeper(folder: string) {
  const program = join(folder, 'pdftotext')
  await writeFile(program, `#!/bin/sh\n[ "$1" = -v ] && exit 0\necho "$*" >> "$0.runs"\nexec sleep 4711\n`)
  await chmod(program, 0o755)
  const runs = async () => (await readFile(`${program}.runs`, 'utf8')).trim().split('\n')
  const sleepers = () =>
    readdirSync('/proc').filter((pid) => {
      try {
        return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'latin1') === 'sleep\x004711\0'
      } catch {
        return false
      }
    })
  return { program, runs, sleepers }
}
