import type { Actor } from '../domain/access.ts'
import { everybody } from '../domain/audience.ts'
import type { Claim, Subject } from '../domain/claim.ts'
import { foldedWords, standIn, timesIn } from '../domain/redaction/cover.ts'
import { parseQuery } from '../domain/search/parse-query.ts'
import type { Layer } from '../domain/text.ts'
import type { ClaimReader } from '../ports/claims.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import { type PageAddress, type Reading, seePage } from './read-page.ts'
import { see } from './see.ts'

export type WordsDeps = Reading & { claims: ClaimReader; searchIndex: SearchIndex }

/**
 * Where words stand: how often in the newest text of each layer of a page, and where else in what is told of its document: a
 * redaction of the page leaves that as it is. Of `pages` there are a hundred at most for each quote.
 */
export type Standing = {
  here: { layer: Layer; times: number }[]
  claims: { id: string; property: string }[]
  files: string[]
  pages: { number: number; witness: string | null; label: string | null }[]
}

const mostPages = 100

/** Tells where words stand before they are withheld of a page. */
export async function whereWordsStand(
  deps: WordsDeps,
  actor: Actor,
  address: PageAddress,
  quotes: readonly string[],
): Promise<Standing> {
  const page = await seePage(deps, actor, address)
  const record = await see(deps, actor, address.document)
  const wordings = quotes.map(foldedWords).filter((words) => words.length > 0)
  const holds = (text: string) => wordings.some((words) => standIn(text, words))

  // The newest of a layer comes last.
  const newest = new Map((await deps.texts.revisions(page.id, everybody)).map((text) => [text.layer, text]))
  const here = [...newest.values()].map(({ layer, content }) => ({
    layer,
    times: wordings.reduce((sum, words) => sum + timesIn(content, words), 0),
  }))

  const subjects: Subject[] = [
    { type: 'document', id: record.id },
    ...record.witnesses.map(({ id }): Subject => ({ type: 'witness', id })),
  ]
  const claims: Standing['claims'] = []
  for (const subject of subjects)
    for await (const claim of claimsAbout(deps.claims, subject))
      if (textsOf(claim).some(holds)) claims.push({ id: claim.id, property: claim.property })

  const names = record.witnesses.flatMap(({ files }) => files.map(({ name }) => name))
  const pages = new Map<string, Standing['pages'][number]>()
  for (const words of wordings) {
    const query = parseQuery(`"${words.join(' ')}"`)
    const slice = { limit: mostPages, cursor: null }
    const found = await deps.searchIndex.within(record.id, query, slice, everybody)
    for (const { id, number, witness, label, annotation } of found?.items ?? [])
      if (id !== page.id && annotation === undefined) pages.set(id, { number, witness, label })
  }
  return {
    here: here.filter(({ times }) => times > 0),
    claims,
    files: [...new Set(names.filter(holds))],
    pages: [...pages.values()].sort((a, b) => a.number - b.number),
  }
}

async function* claimsAbout(claims: ClaimReader, subject: Subject): AsyncGenerator<Claim> {
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<ClaimReader['list']>> = await claims.list(
      everybody,
      subject,
      { standing: true },
      { limit: 100, cursor },
    )
    yield* page.items
    cursor = page.next
  } while (cursor !== null)
}

const textsOf = ({ value, note, sources }: Claim): string[] =>
  [...Object.values(value), note, ...sources.flatMap(({ quote, locator }) => [quote, locator])].filter(
    (text) => typeof text === 'string',
  )
