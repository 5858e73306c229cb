import type { SearchNode } from '../../domain/search/query.ts'
import type { DocumentHit, SearchRequest } from '../../ports/search-index.ts'
import type { Connection } from '../open-database.ts'
import { type FoundRows, firstPlace, rememberedBestRows } from './best-rows.ts'
import type { FoundDocuments, Reach } from './collect.ts'
import { documentHits } from './document-hits.ts'
import { isOnlyClaimed } from './filters.ts'
import type { Finding } from './finding.ts'
import type { Ground } from './ground.ts'
import type { Memory } from './memory.ts'
import type { KeptPages } from './page-hits.ts'

/** The first documents show several of their pages, the others their best: a snippet costs more than finding its page. */
const pagesShown = (rank: number): number => (rank < 3 ? 3 : 1)

type Note = DocumentHit['notes'][number]

const onlyClaimed: Note = {
  kind: 'claimed-date',
  says: 'Sources give it a date like the one looked for, but the evidence does not: see how it is dated.',
  see: null,
}

/** Whether a row is among those found. */
function stands(found: FoundRows, row: number): boolean {
  if (row === 0) return false
  const stream = found.read().rows
  const at = firstPlace(stream, row)
  return at < stream.size && stream.ids[at] === row
}

/** The pages that were shown for a query, and how many milliseconds it took to cut them. */
type Shown = { pages: KeptPages; took: number }

/** What a page with its snippet takes in memory, in bytes, roughly. */
const bytesAPage = 900

/**
 * Shows some of the documents found, at these places among them, with their best pages. The pages shown for a query are kept
 * while there is memory: whoever narrows a search, or comes back to it, is shown much the same pages.
 */
export function showing(db: Connection, { held, widen }: Ground, memory: Memory) {
  const hits = documentHits(db, held)
  const keyOf = db.prepare<[string], number>('select key from document where id = ?').pluck()
  /** Without the way to a document that may not be seen. */
  const seen = (note: Note, reach: Reach): Note =>
    note.see !== null && !reach.documents(keyOf.get(note.see) ?? 0) ? { ...note, see: null } : note
  const kept = memory.cache<Shown>({
    bytes: ({ pages }) => (pages.size + 1) * bytesAPage,
    took: ({ took }) => took,
  })
  return (
    places: readonly number[],
    documents: FoundDocuments,
    { rows, someRows }: Pick<Finding, 'rows' | 'someRows'>,
    { query: { text, root, named }, transliterate: otherScript, filter }: SearchRequest,
    reach: Reach,
  ): DocumentHit[] => {
    const shown = places.map((at, rank) => {
      const key = documents.keys[at] ?? 0
      const found = documents.tiers?.[at] && someRows ? someRows : rows
      return {
        key,
        score: documents.scores[at] ?? 0,
        pageHits: documents.pageHits[at] ?? 0,
        rows: rememberedBestRows(key, pagesShown(rank), found, held, reach),
        missing: missingOf(root, documents.words?.[at]),
        isAstray: stands(found, held.documents.astrayRow[key] ?? 0),
        notes: isOnlyClaimed(filter, held.documents, key) ? [onlyClaimed] : [],
      }
    })
    const names = named === root ? '' : JSON.stringify(named)
    const name = `${otherScript ? 'in any script' : 'as written'} ${text} ${names}`
    const known: Shown = kept.get(name) ?? { pages: new Map(), took: 0 }
    const { pages } = known
    const before = pages.size
    const began = performance.now()
    const found = hits(shown, () => widen(named, otherScript), pages)
    if (pages.size > before) known.took += performance.now() - began
    kept.put(name, known)
    return found.map((hit) =>
      hit.notes.length === 0 ? hit : { ...hit, notes: hit.notes.map((note) => seen(note, reach)) },
    )
  }
}

/** The words of a relaxed query that a document does not hold. */
function missingOf(root: SearchNode, words: number | undefined): string[] {
  if (words === undefined || root.kind !== 'and') return []
  return root.parts.flatMap((part, at) => ((words & (1 << at)) === 0 && 'text' in part ? [part.text] : []))
}
