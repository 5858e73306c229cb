import type { Listed } from '../../domain/ranking/listed.ts'
import { countUpTo } from '../../domain/ranking/postings.ts'
import {
  intersect,
  nothing,
  only,
  type Stream,
  streamOf,
  subtract,
  unite,
} from '../../domain/ranking/stream.ts'
import type { FieldNode, FuzzyNode, NearNode, SearchNode, TermNode } from '../../domain/search/query.ts'
import { type DocumentSet, inBoth, inEither, inFirst, isIn } from './document-set.ts'
import type { HeldKind, HeldReadings } from './held-readings.ts'
import { asUncertain, type Bound, hasExact, opposite, type UncertainNode } from './uncertain.ts'

/** What is found: rows with their scores, and documents as wholes, each with any row (null where none can be). */
export type Found = { rows: Stream; documents: DocumentSet | null }

export type WordNode = SearchNode & { kind: 'word' }

/** Where evaluation learns what the parts of a query find by themselves. */
export type Sources = {
  readings: HeldReadings
  /** Of each state whether who asks may see readings in it. */
  seen: Uint8Array
  /** Rows up to this one, and rows after that, are passed over. */
  after: number
  upTo: number
  /** The newest document's key. */
  documents: number
  /** Rows of a list from one place up to another, with their scores. */
  scored(listed: Listed, from: number, to: number): Stream
  /** Where a word stands, in any form it may have. */
  word(node: WordNode | FuzzyNode): Listed
  /** Where a folded word stands, as it is. */
  plainWord(word: string): Listed
  /** Where a phrase, words near each other, or a beginning of words stands. */
  rows(node: SearchNode): Listed
  /** The rows where what the index cannot tell may stand at most, or stands at least. */
  uncertain(node: UncertainNode, bound: Bound): Stream
  widenNear(node: NearNode): SearchNode
  /** Whether `rows` looks for NEAR in only some of the forms that its words have. */
  isCut(node: NearNode): boolean
  /** The documents that a field's condition holds for: those found in time, or all for which it may hold. */
  inField(node: FieldNode, mayHold: boolean): DocumentSet
  /** The pages that are in a language, whatever their document is in. */
  inLanguage(node: FieldNode): Stream
}

/**
 * What a query finds at most, or at least: the same where nothing in it is uncertain. Where there was no time to look
 * everything up, it finds less: what is excluded is left out wherever it may stand.
 */
