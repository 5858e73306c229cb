import { readdir, readFile } from 'node:fs/promises'
import { PDFParse } from 'pdf-parse'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { makeSampleReport } from '../scripts/make-sample-report.ts'
import { makeSampleScan, stampBox } from '../scripts/make-sample-scan.ts'

const folder = new URL('../samples/', import.meta.url)

// The fields of the first example of the HTTP contract, and no others.
const Description = z.strictObject({
  title: z.string().min(1),
  date: z.string().optional(),
  creator: z.string(),
  type: z.string(),
  language: z.string().optional(),
  collection: z.string().regex(/^@/),
  identifiers: z.array(z.strictObject({ scheme: z.enum(['shelfmark', 'number']), value: z.string() })),
  subjects: z.array(z.string()),
  abstract: z.string(),
  rights: z.null(),
  visibility: z.literal('public'),
})
const Role = z.enum(['scan', 'transcription', 'translation'])
const Files = z.array(z.strictObject({ path: z.string(), role: Role })).min(1)
const Archive = z.strictObject({
  documents: z.array(z.strictObject({ key: z.string(), description: Description, files: Files })),
})

const caseText = await readFile(new URL('case.json', folder), 'utf8')
const archiveText = await readFile(new URL('archive.json', folder), 'utf8')
const { documents } = Archive.parse(JSON.parse(archiveText))
const paths = documents.flatMap((document) => document.files.map((file) => file.path))
const texts = await Promise.all(
  paths
    .filter((path) => !path.endsWith('.pdf'))
    .map(async (path) => {
      const bytes = await readFile(new URL(encodeURIComponent(path), folder))
      return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
    }),
)
const reportBytes = await readFile(new URL('third-interim-report-summary.pdf', folder))
const reportPages = await readPages(reportBytes)
const everyText = [
  ...texts,
  ...reportPages.map((text, n) => ({ path: `the report, page ${n + 1}`, text })),
  { path: 'archive.json', text: JSON.stringify(documents.map((document) => document.description)) },
  { path: 'case.json', text: caseText },
]

async function readPages(data: Uint8Array): Promise<string[]> {
  const parser = new PDFParse({ data: new Uint8Array(data) })
  const { pages } = await parser.getText({ pageJoiner: '' })
  await parser.destroy()
  return pages.map((page) => page.text.replace(/\s+/gu, ' '))
}

function documentWith(key: string) {
  const found = documents.find((document) => document.key === key)
  if (!found) throw new Error(`No sample document has the key ${key}.`)
  return found
}

test('each document and each file is listed once, and nothing in the folder is forgotten', async () => {
  const keys = documents.map((document) => document.key)
  expect(new Set(keys).size).toBe(keys.length)
  const own = ['archive.json', 'case.json', 'README.md']
  const present = (await readdir(folder)).filter((name) => !own.includes(name))
  expect([...paths].sort()).toEqual(present.sort())
})

test('every text is UTF-8 in NFC, and so is every name', () => {
  for (const { path, text } of everyText) {
    expect(path).toBe(path.normalize('NFC'))
    expect(text, path).toBe(text.normalize('NFC'))
    expect(text, path).not.toContain('\uFFFD')
  }
})

test('every text says that it was written by archivists', () => {
  for (const { path, text } of texts)
    expect(text.slice(0, 400), path).toMatch(/archivist|архивист|archyvar/iu)
})

test('page breaks are numbered in order', () => {
  for (const { path, text } of texts) {
    const markers = [...text.matchAll(/^\[p\. (\d+)\]$/gmu)].map((match) => Number(match[1]))
    expect(markers, path).toEqual(markers.map((_, n) => n + 2))
  }
})

test('the Serov Instructions carry neither a date nor a number, and the order carries its own', () => {
  const instructions = documentWith('serov-instructions').description
  expect(instructions.title).toBe('Serov Instructions')
  expect(instructions.date).toBeUndefined()
  expect(instructions.identifiers).toEqual([{ scheme: 'shelfmark', value: 'EXAMPLE-1/3/10' }])
  const order = documentWith('nkvd-order-001223').description
  expect(order.date).toBe('1939-10-11')
  expect(order.identifiers).toContainEqual({ scheme: 'number', value: '001223' })
})

test('both central papers are described in three languages', () => {
  for (const key of ['serov-instructions', 'nkvd-order-001223']) {
    const languages = documentWith(key).files.map((file) => file.path.split('.').at(-2))
    expect(languages, key).toEqual(['en', 'ru', 'lt'])
  }
})

test.each([
  ['Šiauliai', ['serov-instructions', 'siauliai-copy-note', 'third-interim-report']],
  ['001223', ['nkvd-order-001223', 'serov-instructions', 'third-interim-report']],
  ['deportation', ['deportations-june-1941', 'serov-instructions', 'third-interim-report']],
  ['высылка', ['deportations-june-1941', 'serov-instructions', 'third-interim-report']],
  ['trėmimas', ['deportations-june-1941', 'serov-instructions', 'third-interim-report']],
])('whoever looks for %s finds it in the texts of several documents', (word, keys) => {
  const report = { path: 'third-interim-report-summary.pdf', text: reportPages.join(' ') }
  for (const key of keys) {
    const own = documentWith(key).files.map((file) => file.path)
    const found = [...texts, report].filter(({ path }) => own.includes(path))
    expect(found.map(({ text }) => text.toLowerCase()).join(' '), key).toContain(word.toLowerCase())
  }
})

