import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { text } from 'node:stream/consumers'
import { languageOf } from '../../src/domain/language/language-of.ts'
import type { PagePicture } from '../../src/ports/recogniser.ts'
import { findEngines } from '../../src/tools/recognise/engines.ts'
import { modelOf } from '../../src/tools/recognise/model-codes.ts'
import { pgm, prepare } from '../../src/tools/recognise/prepare.ts'
import { recogniser } from '../../src/tools/recognise/recogniser.ts'
import { config, never, type Pictured } from '../tools/recognise/recognising.ts'
import { digits, table } from './table.ts'

type Made = { language: string; picture: PagePicture; image: Buffer }

/** The pool, with a place a core, beside the native engine alone, run as often at once on pictures made ready. Markdown. */
export async function benchThroughput(pages: readonly Pictured[]): Promise<string> {
  const [native] = await findEngines('native', null)
  if (native?.program == null) return 'The native engine is not installed.'
  const { program } = native
  const places = availableParallelism()
  const ready: Made[] = []
  const from = process.cpuUsage()
  for (const { scan, picture } of pages)
    ready.push({ language: languageOf(scan.text) ?? 'en', picture, image: pgm(await prepare(picture)) })
  const { user, system } = process.cpuUsage(from)
  const alone = await pagesASecond(ready, places, async ({ image, language }) => {
    const child = spawn(
      program,
      ['stdin', 'stdout', '-l', modelOf(language) ?? 'eng', '--oem', '1', '--dpi', '300', 'tsv'],
      {
        env: { OMP_THREAD_LIMIT: '1' },
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    )
    child.stdin.end(image)
    await Promise.all([text(child.stdout), once(child, 'close')])
  })
  const { recognise, close } = recogniser({ ...config, engine: 'native', places })
  const read = ({ picture, language }: Made) => recognise(picture, [language], never)
  await pagesASecond(ready.slice(0, places), places, read)
  const pooled = await pagesASecond(ready, places, read)
  await close()
  const preparing = (user + system) / 1e6 / pages.length
  // What the engines alone would reach if somebody had to make the pictures ready on the same cores.
  const both = 1 / (1 / alone + preparing / places)
  return table(
    [`the native engine, ${pages.length} pages of 300 dpi`, 'pages a minute', 'the pool ÷ this'],
    [
      [
        `alone, ${places} at once, pictures made ready beforehand`,
        digits(alone * 60),
        (pooled / alone).toFixed(2),
      ],
      [
        `the same and making ready, ${digits(preparing)} CPU-seconds a page`,
        digits(both * 60),
        (pooled / both).toFixed(2),
      ],
      [`the pool of ${places}, from the pages' images`, digits(pooled * 60), '1'],
    ],
  )
}

async function pagesASecond<T>(pages: readonly T[], places: number, read: (page: T) => Promise<unknown>) {
  const left = [...pages]
  const started = performance.now()
  const work = async () => {
    for (let page = left.shift(); page !== undefined; page = left.shift()) await read(page)
  }
  await Promise.all(Array.from({ length: places }, work))
  return pages.length / ((performance.now() - started) / 1000)
}
