import { expect, test } from 'vitest'
import { likenessDistance } from '../../src/domain/page/likeness.ts'
import { bandsOf, signing } from '../../src/domain/resemblance/signature.ts'
import { likenessRows } from '../../src/sqlite/likeness-rows.ts'
import { resemblanceRows } from '../../src/sqlite/resemblance-rows.ts'
import { corpus } from '../bench/corpus.ts'
import { percentile } from '../bench/measure.ts'
import { seeded } from '../bench/random.ts'
import { aReadDocument } from '../contract/opened.ts'
import { aFile, now } from '../support/builders.ts'
import { isLong } from '../support/long.ts'
import { aLayout, aPage, likenessOfScan, type MadePage, scannedAgain } from '../support/made-pages.ts'
import { openSqlite } from './open.ts'

type Opened = ReturnType<typeof openSqlite>

const many = isLong ? 100_000 : 1_000
const pagesOfVolume = 200
const plantedOfVolume = isLong ? 1 : 4
const planted = (many / pagesOfVolume) * plantedOfVolume

/** Milliseconds of this thread's own time that some work takes. */
function costOf(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** A document with a file of one page. */
async function aScan(opened: Opened) {
  const file = aFile()
  const { id } = await aReadDocument(opened, [''], { files: [file] })
  const row = opened.db
    .prepare<[string], { file: number; document: number }>(
      'select key as file, document from file where id = ?',
    )
    .get(file.id)
  return { id, sha256: file.sha256, ...(row ?? { file: 0, document: 0 }) }
}

/** How many of the pairs were suggested, and how many others. */
function suggestedOf({ db }: Opened, kind: string, pairs: readonly (readonly [number, number])[]) {
  const rows = db
    .prepare<[string], [number, number]>('select document, other from suggestion where kind = ?')
    .raw()
    .all(kind)
  const found = new Set(rows.map(([one, other]) => `${Math.min(one, other)} ${Math.max(one, other)}`))
  const right = pairs.filter(([one, other]) =>
    found.has(`${Math.min(one, other)} ${Math.max(one, other)}`),
  ).length
  return { right, others: found.size - right }
}

test(`of ${many} pages, those that are scanned twice are found`, async () => {
  const opened = openSqlite()
  const { note } = likenessRows(opened.db)
  const random = seeded(1941)
  const scan = (page: MadePage) => likenessOfScan(page, scannedAgain(random), random)
  const kept: { page: MadePage; document: number; likeness: string | null }[] = []
  let spent = 0
  for (let volume = 0; volume < many / pagesOfVolume; volume++) {
    const layout = aLayout(random)
    for (let n = 0; n < plantedOfVolume; n++) {
      const page = aPage(layout, random)
      const { sha256, document } = await aScan(opened)
      const likeness = scan(page)
      note({ sha256, filePage: 1, likeness }, now)
      kept.push({ page, document, likeness })
    }
    const sha256 = String(volume).padStart(64, '0')
    const hashes = Array.from({ length: pagesOfVolume }, () => scan(aPage(layout, random)))
    opened.db.transaction(() => {
      spent += costOf(() => {
        for (const [at, likeness] of hashes.entries()) note({ sha256, filePage: at + 1, likeness }, now)
      })
    })()
  }
  const pairs: [number, number][] = []
  const [distances, times]: [number[], number[]] = [[], []]
  for (const { page, document, likeness: before } of kept) {
    const { sha256, document: other } = await aScan(opened)
    const likeness = scan(page)
    times.push(costOf(() => note({ sha256, filePage: 1, likeness }, now)))
    distances.push(likenessDistance(before ?? '', likeness ?? ''))
    pairs.push([document, other])
  }
  const { right, others } = suggestedOf(opened, 'same-image', pairs)
  const figures = {
    right,
    others,
    meanMs: spent / many,
    ...spread('bits', distances),
    ...spread('ms', times),
  }
  if (isLong) console.log(figures)
  expect(right).toBeGreaterThanOrEqual(kept.length * 0.9)
}, 1_800_000)

const spread = (of: string, values: readonly number[]) => ({
  [`${of} p50`]: percentile(values, 0.5),
  [`${of} p95`]: percentile(values, 0.95),
  [`${of} most`]: Math.max(...values),
})

const signatureOf = (text: string) => {
  const signed = signing()
  signed.add(text.toLowerCase().replace(/\s+/g, ' '))
  return signed.signature()
}

test(`of ${many} texts, those that are read twice, and once badly, are found`, async () => {
  const opened = openSqlite()
  const { db } = opened
  const { note } = resemblanceRows(db)
  const random = seeded(1941)
  // What only stands there to be compared with needs no documents.
  db.pragma('foreign_keys = off')
  const keep = db.prepare('insert into signature (file, document, bins) values (?, 1, ?)')
  const band = db.prepare('insert or ignore into signature_band (band, file) values (?, ?)')
  const every = Math.floor(many / planted)
  const kept: { text: string; document: number }[] = []
  let n = 0
  for (const { pages } of corpus(many)) {
    const crowd: string[] = []
    for (const text of pages) {
      if (n++ % every === 0 && kept.length < planted) {
        const scanned = await aScan(opened)
        note(scanned, { signature: signatureOf(text), numbers: [] }, now)
        kept.push({ text, document: scanned.document })
      } else crowd.push(text)
    }
    db.transaction(() => {
      for (const [at, text] of crowd.entries()) {
        const signature = signatureOf(text)
        const file = 1_000_000 + n - at
        if (!signature) continue
        keep.run(file, Buffer.from(signature.buffer))
        for (const one of bandsOf(signature)) band.run(one, file)
      }
    })()
  }
  for (const share of [0.02, 0.06]) {
    const pairs: [number, number][] = []
    const times: number[] = []
    for (const { text, document } of kept) {
      const again = await aScan(opened)
      const misread = text.replace(/\p{L}+/gu, (word) => (random() < share ? `${word}x` : word))
      const wording = { signature: signatureOf(misread), numbers: [] }
      times.push(costOf(() => note(again, wording, now)))
      pairs.push([document, again.document])
    }
    const { right, others } = suggestedOf(opened, 'look-alike', pairs)
    if (isLong) console.log({ share, right, others, ...spread('ms', times) })
    expect(right).toBeGreaterThanOrEqual(kept.length * 0.9)
  }
}, 1_800_000)
