import { openForReading } from '../../src/sqlite/open-database.ts'
import { bareIngest } from './bare-ingest.ts'
import { corpus, fewMisreads } from './corpus.ts'
import { load } from './load.ts'
import { digits, table } from './table.ts'

const mostForBare = 10_000

/** Fills a catalogue with so many pages, a share of their words misread; returns a row of figures for `ingestTable`. */
export async function benchIngest(
  catalogue: string,
  pageCount: number,
  misreads = fewMisreads,
): Promise<string[]> {
  const made = corpus(pageCount, { misreads })
  const { pages, documents, writerCpu, textCpu, writing, analysing } = await load(catalogue, pageCount, made)
  const barePages = Math.min(pageCount, mostForBare)
  const bare = await bareIngest(`${catalogue}-bare`, corpus(barePages, { misreads }))
  return [
    `${pages}`,
    `${documents}`,
    `${digits(misreads * 100)} %`,
    perSecond(pages, textCpu),
    perSecond(barePages, bare),
    digits(textCpu / pages / (bare / barePages)),
    perSecond(pages, writerCpu),
    perSecond(pages, writing),
    `${digits((analysing / pages) * 1e6)} µs`,
    digits(sizeOfIndex(catalogue)),
  ]
}

/** The rows of several runs as a Markdown table. */
export const ingestTable = (rows: readonly string[][]): string =>
  table(
    [
      'pages',
      'documents',
      'words misread',
      'pages a CPU-second of the writer, text alone',
      'FTS5 alone',
      'cost: Fonds ÷ FTS5',
      'with documents and jobs',
      'pages a second of waiting for it',
      'normalising a page',
      'index ÷ text',
    ],
    rows,
  )

const perSecond = (pages: number, seconds: number): string => `${Math.round(pages / seconds)}`

/** What the tables of words and stems take on disk, beside the UTF-8 bytes of the texts. */
function sizeOfIndex(catalogue: string): number {
  const db = openForReading(catalogue)
  const share = db
    .prepare<[], number>(`
      select sum(pgsize) * 1.0 / (select sum(octet_length(content)) from text_revision) from dbstat
      where aggregate = true and (name glob 'reading_fts*' or name glob 'term_*')`)
    .pluck()
    .get()
  db.close()
  return share ?? Number.NaN
}
