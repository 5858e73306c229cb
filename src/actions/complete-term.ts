import type { Actor } from '../domain/access.ts'
import { analyse } from '../domain/analysis/analyse.ts'
import { codePoints } from '../domain/annotation/code-points.ts'
import { type ContentSearchDeps, searchCanvases, type TextFound } from './search-canvases.ts'
import { admit } from './see.ts'

/** A word or several as they stand in the text of a document, and how often; null where not all of it was looked through. */
export type Term = { value: string; count: number | null }

/** So many pages are looked through, in steps, and so many terms are told. */
const mostPages = 200
const mostTerms = 20
/** Shorter beginnings are those of too many words. */
const shortest = 3

/**
 * The terms in the texts of a document that begin with what has been typed, in their order: one word, or several that stand
 * together as they were typed. Throws ArchiveError('not-found' or 'gone').
 */
export async function completeTerm(
  deps: ContentSearchDeps,
  actor: Actor,
  document: string,
  typed: string,
): Promise<Term[]> {
  await admit(deps, actor, document)
  const words = analyse(typed, null).map(({ word }) => word)
  const last = words.at(-1)
  if (last === undefined || [...last].length < shortest) return []
  const q = `${words.join(' ')}*`
  const scope = { texts: true, notes: false, motivations: null }
  const counts = new Map<string, { written: string; count: number }>()
  let cursor: string | null = null
  let pages = 0
  do {
    const found = await searchCanvases(deps, actor, document, { q, scope, cursor })
    for (const page of found.texts) count(termsIn(page, words), counts)
    pages += found.texts.length
    cursor = found.next
  } while (cursor !== null && pages < mostPages)
  const isAll = cursor === null
  return [...counts.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostTerms)
    .map(({ written, count }) => ({ value: written, count: isAll ? count : null }))
    .toSorted((a, b) => a.value.localeCompare(b.value, 'en'))
}

function count(terms: readonly string[], counts: Map<string, { written: string; count: number }>): void {
  for (const written of terms) {
    const key = analyse(written, null)
      .map(({ word }) => word)
      .join(' ')
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { written: written.toLocaleLowerCase(), count: 1 })
  }
}

/** The places found that follow one another as the words do, with nothing but spaces between them. */
function termsIn({ revision: { content }, passages }: TextFound, words: readonly string[]): string[] {
  const { codePointToUnit } = codePoints(content)
  const places = passages.map(([start, end]) => [codePointToUnit(start), codePointToUnit(end)] as const)
  const said = places.map(([start, end]) => content.slice(start, end))
  return places.flatMap(([start], at) => {
    const run = places.slice(at, at + words.length)
    const isRun =
      run.length === words.length &&
      words.every((word, n) => {
        const [only = '', ...more] = analyse(said[at + n] ?? '', null).map((one) => one.word)
        const isSame = n === words.length - 1 ? only.startsWith(word) : only === word
        const gap = n === 0 ? '' : content.slice(run[n - 1]?.[1], run[n]?.[0])
        return isSame && more.length === 0 && gap.trim() === ''
      })
    const end = run.at(-1)?.[1] ?? start
    return isRun ? [content.slice(start, end).replace(/\s+/gu, ' ')] : []
  })
}
