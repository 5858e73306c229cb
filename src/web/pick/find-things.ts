import { ask, type Reply } from '../api/ask.ts'
import { langOf } from '../browse/csl.ts'
import { readAll } from '../browse/read-all.ts'
import { sayEdtf } from '../dates/say-edtf.ts'
import { sayWork, type ThingKind } from '../provenance/things.ts'
import { langOfWords } from '../text/lang-of-words.ts'
import type { Option } from './combobox.tsx'

type Find = (typed: string, signal: AbortSignal) => Promise<readonly Option[]>
type Authority = Reply<'listAgents'>['items'][number] | Reply<'listPlaces'>['items'][number]
type Happening = Reply<'listHappenings'>['items'][number]

const limit = 8

/** How each kind of thing is found by what was typed: by any of its names, works by title and authors, documents by title. */
export const finders: Readonly<Record<ThingKind, Find>> = {
  agent: async (typed, signal) =>
    named((await ask('listAgents', { query: { q: typed || undefined, limit }, signal })).items),
  place: async (typed, signal) =>
    named((await ask('listPlaces', { query: { q: typed || undefined, limit }, signal })).items),
  happening: async (typed, signal) =>
    named((await ask('listHappenings', { query: { q: typed || undefined, limit }, signal })).items),
  source: async (typed, signal) => {
    const { items } = await ask('listSources', { query: { q: typed || undefined, limit }, signal })
    return items.map((source) => ({
      id: source.id,
      text: sayWork(source) || source.id,
      lang: langOf(source),
      detail: source.type,
    }))
  },
  document: findDocuments,
  collection: async (typed, signal) => {
    const all = await readAll('listCollections', signal)
    const wanted = typed.toLowerCase()
    return all
      .map(({ id, title, referenceCode }) => ({
        id,
        text: title,
        lang: langOfWords(title),
        detail: referenceCode ?? undefined,
      }))
      .filter(({ text, detail = '' }) => `${detail} ${text}`.toLowerCase().includes(wanted))
      .slice(0, limit)
  },
}

const named = (items: readonly (Authority | Happening)[]): Option[] =>
  items
    .filter(({ mergedInto }) => mergedInto === null)
    .map((one) => {
      const [first, ...others] = one.names
      const times = 'existence' in one ? one.existence : 'date' in one && one.date ? [one.date] : []
      const detail = [...others.slice(0, 3).map(({ text }) => text), ...times.map(sayEdtf)].join(' · ')
      return { id: one.id, text: first?.text ?? one.id, lang: first?.lang, detail }
    })

async function findDocuments(typed: string, signal: AbortSignal): Promise<readonly Option[]> {
  const pasted = /\bd[0-9a-f]{32}\b/.exec(typed)?.[0]
  if (pasted) return [present(await ask('readDocument', { params: { documentId: pasted }, signal }))]
  const q = titleQuery(typed)
  if (q === '') return (await ask('listDocuments', { query: { limit }, signal })).items.map(present)
  const query = { q, in: 'description', match: 'all', limit } as const
  return (await ask('search', { query, signal })).hits.map(({ document }) => present(document))
}

type Found = {
  id: string
  title: string
  language: string | null
  creator: string | null
  date: { edtf: string | null }
}

const present = ({ id, title, language, creator, date }: Found): Option => ({
  id,
  text: title,
  lang: language,
  detail: [creator, date.edtf && sayEdtf(date.edtf)].filter(Boolean).join(', '),
})

/** What asks for titles with all the words that were typed, the last one perhaps not finished; nothing of it is an operator. */
export function titleQuery(typed: string): string {
  const terms = typed.match(/[\p{L}\p{N}]+/gu) ?? []
  return terms
    .map((term, at) => `title:${term}${at === terms.length - 1 && [...term].length > 2 ? '*' : ''}`)
    .join(' ')
}
