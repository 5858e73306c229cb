import { analyse } from '../../src/domain/analysis/analyse.ts'
import type { Connection } from '../../src/sqlite/open-database.ts'
import { between, pick, type Random, seeded } from './random.ts'

export const classes = [
  'rare',
  'common',
  'very common',
  'and',
  'or',
  'phrase',
  'prefix',
  'rare, any form',
  'and, any form',
] as const
export type Class = (typeof classes)[number]

type Frequency = { term: string; pages: number }

/**
 * So many queries a class, drawn from what an index holds: words on 2 to 20 pages (rare), on about 1.7 % of all pages
 * (common), and the twenty nearest to 30 % (very common); two words of one page, each on 0.05 to 5 % (and); any of three
 * such of several pages (or); two neighbours on a page, each on more than 0.5 % (phrase); the first four letters of
 * common words (prefix). Words stand in quotes, for the peers know no inflected forms; without quotes, they are the
 * classes of any form.
 */
export function drawQueries(db: Connection, perClass = 200, seed = 7): Record<Class, string[]> {
  const random = seeded(seed)
  const frequencies = frequenciesOf(db)
  const total = db.prepare<[], number>('select count(*) from reading').pluck().get() ?? 0
  const share = new Map(frequencies.map(({ term, pages }) => [term, pages / total]))
  const pages = samplePages(db, random)
  const isMiddling = (word: string) => isWithin(share.get(word), 0.0005, 0.05)
  const isFrequent = (word: string) => isWithin(share.get(word), 0.005, 1)
  const withShare = (from: number, to: number) =>
    frequencies.filter((each) => isWithin(each.pages, from, to)).map((each) => each.term)
  const rare = withShare(2, 20)
  const common = withShare(total * 0.012, total * 0.022)
  const veryCommon = nearest(frequencies, total * 0.3)
  const middling = pages.map((words) => words.filter(isMiddling)).filter((words) => words.length > 1)
  const neighbours = pages.flatMap((words) => pairs(words).filter((pair) => pair.every(isFrequent)))
  const beginnings = common.filter((word) => word.length > 4).map((word) => word.slice(0, 4))
  const take = (draw: () => string) => Array.from({ length: perClass }, draw)
  const anyOf = () => pick(random, pick(random, middling))
  return {
    rare: take(() => quoted(pick(random, rare))),
    common: take(() => quoted(pick(random, common))),
    'very common': take(() => quoted(pick(random, veryCommon))),
    and: take(() => quoted(twoOf(pick(random, middling), random))),
    or: take(() => `${quoted(anyOf())} OR ${quoted(anyOf())} OR ${quoted(anyOf())}`),
    phrase: take(() => `"${pick(random, neighbours).join(' ')}"`),
    prefix: take(() => `${pick(random, beginnings)}*`),
    'rare, any form': take(() => pick(random, rare)),
    'and, any form': take(() => twoOf(pick(random, middling), random)),
  }
}

/** Words, each exactly as it stands. */
const quoted = (words: string) => words.replaceAll(/\S+/g, '"$&"')

const isWithin = (value: number | undefined, from: number, to: number) =>
  value !== undefined && value >= from && value <= to

function frequenciesOf(db: Connection): Frequency[] {
  db.exec('create virtual table if not exists temp.bench_terms using fts5vocab(main, reading_fts, row)')
  return db.prepare<[], Frequency>('select term, doc as pages from temp.bench_terms where doc > 1').all()
}

/** The words of two thousand pages. */
function samplePages(db: Connection, random: Random): string[][] {
  const last = db.prepare<[], number>('select max(key) from text_revision').pluck().get() ?? 0
  const select = db.prepare<[number], string>('select content from text_revision where key = ?').pluck()
  const texts = Array.from({ length: 2000 }, () => select.get(between(random, 1, last)) ?? '')
  return texts.map((text) => analyse(text, null).map(({ word }) => word))
}

const pairs = (words: readonly string[]): string[][] =>
  words.slice(1).map((word, at) => [words[at] ?? '', word])

/** Two different words; those of one page may be the same word twice, which then stands alone. */
function twoOf(words: readonly string[], random: Random): string {
  const first = pick(random, words)
  const others = words.filter((word) => word !== first)
  return others.length === 0 ? first : `${first} ${pick(random, others)}`
}

function nearest(frequencies: readonly Frequency[], pages: number): string[] {
  const distance = (each: Frequency) => Math.abs(each.pages - pages)
  return frequencies
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, 20)
    .map(({ term }) => term)
}
