import { readFile } from 'node:fs/promises'
import { languages } from '../../src/domain/language/language.ts'
import { recogniser } from '../../src/tools/recognise/recogniser.ts'
import { type Quality, qualityOf } from '../support/scans/measures.ts'
import { config, never, type Pictured, pictured } from '../tools/recognise/recognising.ts'
import { benchThroughput } from './recognition-throughput.ts'
import { digits, table } from './table.ts'

type EngineName = 'native' | 'embedded'

const ticksASecond = 100

/** Recognises made scans with each engine: how well, at what cost, and beside the native engine alone. Markdown. */
export async function benchRecognition(scratch: string, pagesEach: number): Promise<string> {
  const rows: string[][] = []
  const clear: Pictured[] = []
  for (const dpi of [300, 150]) {
    for (const language of languages) {
      const pages: Pictured[] = []
      for (let seed = 1; seed <= pagesEach; seed++)
        pages.push(await pictured(scratch, { language, dpi, seed }))
      if (dpi === 300) clear.push(...pages)
      for (const engine of ['native', 'embedded'] as const)
        for (const told of [[language], []]) rows.push(...(await judged(engine, pages, language, told)))
    }
  }
  const head = ['engine', 'dpi', 'language', 'recall', 'least', 'CER', 'boxes: IoU', 'CPU-seconds a page']
  const sorted = rows.toSorted((one, other) => (one[0] ?? '').localeCompare(other[0] ?? ''))
  return `${table(head, sorted)}\n\n${await benchThroughput(clear)}`
}

/** A row of the table; none where the engine or its model is missing. Each has a process of its own, its start in the cost. */
async function judged(
  engine: EngineName,
  pages: readonly Pictured[],
  language: string,
  told: readonly string[],
) {
  const { recognise, close, abilities } = recogniser({ ...config, engine })
  if (!(await abilities()).languages.includes(language)) return []
  const before = await cpuOfChildren()
  const found: Quality[] = []
  for (const { scan, picture } of pages) {
    const page = await recognise(told.length > 0 ? picture : { ...picture, dpi: null }, told, never)
    if (page.kind === 'page') found.push(qualityOf(scan, page))
  }
  await close()
  const cost = (await cpuOfChildren()) - before
  const mean = (of: (one: Quality) => number) => found.reduce((sum, one) => sum + of(one), 0) / pages.length
  const least = Math.min(...found.map(({ recall }) => recall))
  const shares = [mean(({ recall }) => recall), least, mean(({ cer }) => cer), mean(({ iou }) => iou)]
  const name = told.length > 0 ? language : `${language}, not told`
  const row = [
    engine,
    `${pages[0]?.scan.dpi}`,
    name,
    ...shares.map((share) => share.toFixed(3)),
    digits(cost / pages.length),
  ]
  console.error(row.join(' '))
  return [row]
}

/** CPU-seconds of the children that have ended, and of theirs; Linux alone tells. */
async function cpuOfChildren(): Promise<number> {
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / ticksASecond
}