test.each([
  [1, ['This is not the report itself', 'а не сам доклад', 'o ne pati ataskaita']],
  [2, ['House Select Committee', 'published the full text', '100 kg (220 lb)']],
  [3, ['MISLEADING', 'Order № 001223', 'possibly']],
  [4, ['Lavrentiy Beria', '«О высылке антисоветских элементов из Литвы, Латвии и Эстонии»']],
  [5, ['between 3 February and 7 June 1941', 'Šiauliai', 'The year is inferred']],
  [6, ['высылка 13–14 июня 1941 года', '«Инструкции Серова»']],
  [7, ['trėmimas', 'Šiauliuose', 'Serovo instrukcij']],
  [8, ['Parrish', 'Shtromas', 'Anušauskas', 'Museum of the Occupation of Latvia']],
])('page %i of the report has a text layer with its key words', (number, words) => {
  for (const word of words) expect(reportPages[number - 1]).toContain(word)
})

test('the report has eight pages and is made of the same bytes at every run', async () => {
  expect(reportPages).toHaveLength(8)
  expect(Buffer.compare(Buffer.from(await makeSampleReport()), reportBytes)).toBe(0)
})

test('the scan of the note is made of the same bytes at every run, and its stamp is where the mark says', async () => {
  const scan = await readFile(new URL(encodeURIComponent('Šiauliai copy – note, typed.pdf'), folder))
  expect(Buffer.compare(Buffer.from(await makeSampleScan()), scan)).toBe(0)
  expect(JSON.parse(caseText).marks).toEqual([expect.objectContaining({ box: [...stampBox] })])
})

// What is known of the case, and nothing else; the two distances in days follow from the dates.
const daysBefore = (date: string) => (Date.parse('1941-02-03') - Date.parse(date)) / 86_400_000
const knownDates = `1939-10-11 1941-01-21 1941-02-03 1941-06-07 1941-06-13 1941-06-14 1941-07-20
  1943-04-14 1946-03-15
  …-02-03 …-06-07 …-06-13 …-06-14`.split(/\s+/u)
const knownNumbers = `1939 1940 1941 1943 1946 1953 1954 1958 1996 2003 001223 100 220 262 292 18 19
  ${daysBefore('1939-10-11')} ${daysBefore('1941-01-21')}`.split(/\s+/u)
const months = [
  ['January', 'января', 'sausio', '01'],
  ['February', 'февраля', 'vasario', '02'],
  ['June', 'июня', 'birželio', '06'],
  ['July', 'июля', 'liepos', '07'],
  ['October', 'октября', 'spalio', '10'],
] as const
const month = months.flatMap((names) => names.slice(0, 3)).join('|')
const asDates = [
  new RegExp(String.raw`(?<d>\d+)(?:–(?<e>\d+))? (?<m>${month})(?: (?<y>\d{4}))?`, 'gu'),
  new RegExp(String.raw`(?:(?<y>\d{4}) m\. )?(?<m>${month}) (?<d>\d{1,2})(?!\d)(?:–(?<e>\d+))?`, 'gu'),
  /(?<y>\d{4}|XXXX)-(?<m>\d\d)-(?<d>\d\d)/gu,
]

/** The dates of a text as `YYYY-MM-DD`, `…` for a year left out, and what is left of it without them. */
function takeDates(text: string): { dates: string[]; rest: string } {
  const dates: string[] = []
  const rest = asDates.reduce(
    (left, pattern) =>
      left.replace(pattern, (...match) => {
        const { y, m, d, e } = match.at(-1) as Record<'y' | 'm' | 'd' | 'e', string | undefined>
        const number = months.find((names) => names.some((name) => name === m))?.[3] ?? m
        const year = y === undefined || y === 'XXXX' ? '…' : y
        for (const day of [d, e]) if (day) dates.push(`${year}-${number}-${day.padStart(2, '0')}`)
        return ' '
      }),
    text,
  )
  return { dates, rest }
}

test('every date of the case is one that its sources give', () => {
  for (const { path, text } of everyText) {
    for (const date of takeDates(text).dates) expect(knownDates, `${date} in ${path}`).toContain(date)
  }
})

test('every other number is a year, a number or a page that the sources give', () => {
  const apparatus =
    /"(?:box|of)": \[[\d, ]+\]|\[[1-4]\]|^\[p\. \d\]$|^\d \/ 8$|EXAMPLE-\d(?:\/\d\/\d+)?|"referenceCode": "\d"|0-275-95113-8|0-7391-0534-5|5-417-00713-7/gmu
  for (const { path, text } of everyText) {
    const { rest } = takeDates(text.replace(apparatus, ' '))
    const numbers = rest.match(/\d+/gu) ?? []
    // The report numbers its steps and its table of contents.
    const stray = path.startsWith('the report') ? numbers.filter((number) => number.length > 1) : numbers
    for (const number of stray) expect(knownNumbers, `${number} in ${path}`).toContain(number)
  }
})

test('the date check would notice a date that no source gives', () => {
  expect(takeDates('on 25 February 1941; 12 июня; 1941 m. sausio 22 d.; 1941-06-08').dates).toEqual([
    '1941-02-25',
    '…-06-12',
    '1941-01-22',
    '1941-06-08',
  ])
})