export function evaluate(root: SearchNode, sources: Sources, bound: Bound = 'most'): Found {
  const { readings, seen } = sources

  const isExcluded = (its: Bound) => its !== bound
  /** Rows of which is known up to one whether they belong to it. */
  const inRows = (rows: Stream, knownTo: number, its: Bound): Found => ({
    rows: isExcluded(its) ? add(rows, rowsAfter(Math.max(knownTo, sources.after), sources.upTo)) : rows,
    documents: null,
  })

  function of(node: SearchNode, bound: Bound): Found {
    const uncertain = asUncertain(node, sources.isCut)
    if (uncertain) {
      const rows = sources.uncertain(uncertain, bound)
      return inRows(rows, isExcluded(bound) ? knownTo(uncertain, sources) : sources.upTo, bound)
    }
    switch (node.kind) {
      case 'word':
      case 'fuzzy':
      case 'phrase':
      case 'prefix':
      case 'near': {
        const listed = listOf(node, sources)
        return inRows(scored(listed, sources), listed.upTo, bound)
      }
      case 'or':
        return either(node.parts.map((part) => of(part, bound)))
      case 'and': {
        const found = node.parts.filter(({ kind }) => kind !== 'not').map((part) => of(part, bound))
        const excluded = node.parts.flatMap((part) =>
          part.kind === 'not' ? [of(part.part, opposite(bound))] : [],
        )
        return excluded.reduce(without, all(found))
      }
      case 'field':
        if (node.field === 'text')
          return { rows: only(of(node.part, bound).rows, isOf('page')), documents: null }
        if (node.field === 'note') return { rows: nothing, documents: annotated(of(node.part, bound)) }
        return {
          rows: node.field === 'lang' ? sources.inLanguage(node) : nothing,
          documents: sources.inField(node, isExcluded(bound)),
        }
      case 'not':
      case 'dateRange':
        throw new RangeError(`The parser lets no ${node.kind} stand by itself.`)
    }
  }

  const isOf = (kind: HeldKind) => (row: number) => readings.states[readings.state[row] ?? 0]?.kind === kind
  /** The documents with an annotation among what was found. */
  const annotated = ({ rows }: Found) =>
    wholes({ rows: only(rows, isOf('annotation')), documents: null }, sources.documents + 1)
  const standsIn = (documents: DocumentSet) => (row: number) => isIn(documents, readings.document[row] ?? 0)

  /** Words first, all at once, so that the rarest of them leads. */
  function all(found: readonly Found[]): Found {
    const words = found.filter(({ documents }) => documents === null).map(({ rows }) => rows)
    const rest = found.filter(({ documents }) => documents !== null)
    if (words.length === 0) return rest.reduce(both)
    return rest.reduce(both, { rows: intersect(words), documents: null })
  }

  function both(a: Found, b: Found): Found {
    let rows = intersect([a.rows, b.rows])
    if (b.documents) rows = add(rows, only(a.rows, standsIn(b.documents)))
    if (a.documents) rows = add(rows, only(b.rows, standsIn(a.documents)))
    return { rows, documents: a.documents && b.documents ? inBoth(a.documents, b.documents) : null }
  }

  function either(found: readonly Found[]): Found {
    const sets = found.flatMap(({ documents }) => (documents === null ? [] : [documents]))
    const documents = sets.length === 0 ? null : sets.reduce(inEither)
    return { rows: unite(found.map(({ rows }) => rows)), documents }
  }

  function without(a: Found, b: Found): Found {
    const left = subtract(a.rows, b.rows)
    const rows = b.documents ? subtract(left, only(left, standsIn(b.documents))) : left
    return { rows, documents: a.documents && inFirst(a.documents, wholes(b, a.documents.length)) }
  }

  /** The documents in which anything of it stands, as far as who asks may see that. */
  function wholes({ rows, documents }: Found, size: number): DocumentSet {
    const set = new Uint8Array(size)
    if (documents) set.set(documents.subarray(0, size))
    for (let at = 0; at < rows.size; at++) {
      const row = rows.ids[at] ?? 0
      if (seen[readings.state[row] ?? 0] === 1) set[readings.document[row] ?? 0] = 1
    }
    return set
  }

  return of(root, bound)
}

/** Adds the rows that are not there yet. */
const add = (rows: Stream, more: Stream): Stream =>
  more.size === 0 ? rows : unite([rows, subtract(more, rows)])

function rowsAfter(row: number, upTo: number): Stream {
  if (row >= upTo) return nothing
  const ids = Int32Array.from({ length: upTo - row }, (_, at) => row + 1 + at)
  return streamOf(ids, new Float32Array(ids.length), ids.length)
}

/** Up to which row it is known where a term stands. */
function knownTo(node: TermNode | NearNode, sources: Sources): number {
  if (node.kind === 'near' && sources.isCut(node))
    return Math.min(...node.parts.map((part) => knownTo(part, sources)))
  return listOf(node, sources).upTo
}

/** Where a term may stand as far as the index tells, with scores. */
export function standing(node: TermNode | NearNode, sources: Sources): Stream {
  if (node.kind === 'near' && sources.isCut(node))
    return intersect(node.parts.map((part) => standing(part, sources)))
  return scored(listOf(node, sources), sources)
}

/** Where what is uncertain stands for all that: NEAR in the forms that the index is asked for. */
export const surelyStanding = (node: UncertainNode, sources: Sources): Stream =>
  node.kind === 'near' && !hasExact(node) ? scored(listOf(node, sources), sources) : nothing

function scored(listed: Listed, { readings, after, upTo, scored }: Sources): Stream {
  const { list } = listed
  const from = after === 0 ? 0 : countUpTo(list, after)
  return scored(listed, from, upTo >= readings.last ? list.size : countUpTo(list, upTo))
}

function listOf(node: TermNode | NearNode, sources: Sources): Listed {
  switch (node.kind) {
    case 'word':
    case 'fuzzy':
      return sources.word(node)
    case 'phrase': {
      const [word = '', ...more] = node.words
      return more.length === 0 ? sources.plainWord(word) : sources.rows(node)
    }
    case 'prefix':
      return sources.rows(node)
    case 'near':
      return sources.rows(sources.widenNear(node))
  }
}
