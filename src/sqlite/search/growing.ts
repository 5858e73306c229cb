import type { Stream } from '../../domain/ranking/stream.ts'
import type { SearchNode } from '../../domain/search/query.ts'

type Term = Exclude<SearchNode, { kind: 'and' | 'or' | 'not' | 'field' }>

/**
 * Whether each row is found by what stands in it alone: then what a query found grows by looking at new rows only. Words in any form
 * do as long as the forms are the same.
 */
export const growsByRows = (node: SearchNode): boolean => isOfTerms(node, standsInRows)

/** Whether what such a query finds is read off lists alone, without looking at any text. */
export const isReadOff = (node: SearchNode): boolean => isOfTerms(node, standsInLists)

/** Whether a query is made of nothing but such terms, and looks for none of them in descriptions alone. */
function isOfTerms(node: SearchNode, isSuch: (term: Term) => boolean): boolean {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.parts.every((part) => isOfTerms(part, isSuch))
    case 'not':
      return isOfTerms(node.part, isSuch)
    case 'field':
      return node.field === 'text' && isOfTerms(node.part, isSuch)
    default:
      return isSuch(node)
  }
}

const standsInRows = ({ kind }: Term): boolean => kind === 'word' || kind === 'phrase' || kind === 'prefix'

function standsInLists(term: Term): boolean {
  if (term.kind === 'phrase') return !term.exact && term.slop === null
  return term.kind === 'word' ? !term.exact : term.kind === 'prefix'
}

type Roomy = Stream & { all: { ids: Int32Array; scores: Float32Array; used: number } }

const isRoomy = (stream: Stream): stream is Roomy => 'all' in stream

/** The rows of a stream with those of another, which all come after them. */
export function appended(before: Stream, more: Stream): Stream {
  const size = before.size + more.size
  const all =
    isRoomy(before) && before.all.used === before.size && size <= before.all.ids.length
      ? before.all
      : roomFor(before, size)
  all.ids.set(more.ids.subarray(0, more.size), before.size)
  all.scores.set(more.scores().subarray(0, more.size), before.size)
  all.used = size
  const { ids, scores } = all
  const stream: Roomy = { ids, size, scoreAt: (at) => scores[at] ?? 0, scores: () => scores, all }
  return stream
}

function roomFor(stream: Stream, size: number): Roomy['all'] {
  const room = size + (size >> 4) + 64
  const ids = new Int32Array(room)
  const scores = new Float32Array(room)
  ids.set(stream.ids.subarray(0, stream.size))
  scores.set(stream.scores().subarray(0, stream.size))
  return { ids, scores, used: stream.size }
}
