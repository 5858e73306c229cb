/** Letters by number: code points, or whatever else is equal for equal letters. */
export type Letters = Uint8Array | Uint32Array

/** The code points of a word. */
export function codePoints(word: string): Uint32Array {
  const points = new Uint32Array(word.length)
  let length = 0
  for (let at = 0; at < word.length; length++) {
    const point = word.codePointAt(at) ?? 0
    points[length] = point
    at += point > 0xffff ? 2 : 1
  }
  return length < points.length ? points.slice(0, length) : points
}

/**
 * How many letters must be put in, left out, exchanged, or swapped with their neighbour to make one word of the other.
 * Swapped letters are not edited again (optimal string alignment): from `ca` to `abc` it is three edits.
 */
export function editDistance(one: string, other: string): number {
  const down = codePoints(one)
  const across = codePoints(other)
  let above: number[] = []
  let row = Array.from({ length: across.length + 1 }, (_, i) => i)
  for (let i = 0; i < down.length; i++) {
    const twoAbove = above
    above = row
    row = [i + 1]
    for (let j = 0; j < across.length; j++) {
      const exchanged = (above[j] ?? 0) + (down[i] === across[j] ? 0 : 1)
      const isSwapped = i > 0 && j > 0 && down[i] === across[j - 1] && down[i - 1] === across[j]
      const swapped = isSwapped ? (twoAbove[j - 1] ?? 0) + 1 : exchanged
      row.push(Math.min(exchanged, swapped, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1))
    }
  }
  return row.at(-1) ?? 0
}

/**
 * The same distance where it is at most `edits`, else some greater number; quick as long as few edits are allowed.
 * Of `other` it takes the letters from `at` to `end`, with `isStart` whichever beginning of these is nearest.
 */
export function editsWithin(
  edits: number,
  one: Letters,
  other: Letters,
  at = 0,
  end = other.length,
  isStart = false,
): number {
  return editsFrom(0, edits, one, other, at, end, isStart)
}

function editsFrom(
  from: number,
  edits: number,
  one: Letters,
  other: Letters,
  at: number,
  end: number,
  isStart: boolean,
): number {
  let i = from
  let j = at
  // Leaving equal letters alone is never worse than editing them.
  while (i < one.length && j < end && one[i] === other[j]) {
    i++
    j++
  }
  const left = one.length - i
  const opposite = end - j
  if (left === 0) return isStart ? 0 : opposite
  if (opposite === 0) return left
  if (edits === 0 || left - opposite > edits || (!isStart && opposite - left > edits)) return edits + 1
  const isSwapped = left > 1 && opposite > 1 && one[i] === other[j + 1] && one[i + 1] === other[j]
  const least = Math.min(
    editsFrom(i + 1, edits - 1, one, other, j + 1, end, isStart),
    editsFrom(i + 1, edits - 1, one, other, j, end, isStart),
    editsFrom(i, edits - 1, one, other, j + 1, end, isStart),
    isSwapped ? editsFrom(i + 2, edits - 1, one, other, j + 2, end, isStart) : edits,
  )
  return 1 + least
}
