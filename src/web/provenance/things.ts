import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import { to } from '../paths.ts'
import { langOfWords } from '../text/lang-of-words.ts'

/** What a claim can point to. */
export type ThingKind = 'agent' | 'place' | 'happening' | 'document' | 'source' | 'collection'

export const thingKinds: readonly ThingKind[] = [
  'agent',
  'place',
  'happening',
  'document',
  'source',
  'collection',
]

type Called = { readonly text: string; readonly lang: string | null }

/** Where a thing's own page is. */
export const addressOfThing = (kind: ThingKind, id: string): string =>
  kind === 'document' ? to.provenance(id) : to[kind](id)

/** What a thing is called; its id until that is known, and where it may not be seen. */
export function useNameOf(kind: ThingKind, id: string): Called {
  const { data } = useQuery({
    queryKey: ['nameOf', kind, id],
    queryFn: ({ signal }) => nameOf(kind, id, signal),
    staleTime: 60_000,
    enabled: id !== '',
  })
  return data ?? { text: id, lang: null }
}

async function nameOf(kind: ThingKind, id: string, signal: AbortSignal): Promise<Called> {
  const authority = { params: { authorityId: id }, signal }
  if (kind === 'agent') return first((await ask('readAgent', authority)).names, id)
  if (kind === 'place') return first((await ask('readPlace', authority)).names, id)
  if (kind === 'happening') return first((await ask('readHappening', authority)).names, id)
  if (kind === 'document') {
    const { title, language } = await ask('readDocument', { params: { documentId: id }, signal })
    return { text: title, lang: language }
  }
  if (kind === 'collection') {
    const { title } = await ask('readCollection', { params: { collectionId: id }, signal })
    return { text: title, lang: langOfWords(title) ?? null }
  }
  const source = await ask('readSource', { params: { sourceId: id }, signal })
  return { text: sayWork(source) || id, lang: null }
}

const first = (names: readonly Called[], id: string): Called => names[0] ?? { text: id, lang: null }

/** A work as it is named in passing: author, title, year. */
export function sayWork(source: { title: string; [field: string]: unknown }): string {
  const authors = Array.isArray(source.author) ? source.author.map(familyOf).filter(Boolean) : []
  const named = authors.length > 2 ? `${authors[0]} et al.` : authors.join(' and ')
  return [named, source.title, yearOf(source.issued)].filter(Boolean).join(', ')
}

const familyOf = (name: unknown): string => {
  if (typeof name !== 'object' || name === null) return ''
  if ('family' in name) return String(name.family)
  return 'literal' in name ? String(name.literal) : ''
}

const yearOf = (issued: unknown): string => {
  if (typeof issued !== 'object' || issued === null || !('date-parts' in issued)) return ''
  const parts = issued['date-parts']
  return Array.isArray(parts) && Array.isArray(parts[0]) ? String(parts[0][0] ?? '') : ''
}
