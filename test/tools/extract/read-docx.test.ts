import { expect, test } from 'vitest'
import { aDocx, aZip, noteMark, pageBreak, paragraph } from '../../support/docx.ts'
import { extracted } from './extracting.ts'

const contents = async (bytes: Buffer) =>
  (await extracted('delo.docx', bytes)).pages.map(({ content }) => content)

test('a Word document comes in the pages that its author broke, each footnote on the page that names it', async () => {
  const body = [
    paragraph('Dėl iškeldinimo'),
    noteMark(1),
    pageBreak,
    paragraph('О порядке проведения &amp; „операции“'),
    noteMark(2),
  ].join('')
  const read = await extracted('delo.docx', aDocx(body, { notes: { 1: 'Stamp of 7 June', 2: 'Illegible' } }))
  expect(read.start).toMatchObject({
    layer: 'transcription',
    total: 2,
    engine: expect.stringMatching(/^mammoth 1/),
  })
  expect(read.pages.map(({ content }) => content)).toEqual([
    'Dėl iškeldinimo\n\nNoted[1]\n\n[1] Stamp of 7 June',
    'О порядке проведения & „операции“\n\nNoted[2]\n\n[2] Illegible',
  ])
})

test('markers name its pages', async () => {
  const body = ['[p. 12]', 'recto', '[p. 12v]', 'verso'].map(paragraph).join('')
  const read = await extracted('delo.docx', aDocx(body))
  expect(read.pages.map(({ label, content }) => [label, content])).toEqual([
    ['12', 'recto'],
    ['12v', 'verso'],
  ])
})

test('a document without text is one blank page, and pictures are passed over', async () => {
  expect(await contents(aDocx(''))).toEqual([''])
})

test('a package that would unpack to far more than it is, is refused before it does', async () => {
  const zeros = Buffer.alloc(80 * 1024 * 1024, 0x20)
  const honest = aDocx('', { more: [{ name: 'word/styles.xml', bytes: zeros }] })
  expect(honest.length).toBeLessThan(200_000)
  await expect(contents(honest)).rejects.toThrow(
    'holds a part (word/styles.xml) that unpacks to more than it may',
  )
  const lying = aDocx('', { more: [{ name: 'word/styles.xml', bytes: zeros, claims: 1000 }] })
  await expect(contents(lying)).rejects.toThrow(
    'holds a part (word/styles.xml) that unpacks to more than it may',
  )
  const many = Array.from({ length: 600 }, (_, n) => ({
    name: `word/media/${n}.png`,
    bytes: 'x',
    claims: 1_000_000,
  }))
  await expect(contents(aDocx('', { more: many }))).rejects.toThrow(/would come to \d+ MB in 605 parts/)
})

test('entities, elements too deep and broken packages are refused in a sentence', async () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
  await expect(contents(aDocx(paragraph('&b;'), { prolog: laughs }))).rejects.toThrow(
    'declares entities of its own',
  )
  const deep = '<w:ins>'.repeat(200_000) + '</w:ins>'.repeat(200_000)
  await expect(contents(aDocx(deep))).rejects.toThrow('more than 1,000 deep in each other')
  const whole = aDocx(paragraph('text'))
  await expect(contents(whole.subarray(0, -40))).rejects.toThrow('is not a whole Word document')
  const other = aZip([
    { name: 'word/document.xml.txt', bytes: 'x' },
    { name: 'word/other.xml', bytes: '<a/>' },
  ])
  await expect(contents(other)).rejects.toThrow('is no Word document')
})
