/** The edit distance as its definition says it, step by step and without haste (optimal string alignment). */
export function distanceByDefinition(one: string, other: string): number {
  const a = [...one]
  const b = [...other]
  const known = new Map<number, number>()
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = i * 1000 + j
    const before = known.get(key)
    if (before !== undefined) return before
    const ways = [
      between(i - 1, j) + 1,
      between(i, j - 1) + 1,
      between(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    ]
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(between(i - 2, j - 2) + 1)
    const least = Math.min(...ways)
    known.set(key, least)
    return least
  }
  return between(a.length, b.length)
}

/** The distance of the nearest beginning of a word. */
export function startDistanceByDefinition(prefix: string, word: string): number {
  const letters = [...word]
  const distances = [...letters.keys(), letters.length].map((end) =>
    distanceByDefinition(prefix, letters.slice(0, end).join('')),
  )
  return Math.min(...distances)
}
