import { bareIngest } from './bare-ingest.ts'
import { load } from './load.ts'
import { digits, table } from './table.ts'

const mostForBare = 10_000

/** Fills a catalogue with so many pages and returns a row of figures for `ingestTable`. */
export async function benchIngest(catalogue: string, pageCount: number): Promise<string[]> {
  const { pages, documents, writerCpu, textCpu, writing, analysing } = await load(catalogue, pageCount)
  const bare = await bareIngest(`${catalogue}-bare`, Math.min(pageCount, mostForBare))
  const ratio = textCpu / pages / (bare / Math.min(pageCount, mostForBare))
  return [
    `${pages}`,
    `${documents}`,
    perSecond(pages, textCpu),
    perSecond(Math.min(pageCount, mostForBare), bare),
    digits(ratio),
    perSecond(pages, writerCpu),
    perSecond(pages, writing),
    `${digits((analysing / pages) * 1e6)} µs`,
  ]
}

/** The rows of several runs as a Markdown table. */
export const ingestTable = (rows: readonly string[][]): string =>
  table(
    [
      'pages',
      'documents',
      'pages a CPU-second of the writer, text alone',
      'FTS5 alone',
      'cost: Fonds ÷ FTS5',
      'with documents and jobs',
      'pages a second of waiting for it',
      'normalising a page',
    ],
    rows,
  )

const perSecond = (pages: number, seconds: number): string => `${Math.round(pages / seconds)}`
