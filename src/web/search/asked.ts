import type { Input } from '../api/ask.ts'

/** What is searched for and how, as the address of the search page and the API's `search` say it alike. */
export type Asked = Omit<NonNullable<Input<'search'>['query']>, 'limit' | 'cursor'>

/** The filters that a facet sets. */
export const facetNames = ['collection', 'creator', 'type', 'language', 'subject'] as const
export type FacetName = (typeof facetNames)[number]

export const sorts = ['relevance', 'date', '-date', 'title', 'added'] as const
export const dateModes = ['possible', 'certain', 'stated', 'claimed'] as const
export const scopes = ['text', 'description', 'annotations'] as const
const usualScopes = 'text,description'

/** What an address asks for; values that the API does not know are left out, and so is what it takes for granted. */
export function askedOf(params: URLSearchParams): Asked {
  const get = (name: string) => params.get(name) || undefined
  const oneOf = <T extends string>(name: string, values: readonly T[]) =>
    values.slice(1).find((value) => value === params.get(name))
  return compact({
    q: params.get('q') ?? '',
    match: oneOf('match', ['auto', 'all', 'any'] as const),
    in: scopesOf(params.get('in')),
    sort: oneOf('sort', sorts),
    transliterate: oneOf('transliterate', ['true', 'false'] as const),
    collection: get('collection'),
    type: get('type'),
    language: get('language'),
    creator: get('creator'),
    subject: get('subject'),
    dateFrom: get('dateFrom'),
    dateTo: get('dateTo'),
    dates: oneOf('dates', dateModes),
    undated: oneOf('undated', ['false', 'true'] as const),
  })
}

/** The same question but for what is changed; undefined takes a filter away. */
export const changed = (asked: Asked, change: Partial<Asked>): Asked => compact({ ...asked, ...change })

/** The question without its filters. */
export const unfiltered = ({ q, match, in: scope, sort, transliterate }: Asked): Asked =>
  compact({ q, match, in: scope, sort, transliterate })

/** Whether anything but the words narrows what is found. */
export const isFiltered = (asked: Asked): boolean =>
  facetNames.some((name) => asked[name] !== undefined) || isDated(asked)

/** Whether the question is bounded in time. */
export const isDated = ({ dateFrom, dateTo }: Asked): boolean =>
  dateFrom !== undefined || dateTo !== undefined

/** The scopes of a question in their order, and that question with one of them in or out; never none of them. */
export const scopesIn = (asked: Asked): string[] => (asked.in ?? usualScopes).split(',')
export function withScope(asked: Asked, scope: string, isIn: boolean): Asked {
  const chosen = scopes.filter((one) => (one === scope ? isIn : scopesIn(asked).includes(one)))
  return changed(asked, { in: scopesOf(chosen.join(',')) })
}

function scopesOf(given: string | null): string | undefined {
  const asked = (given ?? '').split(',').map((one) => one.trim())
  const known = scopes.filter((scope) => asked.includes(scope)).join(',')
  return known === '' || known === usualScopes ? undefined : known
}

/** Left out is what is undefined, so that equal questions are equal, and an exact type stays one. */
function compact(asked: Asked): Asked {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Asked
}
