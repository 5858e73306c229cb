import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { ArchiveError } from '../../../src/domain/errors.ts'
import { childExtractor } from '../../../src/tools/extract/child-extractor.ts'
import { aPdf, aPdfBomb, aPdfLabelled, aPdfLackingPage, aPdfWithForm } from '../../support/pdf.ts'
import { extracted, gather, limits, usual, withFile } from './extracting.ts'

const fixture = (name: string) => readFile(new URL(`../../fixtures/${name}`, import.meta.url))

test('every page comes with its text in the letters of the paper', async () => {
  const pages = [
    'Инструкция о порядке проведения операции\nпо выселению антисоветского элемента',
    'Dėl antitarybinių elementų iškeldinimo\niš Lietuvos, Latvijos ir Estijos',
    'Ģimenes galva tika nošķirta\nõhtul küüditati žüriid',
  ]
  const read = await extracted('instructions.pdf', await aPdf(pages))
  expect(read.start).toEqual({
    kind: 'start',
    total: 3,
    layer: 'embedded',
    engine: expect.any(String),
    assumed: null,
  })
  expect(read.pages.map((page) => page.content)).toEqual(pages)
  expect(read.pages.map((page) => page.filePage)).toEqual([1, 2, 3])
  expect(read.pages.map((page) => page.label)).toEqual([null, null, null])
  expect(read.pages[0]).toMatchObject({ width: 595, height: 842 })
  expect(read.pages[1]?.words.split(' ')).toHaveLength(9)
})

test('the engine names the version of pdf-parse that is installed', async () => {
  const entry = createRequire(import.meta.url).resolve('pdf-parse')
  const manifest = JSON.parse(
    await readFile(`${entry.slice(0, entry.lastIndexOf('/dist/'))}/package.json`, 'utf8'),
  )
  const { start } = await extracted('a.pdf', await aPdf(['a']))
  expect(start?.engine).toBe(`pdf-parse ${manifest.version}`)
})

test('eleven hundred pages arrive in order, in batches of at most a hundred', async () => {
  const pages = Array.from({ length: 1100 }, (_, at) => `sheet ${at + 1} of the delo`)
  const read = await extracted('delo.pdf', await aPdf(pages))
  expect(read.start?.total).toBe(1100)
  expect(read.pages.map((page) => page.content)).toEqual(pages)
  expect(Math.max(...read.batchSizes)).toBeLessThanOrEqual(100)
  expect(read.batchSizes.length).toBeGreaterThanOrEqual(11)
})

test('page labels are kept as the volume bears them', async () => {
  const labels = ['i', 'ii', '12', '12v']
  const pdf = await aPdfLabelled(labels.map((label) => ({ label, text: `page ${label}` })))
  const read = await extracted('volume.pdf', pdf)
  expect(read.pages.map((page) => page.label)).toEqual(labels)
})

test('filled form fields and notes are read behind the text of their page', async () => {
  const read = await extracted(
    'form.pdf',
    await aPdfWithForm('Questionnaire', 'Šiauliai, 7 June', 'received by hand'),
  )
  expect(read.pages[0]?.content).toBe('Questionnaire\nŠiauliai, 7 June\nreceived by hand')
})

test('a page whose text is no language is told, its neighbours are not', async () => {
  const text = 'Families were woken before dawn and given little time to gather clothes and food for the way.'
  const shifted = text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 29))
  const read = await extracted('mixed.pdf', await aPdf([text, shifted, '', 'p. 12']))
  expect(read.pages.map((page) => page.garbled)).toEqual([false, true, false, false])
})

test('a PDF under a user password is refused with what to do, one under an owner password is read', async () => {
  await expect(extracted('secret.pdf', await fixture('encrypted-user-password.pdf'))).rejects.toThrow(
    '“secret.pdf” is encrypted with a password; upload a copy without it.',
  )
  const read = await extracted('restricted.pdf', await fixture('encrypted-owner-password.pdf'))
  expect(read.pages.map((page) => page.content)).toEqual(['kept secretly'])
})

test('a web page named .pdf is refused by what it is where it was taken for one', async () => {
  const html = '<!DOCTYPE html><html><body>Not found</body></html>'
  const asPdf = withFile('scan.pdf', html, async (path) => {
    const file = { path, name: 'scan.pdf', mediaType: 'application/pdf' }
    return await gather(usual.extract(file, new AbortController().signal))
  })
  await expect(asPdf).rejects.toThrow('“scan.pdf” is not a PDF but a web page (HTML); upload the PDF itself.')
})

test('a PDF cut short gives some of its pages or says that it is damaged', async () => {
  const whole = await aPdf(Array.from({ length: 30 }, (_, at) => `sheet ${at + 1}`))
  for (const share of [0.02, 0.3, 0.7, 0.95, 0.999]) {
    const cut = whole.subarray(0, Math.floor(whole.length * share))
    const outcome = await extracted('cut.pdf', cut).catch((error: unknown) => error)
    if (outcome instanceof ArchiveError) {
      expect(outcome.fault).toBe('unreadable-file')
      expect(outcome.message).toMatch(/^“cut\.pdf” is damaged or cut short .*; upload a whole copy of it\.$/)
    } else {
      expect(outcome).toMatchObject({ start: { layer: 'embedded' } })
    }
  }
})

test('a page that is missing leaves its place blank, and those before it are read', async () => {
  const read = await extracted('torn.pdf', await aPdfLackingPage(['one', 'two', 'three'], 3))
  expect(read.pages.map((page) => page.content)).toEqual(['one', 'two', ''])
  await expect(extracted('torn.pdf', await aPdfLackingPage(['one'], 1))).rejects.toThrow(
    'is damaged or cut short',
  )
})

test('megabytes of residue behind the end of a PDF do not hold up its reader', async () => {
  const bytes = Buffer.concat([await aPdf(['found']), Buffer.alloc(32 * 1024 * 1024, 'residue ')])
  const read = await extracted('a.pdf', bytes, childExtractor({ ...limits, stallMs: 8000 }))
  expect(read.pages.map((page) => page.content)).toEqual(['found'])
})

test('a small file that inflates to gigabytes is stopped before it takes the machine', async () => {
  const bomb = await aPdfBomb(4096)
  const lean = childExtractor({ ...limits, memoryBytes: 300 * 1024 * 1024 })
  await expect(extracted('bomb.pdf', bomb, lean)).rejects.toThrow(
    /^“bomb\.pdf” needed more than 300 MB of memory while its text was read; .*\.$/,
  )
})

test('a PDF whose header has a flaw is read', async () => {
  const bytes = Buffer.from(await aPdf(['found']))
  bytes.write('%PDF.', 'latin1')
  const { pages } = await extracted('a.pdf', bytes)
  expect(pages.map((page) => page.content)).toEqual(['found'])
})
