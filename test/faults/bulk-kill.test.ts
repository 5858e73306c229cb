import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { aPdf } from '../support/pdf.ts'
import { aFolder, fondsHere, served, start } from '../support/process.ts'
import { aScan } from '../support/scans/a-scan.ts'
import { aPng, aTiff } from '../support/tiny-images.ts'
import { clientOf, seeded, until } from './client.ts'

const size = 1000
const kills = 3
const quick = { FONDS_OCR: 'off', FONDS_IMAGES: 'demand' }
const env = { FONDS_OCR: 'auto', FONDS_IMAGES: 'ingest' }
const random = seeded(19410615)

/** A file, the words by which it is found if it has a text, and whether it is one that cannot be read. */
type Made = { path: string; word: string | null; isHostile: boolean }

/** Mixed files in folders, one in twenty hostile. */
async function aMess(root: string): Promise<Made[]> {
  const made: Made[] = []
  for (let at = 0; at < size; at++) {
    const folder = `box ${Math.floor(at / 25)}`
    await mkdir(join(root, folder), { recursive: true })
    const one = await aFile(at)
    const path = `${folder}/${one.name}`
    await writeFile(join(root, path), one.bytes)
    made.push({ path, word: one.word, isHostile: one.isHostile })
  }
  return made
}

async function aFile(at: number) {
  const word = `word${at}x`
  const good = { word, isHostile: false }
  if (at % 20 === 7) return { ...hostile(at), word: null, isHostile: true }
  if (at % 4 === 0)
    return { ...good, name: `t${at}.txt`, bytes: `A paper with ${word}.\fSecond leaf of ${word}.` }
  if (at % 4 === 1)
    return { ...good, name: `d${at}.pdf`, bytes: await aPdf([`A report with ${word}.`, 'More.']) }
  if (at % 8 === 6) return { ...good, ...(await aSheet(at)) }
  if (at % 8 === 2) return { ...good, word: null, name: `v${at}.tif`, bytes: aTiff([0, 0], at) }
  return { ...good, word: null, name: `p${at}.png`, bytes: aPng(at) }
}

const [carriers, places, days] = [
  ['farmer', 'teacher', 'clerk', 'widow', 'miller', 'priest', 'doctor', 'driver'],
  ['railway', 'station', 'village', 'harbour', 'forest', 'market', 'school', 'bridge'],
  ['morning', 'evening', 'Sunday', 'winter', 'summer', 'autumn', 'spring', 'night'],
] as const

/** A scan with three words that no other has together, to be recognised. */
async function aSheet(at: number) {
  const n = at >> 3
  const three = [carriers[n & 7], places[(n >> 3) & 7], days[(n >> 6) & 7]].join(' ')
  const said = [`The list names the ${three} and others.`, 'Nobody in the council had seen it before.']
  const { png } = await aScan({ language: 'en', dpi: 150, seed: at, noise: 10, sentences: said })
  return { name: `s${at}.png`, bytes: png, word: `"${three}"` }
}

/** The processes that read, picture or recognise for a process, or did. */
function helpersOf(pid: number | undefined): string[] {
  return readdirSync('/proc').filter((one) => {
    try {
      return readFileSync(`/proc/${one}/cmdline`, 'latin1').includes(`child.ts\0${pid}\0`)
    } catch {
      return false
    }
  })
}

function hostile(at: number): { name: string; bytes: Uint8Array | string } {
  const kinds = [
    { name: `h${at}.pdf`, bytes: '<html><body>No PDF at all.</body></html>' },
    { name: `h${at}.pdf`, bytes: '%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0' },
    { name: `h${at}.txt`, bytes: '' },
    { name: `h${at}.bin`, bytes: Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 37 + at) & 255)) },
  ]
  return kinds[Math.floor(at / 20) % kinds.length] ?? { name: `h${at}.txt`, bytes: '' }
}

test.runIf(isLong)(
  `${size} mixed files of a folder, one in twenty hostile, killed ${kills} times: each good one is found once, each bad one explained`,
  async () => {
    await using home = await aFolder()
    const papers = join(home.path, 'papers')
    const made = await aMess(papers)
    const archive = join(home.path, 'archive')
    for (let kill = 0; kill < kills; kill++) {
      const child = start(['add', papers, '--language', 'en'], archive, { FONDS_LOG: 'silent', ...env })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      await Promise.race([sleep(15_000 + random() * 240_000), ended])
      child.kill('SIGKILL')
      await ended
      await until('nobody works for it any more', async () => helpersOf(child.pid).length === 0)
    }
    const report = join(home.path, 'report.csv')
    const last = start(['add', papers, '--language', 'en', '--report', report], archive, {
      FONDS_LOG: 'silent',
      ...env,
    })
    expect(await new Promise((resolve) => last.once('exit', resolve))).toBe(1)

    type Row = {
      path: string
      document: string
      file: string
      state: string
      message: string
      duplicateOf: string
    }
    const rows = parse<Row>(await readFile(report), {
      columns: true,
      bom: true,
    })
    expect(rows.map(({ path }) => path).toSorted()).toEqual(made.map(({ path }) => path).toSorted())
    const byPath = new Map(rows.map((row) => [row.path, row]))
    for (const { path, isHostile } of made) {
      const row = byPath.get(path)
      expect([path, row?.state]).toEqual([path, expect.stringMatching(isHostile ? /^failed$/ : /^done$/)])
      if (isHostile) expect(row?.message, path).toMatch(/\w.*\.$/)
    }
    const files = rows.map(({ file }) => file).filter((file) => file !== '')
    expect(new Set(files).size).toBe(files.length)
    // Of the hostile ones many are the same, which is told.
    const good = new Set(made.filter((one) => !one.isHostile).map(({ path }) => path))
    expect(rows.filter(({ path, duplicateOf }) => good.has(path) && duplicateOf !== '')).toEqual([])

    await using server = await served(archive, quick)
    const client = clientOf(server.address)
    const documents = await client.documents()
    const inDocuments = documents.flatMap(({ witnesses }) =>
      witnesses.flatMap(({ files }) => files.map(({ id }) => id)),
    )
    expect(inDocuments.toSorted()).toEqual(files.toSorted())
    for (const { path, word } of made) {
      if (word === null) continue
      const { hits } = await client.json<{ hits: { document: { id: string } }[] }>(
        `/api/v1/search?q=${encodeURIComponent(word)}`,
      )
      expect([path, hits.map(({ document }) => document.id)]).toEqual([path, [byPath.get(path)?.document]])
    }
    await server.stop()
    expect(await fondsHere(archive, ['verify'])).toMatchObject({ code: 0 })
  },
  3_600_000,
)
