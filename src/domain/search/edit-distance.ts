/** How many characters must be put in, left out or exchanged to make one word of the other (Levenshtein). */
export function editDistance(one: string, other: string): number {
  const across = [...other]
  let row = Array.from({ length: across.length + 1 }, (_, i) => i)
  for (const character of one) {
    const above = row
    let left = (above[0] ?? 0) + 1
    row = [left]
    for (const [i, opposite] of across.entries()) {
      const exchanged = (above[i] ?? 0) + (character === opposite ? 0 : 1)
      left = Math.min(exchanged, (above[i + 1] ?? 0) + 1, left + 1)
      row.push(left)
    }
  }
  return row.at(-1) ?? 0
}
