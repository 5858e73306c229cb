import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aPdfSet } from '../support/pdf.ts'
import { writeScanPdf } from '../support/scan-pdf.ts'
import { corpus } from './corpus.ts'
import { digits, table } from './table.ts'

type Cost = { pages: number; seconds: number; again: number; megabytes: number }

const program = new URL('./pdf-cost.ts', import.meta.url)
const textPages = 1000
const turns = 5
const scanPages = 1000
const scanBytes = 1_075_000

/** What reading PDFs costs beside pdf-parse alone, and what a scan of a gigabyte takes of memory, as Markdown. */
export async function benchPdf(scratch: string): Promise<string> {
  const text = join(scratch, 'text.pdf')
  console.error(`making a PDF of ${textPages} pages`)
  await writeFile(
    text,
    await aPdfSet(firstPages(textPages).map((page) => ({ text: wrapped(page), size: 9 }))),
  )
  const costs: Record<'alone' | 'fonds', Cost[]> = { alone: [], fonds: [] }
  for (let turn = 0; turn < turns; turn++) {
    // Both at once, so that whatever else the machine does slows both.
    const [alone, fonds] = await Promise.all([costOf('alone', text, 'again'), costOf('fonds', text, 'again')])
    costs.alone.push(alone)
    costs.fonds.push(fonds)
  }
  const speed = (['seconds', 'again'] as const).map((which) => {
    const [alone, fonds] = [costs.alone, costs.fonds].map((all) => median(all.map((cost) => cost[which])))
    const share = median(costs.fonds.map((cost, turn) => (costs.alone[turn]?.[which] ?? 0) / cost[which]))
    const perPage = (seconds = 0) => `${digits((seconds / textPages) * 1000)} ms`
    const what = which === 'seconds' ? 'the start of a reader included' : 'by a reader that goes on'
    return [what, perPage(alone), perPage(fonds), `${digits(100 * share)} %`]
  })

  const scan = join(scratch, 'scan.pdf')
  console.error(`making a scan of ${scanPages} pages`)
  await writeScanPdf(scan, scanPages, scanBytes)
  const [read, pictured] = [await costOf('fonds', scan), await costOf('pictures', scan)]
  await rm(scan)
  const memory = [
    ['its text is read', `${read.pages}`, `${digits(read.seconds)} s`, `${digits(read.megabytes)} MB`],
    [
      'pages are pictured',
      `${pictured.pages}`,
      `${digits(pictured.seconds)} s`,
      `${digits(pictured.megabytes)} MB`,
    ],
  ]
  return `${table(['CPU, the median of five turns', 'pdf-parse alone, a page', 'with all that Fonds learns of it', 'throughput ÷ pdf-parse alone'], speed)}

${table([`a scan of ${digits((scanPages * scanBytes) / 1e9)} GB`, 'pages', 'CPU', 'most memory resident'], memory)}`
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0

async function costOf(how: string, path: string, ...more: string[]): Promise<Cost> {
  const child = fork(program, [how, path, ...more], { execArgv: ['--no-warnings'] })
  const [cost] = (await once(child, 'message')) as [Cost]
  return cost
}

function firstPages(count: number): string[] {
  const texts: string[] = []
  for (const { pages } of corpus(count)) texts.push(...pages)
  return texts.slice(0, count)
}

/** A text in lines that fit on a sheet. */
const wrapped = (text: string) => text.replace(/\s+/g, ' ').replace(/(.{1,85}) /g, '$1\n')
