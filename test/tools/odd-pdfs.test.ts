import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ArchiveError } from '../../src/domain/errors.ts'
import type { Extractor } from '../../src/ports/extractor.ts'
import { childExtractor } from '../../src/tools/extract/child-extractor.ts'
import { findPoppler } from '../../src/tools/extract/find-poppler.ts'
import { isLong } from '../support/long.ts'
import { type OddPdf, oddPdfs } from '../support/odd-pdfs.ts'
import { gather } from './extract/extracting.ts'
import { aStudio } from './image/imaging.ts'

const count = 300
const limits = { memoryBytes: 400 * 1024 * 1024, wallMs: 25_000, stallMs: 10_000, nice: 5 }
const { images, keep, folder } = aStudio({ limits, places: 1 })
const never = new AbortController().signal

/** The living processes that this one started, and those of poppler, whoever started them. */
function children(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [, name, state, parent] =
          /\((.*)\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? []
        return state !== 'Z' && (Number(parent) === process.pid || name === 'pdftotext')
      } catch {
        return false
      }
    })
}

type Outcome = { name: string; read: string; seen: string; ms: number }

async function outcomeOf({ name, bytes }: OddPdf, extractor: Extractor): Promise<Outcome> {
  const file = { ...(await keep(bytes, 'application/pdf')), name }
  const started = performance.now()
  const read = await gather(extractor.extract(file, never)).then(({ start, pages }) => {
    expect(pages.length, name).toBeGreaterThan(0)
    return `${start?.engine.split(' ')[0]}: ${pages.length}`
  }, sentence)
  const target = `${file.path}.tif`
  const seen = await images.make(file, 1, target, never).then(({ how }) => how, sentence)
  await Promise.all([file.path, target].map((path) => rm(path, { force: true })))
  return { name, read, seen, ms: performance.now() - started }
}

/** What is said of a file that cannot be read: a sentence with its name in front, in the archive's own words. */
function sentence(error: unknown): string {
  if (!(error instanceof ArchiveError)) throw error
  expect(error.fault).toBe('unreadable-file')
  expect(error.message).toMatch(/^“.+\.pdf” .+\.$/s)
  return error.message
}

test.runIf(isLong)(
  `${count} odd PDFs end in pages or in a sentence, in time, and leave no process behind`,
  async () => {
    const extractor = childExtractor(limits, undefined, await findPoppler())
    const before = new Set(children())
    const outcomes: Outcome[] = []
    for (const odd of await oddPdfs(count, 1941)) outcomes.push(await outcomeOf(odd, extractor))
    const longest = Math.max(...outcomes.map(({ ms }) => ms))
    // Twice as long as reading, reading again and drawing may take together, for a machine that does other work.
    expect(longest).toBeLessThan(6 * limits.wallMs)
    const hasPages = ({ read }: Outcome) => !read.startsWith('“')
    const few = count / 10
    expect(outcomes.filter(hasPages).length).toBeGreaterThan(few)
    expect(outcomes.filter((one) => !hasPages(one)).length).toBeGreaterThan(few)
    await Promise.all([images.close(), extractor.close()])
    for (let tries = 0; tries < 40 && children().some((pid) => !before.has(pid)); tries++) await pause(250)
    expect(children().filter((pid) => !before.has(pid))).toEqual([])
    console.log(tally(outcomes))
    expect(folder).not.toBe('')
  },
  3_600_000,
)

/** How many ended how, by the sentence without its name. */
function tally(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>()
  for (const { read, seen } of outcomes) {
    for (const said of [`text: ${read}`, `image: ${seen}`]) {
      const plain = said.replace(/“[^”]*”/g, '…').replace(/: \d+$/, '')
      counts.set(plain, (counts.get(plain) ?? 0) + 1)
    }
  }
  const lines = [...counts].toSorted((one, other) => other[1] - one[1]).map(([said, n]) => `${n} × ${said}`)
  return `${lines.join('\n')}\nlongest ${Math.round(Math.max(...outcomes.map(({ ms }) => ms)))} ms`
}
