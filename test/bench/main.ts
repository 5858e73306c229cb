import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { withoutBrowser } from '../support/browser.ts'
import { benchAnnotations } from './annotations.ts'
import { manyMisreads } from './corpus.ts'
import { benchDating } from './dating.ts'
import { benchEndToEnd } from './end-to-end.ts'
import { benchHttp } from './http.ts'
import { benchIngest, ingestTable } from './ingest.ts'
import { benchPdf } from './pdf.ts'
import { benchProvenance } from './provenance.ts'
import { benchRecognition } from './recognition.ts'
import { benchRelevance } from './relevance.ts'
import { benchRoom } from './room.ts'
import { benchSearch } from './search.ts'
import { benchTiles } from './tiles.ts'

const help = `npm run bench -- [--pages 10000,100000] [--only ingest|search|http|room|end-to-end|dating|provenance|tiles|recognition|pdf|annotations|relevance]
                 [--home <folder>] [--sets <folder>]

Measures ingest and search over a made corpus and prints Markdown tables to stdout, progress to stderr.
--home  keeps the loaded archives in a folder, and takes those that are there instead of loading them again
--sets  collections with relevance judgements: folders with corpus.jsonl, queries.jsonl and qrels.tsv`

const benches = [
  'ingest',
  'search',
  'http',
  'room',
  'end-to-end',
  'dating',
  'provenance',
  'tiles',
  'recognition',
  'pdf',
  'annotations',
  'relevance',
]

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '10000,100000' },
    only: { type: 'string' },
    home: { type: 'string' },
    sets: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const wants = (what: string) => values.only === undefined || values.only === what

async function run(kept: string, scratch: string, sizes: readonly number[]): Promise<void> {
  const sqlite = new Database(':memory:').prepare<[], string>('select sqlite_version()').pluck().get()
  console.log(`${availableParallelism()} cores, Node ${process.version}, SQLite ${sqlite}.\n`)
  const ingested = []
  const tables = []
  for (const pages of ['ingest', 'search', 'http', 'room'].some(wants) ? sizes : []) {
    const archive = join(kept, `${pages}`)
    ingested.push(await loaded(archive, pages))
    if (wants('search')) tables.push(['Search', pages, await benchSearch(archive, pages)])
    if (wants('http')) tables.push(['Search over HTTP', pages, await benchHttp(archive, scratch)])
    if (wants('room') && !withoutBrowser)
      tables.push(['The reading room', pages, await benchRoom(archive, scratch)])
  }
  for (const pages of wants('ingest') ? sizes : [])
    ingested.push(await benchIngest(join(scratch, `${pages}-misread.sqlite`), pages, manyMisreads))
  if (ingested.length > 0) console.log(`## Ingest\n\n${ingestTable(ingested)}\n`)
  for (const [what, pages, table] of tables) console.log(`## ${what}, ${pages} pages\n\n${table}\n`)
  if (wants('end-to-end')) console.log(`## End to end\n\n${await benchEndToEnd(scratch)}\n`)
  if (wants('dating')) console.log(`## Dating\n\n${await benchDating()}\n`)
  if (wants('provenance')) console.log(`## Provenance\n\n${await benchProvenance(scratch)}\n`)
  if (wants('tiles')) console.log(`## Tiles\n\n${await benchTiles(scratch)}\n`)
  if (wants('recognition')) console.log(`## Recognition\n\n${await benchRecognition(scratch, 2)}\n`)
  if (wants('pdf')) console.log(`## PDFs\n\n${await benchPdf(scratch)}\n`)
  // As many as the largest archive has pages.
  if (wants('annotations'))
    console.log(`## Annotations\n\n${await benchAnnotations(scratch, Math.max(...sizes))}\n`)
  if (values.sets !== undefined && wants('relevance'))
    console.log(`## Relevance\n\n${await benchRelevance(scratch, values.sets)}`)
}

/** Loads an archive where it is not there in full, and returns what was measured when it was loaded. */
async function loaded(archive: string, pages: number): Promise<string[]> {
  const figures = join(archive, 'ingest.json')
  if (existsSync(figures)) {
    console.error(`taking ${archive} as it was loaded before`)
    return JSON.parse(await readFile(figures, 'utf8'))
  }
  await rm(archive, { recursive: true, force: true })
  await mkdir(archive, { recursive: true })
  const row = await benchIngest(join(archive, 'catalogue.sqlite'), pages)
  await writeFile(figures, JSON.stringify(row))
  return row
}

function faultIn(sizes: readonly number[]): string | null {
  if (sizes.some((pages) => !Number.isSafeInteger(pages) || pages < 1000))
    return '--pages takes numbers of 1000 or more, with commas between them.'
  if (values.only !== undefined && !benches.includes(values.only))
    return `--only takes one of ${benches.join(', ')}.`
  if (values.only === 'room' && withoutBrowser) return '--only room needs Chromium at /usr/bin/chromium.'
  if (values.only === 'relevance' && values.sets === undefined)
    return '--only relevance needs the folder of the collections: give it with --sets.'
  return null
}

const sizes = values.pages.split(',').map(Number)
const fault = faultIn(sizes)
if (values.help || fault) {
  console.error(values.help ? help : `${fault}\n\n${help}`)
  process.exitCode = values.help ? 0 : 2
} else {
  const scratch = await mkdtemp(join(tmpdir(), 'fonds-bench-'))
  try {
    await run(resolve(values.home ?? scratch), scratch, sizes)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
