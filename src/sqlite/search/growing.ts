import type { Stream } from '../../domain/ranking/stream.ts'
import type { SearchNode } from '../../domain/search/query.ts'

/**
 * Whether each row is found by what stands in it alone: then what a query found grows by looking at new rows only. Words in any form
 * do as long as the forms are the same.
 */
export function growsByRows(node: SearchNode): boolean {
  switch (node.kind) {
    case 'word':
    case 'phrase':
    case 'prefix':
      return true
    case 'and':
    case 'or':
      return node.parts.every(growsByRows)
    case 'not':
      return growsByRows(node.part)
    case 'field':
      return node.field === 'text' && growsByRows(node.part)
    case 'fuzzy':
    case 'near':
    case 'dateRange':
      return false
  }
}

/** Whether what such a query finds is read off lists alone, without looking at any text. */
export function isReadOff(node: SearchNode): boolean {
  switch (node.kind) {
    case 'word':
      return !node.exact
    case 'phrase':
      return !node.exact && node.slop === null
    case 'and':
    case 'or':
      return node.parts.every(isReadOff)
    case 'not':
      return isReadOff(node.part)
    case 'field':
      return node.field === 'text' && isReadOff(node.part)
    default:
      return growsByRows(node)
  }
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
