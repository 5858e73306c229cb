import type { Grades } from './relevance-set.ts'

const isRelevant = (grades: Grades) => (id: string) => (grades.get(id) ?? 0) > 0

/**
 * Normalised discounted cumulated gain of the first so many found: a document's grade divided by log2 of its place plus
 * one, summed up, as a share of what the best order would have (Järvelin and Kekäläinen, linear gain).
 */
export function ndcg(found: readonly string[], grades: Grades, depth = 10): number {
  const gain = (ranked: readonly number[]) =>
    ranked.slice(0, depth).reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0)
  const best = gain([...grades.values()].toSorted((a, b) => b - a))
  return best === 0 ? 0 : gain(found.map((id) => grades.get(id) ?? 0)) / best
}

/** The share of the relevant documents that stand among the first so many found. */
export function recall(found: readonly string[], grades: Grades, depth = 100): number {
  const relevant = [...grades.keys()].filter(isRelevant(grades))
  const first = new Set(found.slice(0, depth))
  return relevant.length === 0 ? 0 : relevant.filter((id) => first.has(id)).length / relevant.length
}

/** One divided by the place of the first relevant document; 0 where there is none. */
export function reciprocalRank(found: readonly string[], grades: Grades): number {
  const place = found.findIndex(isRelevant(grades))
  return place === -1 ? 0 : 1 / (place + 1)
}
