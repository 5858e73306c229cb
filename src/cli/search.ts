import { styleText } from 'node:util'
import { search as find, type SearchDeps } from '../actions/search.ts'
import { plainSnippet } from '../domain/search/plain-snippet.ts'

type Found = Awaited<ReturnType<typeof find>>

/** Prints what a query finds; 0 when something is found, 1 when nothing is. */
export async function search(
  { deps, close }: { deps: SearchDeps; close: () => Promise<void> },
  query: string,
  { limit, json }: { limit: number; json?: boolean },
): Promise<number> {
  try {
    const actor = { id: 'command line', role: 'administrator' } as const
    const request = {
      q: query,
      limit,
      cursor: null,
      match: 'auto',
      transliterate: true,
      sort: 'relevance',
      in: ['text', 'description'],
      filter: {},
    } as const
    const found = await find(deps, actor, request)
    if (json) console.log(JSON.stringify(found, null, 2))
    else print(found)
    return found.hits.length > 0 ? 0 : 1
  } finally {
    await close()
  }
}

function print({ hits, total, tookMs, query, didYouMean }: Omit<Found, 'next'>): void {
  for (const { document, pages, pageHits, missing, notes } of hits) {
    const date = document.date.edtf ? ` (${document.date.edtf})` : ''
    const lacks = missing.length > 0 ? `  lacks ${missing.join(', ')}` : ''
    console.log(`${styleText('bold', document.title)}${date}  ${styleText('dim', document.id)}${lacks}`)
    for (const { number, snippet } of pages) console.log(`  p. ${number}: ${plainSnippet(snippet, mark)}`)
    if (pageHits > pages.length) console.log(`  … and on ${pageHits - pages.length} more pages`)
    for (const { says, see } of notes) console.log(`  ${says}${see === null ? '' : ` See ${see}.`}`)
  }
  const atLeast = total.exact ? '' : 'at least '
  const found = `${atLeast}${total.documents} documents, ${total.pages} pages`
  console.error(`${found} for ${query.understood} (${tookMs} ms)`)
  if (didYouMean !== null) console.error(`Did you mean: ${didYouMean}`)
}

/** The words found stand out in a terminal, and between brackets in a pipe. */
const mark = (word: string) => (process.stdout.isTTY ? styleText('inverse', word) : `[${word}]`)
