import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { search } from '../../src/actions/search.ts'
import { openSearch } from '../../src/app-search.ts'
import { readConfig } from '../../src/config.ts'
import { load } from './load.ts'
import { percentile, timeOf } from './measure.ts'
import { progress } from './progress.ts'
import { ndcg, recall, reciprocalRank } from './relevance-measures.ts'
import { type RelevanceSet, readRelevanceSet } from './relevance-set.ts'
import { digits, table } from './table.ts'

const reader = { id: 'bench', role: 'reader' } as const
const anyWord = {
  cursor: null,
  filter: {},
  in: ['text', 'description'],
  limit: 100,
  match: 'any',
  sort: 'relevance',
  transliterate: true,
} as const
const mostWords = 64
const mostCharacters = 1000

type Judged = { name: string; measured: number[][]; times: number[] }

const measures = [ndcg, recall, reciprocalRank]

/**
 * Loads the collections in a folder, each into an archive of its own, asks all their queries for any of the words and
 * returns a Markdown table of how well the relevant documents stand.
 */
export async function benchRelevance(home: string, sets: string): Promise<string> {
  const judged = []
  for (const entry of await readdir(sets, { withFileTypes: true })) {
    if (entry.isDirectory())
      judged.push(await judge(home, entry.name, await readRelevanceSet(join(sets, entry.name))))
  }
  const means = judged.map(({ measured }) =>
    measures.map((_, at) => mean(measured.map((row) => row[at] ?? 0))),
  )
  const rows = judged.map(({ name, times }, at) => [
    name,
    `${times.length}`,
    ...shares(means[at] ?? []),
    `${digits(percentile(times, 0.5))} / ${digits(percentile(times, 0.95))}`,
  ])
  const overall = measures.map((_, at) => mean(means.map((row) => row[at] ?? 0)))
  return table(
    ['collection', 'queries', 'nDCG@10', 'recall@100', 'MRR', 'ms p50 / p95'],
    [...rows, ['mean', '', ...shares(overall), '']],
  )
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const shares = (values: readonly number[]) => values.map((value) => value.toFixed(3))

/** What every measure says of every query, and how many milliseconds each took. */
async function judge(home: string, name: string, { documents, queries }: RelevanceSet): Promise<Judged> {
  const archive = join(home, `relevance-${name}`)
  await mkdir(archive)
  await load(join(archive, 'catalogue.sqlite'), documents.length, documents.map(made))
  const { deps, close } = await openSearch(readConfig({ FONDS_HOME: archive }))
  const measured: number[][] = []
  const times: number[] = []
  const say = progress(`asking ${name}`, queries.length)
  for (const { text, grades } of queries) {
    let found: string[] = []
    const ask = async () => {
      const { hits } = await search(deps, reader, { ...anyWord, q: bareWords(text) })
      found = hits.map(({ document }) => document.collection ?? '')
    }
    times.push(await timeOf(ask))
    measured.push(measures.map((measure) => measure(found, grades)))
    say(times.length)
  }
  await close()
  return { name, measured, times }
}

/** The id stands where it is given back but not searched. */
const made = ({ id, title, text }: RelevanceSet['documents'][number]) => ({
  description: { title, collection: id },
  pageCount: 1,
  pages: [text],
})

/**
 * A text as a query of nothing but words: whatever is no letter or digit becomes a space, capitals that may be operators
 * become small, and what is longer than a query may be is cut off.
 */
function bareWords(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return words.slice(0, mostWords).join(' ').slice(0, mostCharacters)
}
