import { type Model, type Population, scored } from '../../domain/ranking/bm25.ts'
import type { Postings } from '../../domain/ranking/postings.ts'
import type { Stream } from '../../domain/ranking/stream.ts'

type Kept = { size: number; model: Model; population: Population; stream: Stream }

/** Reckons the scores of a list once, as long as the list is kept and nothing has come in that would change them. */
export function keptScores() {
  const kept = new WeakMap<Postings, Kept>()
  return (list: Postings, size: number, model: Model, population: Population): Stream => {
    const known = kept.get(list)
    if (known?.size === size && known.model === model && known.population === population) return known.stream
    const stream = scored(list, size, model, population)
    kept.set(list, { size, model, population, stream })
    return stream
  }
}
