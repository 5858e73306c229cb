import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { benchEndToEnd } from './end-to-end.ts'
import { benchIngest, ingestTable } from './ingest.ts'
import { benchSearch } from './search.ts'

const help = `npm run bench -- [--pages 10000,100000] [--only ingest|search|end-to-end]

Measures ingest and search over a made corpus and prints Markdown tables to stdout, progress to stderr.`

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '10000,100000' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const wants = (what: string) => values.only === undefined || values.only === what

async function run(home: string, sizes: readonly number[]): Promise<void> {
  const sqlite = new Database(':memory:').prepare<[], string>('select sqlite_version()').pluck().get()
  console.log(`${availableParallelism()} cores, Node ${process.version}, SQLite ${sqlite}.\n`)
  const ingested = []
  const searched = []
  for (const pages of wants('ingest') || wants('search') ? sizes : []) {
    const catalogue = join(home, `${pages}.sqlite`)
    ingested.push(await benchIngest(catalogue, pages))
    if (wants('search'))
      searched.push(`## Search, ${pages} pages\n\n${await benchSearch(catalogue, pages)}\n`)
  }
  if (ingested.length > 0) console.log(`## Ingest\n\n${ingestTable(ingested)}\n`)
  for (const table of searched) console.log(table)
  if (wants('end-to-end')) console.log(`## End to end\n\n${await benchEndToEnd(home)}`)
}

const sizes = values.pages.split(',').map(Number)
if (values.help || sizes.some((pages) => !Number.isSafeInteger(pages) || pages < 1000)) {
  console.error(
    values.help ? help : `--pages takes numbers of 1000 or more, with commas between them.\n\n${help}`,
  )
  process.exitCode = values.help ? 0 : 2
} else {
  const home = await mkdtemp(join(tmpdir(), 'fonds-bench-'))
  try {
    await run(home, sizes)
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
