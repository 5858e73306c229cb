const beginnings = 2 ** 12

/**
 * The letters of words by their numbers, from 1 on, in few large pieces of memory instead of many small ones, and words by
 * so many of their first letters.
 */
export function wordLetters(inBeginning: number) {
  let units: Uint16Array<ArrayBuffer> = new Uint16Array(2 ** 14)
  let bytes = Buffer.from(units.buffer)
  /** By number where a word ends and the next one starts. */
  let ends = new Int32Array(2 ** 11)
  /** By number the word before that may begin with the same letters, and the last one by a hash of these. */
  let before = new Int32Array(2 ** 11)
  const last = new Int32Array(beginnings)
  let size = 0

  const wordOf = (number: number): string =>
    bytes.toString('utf16le', 2 * (ends[number - 1] ?? 0), 2 * (ends[number] ?? 0))

  function begins(number: number, beginning: string): boolean {
    const start = ends[number - 1] ?? 0
    if ((ends[number] ?? 0) - start < beginning.length) return false
    let at = 0
    while (at < beginning.length && units[start + at] === beginning.charCodeAt(at)) at++
    return at === beginning.length
  }

  function makeRoom(length: number): void {
    while (length > units.length) {
      units = wider(units)
      bytes = Buffer.from(units.buffer)
    }
    if (size + 1 < ends.length) return
    ends = wider(ends)
    before = wider(before)
  }

  return {
    /** How many words there are, which is the number of the newest. */
    size: (): number => size,
    /** Adds what stands in a text from one place to another as the next word. */
    add(text: string, start: number, end: number): void {
      const from = ends[size] ?? 0
      makeRoom(from + end - start)
      for (let at = start; at < end; at++) units[from + at - start] = text.charCodeAt(at)
      ends[++size] = from + end - start
      const alike = beginningOf(text, start, Math.min(end, start + inBeginning))
      before[size] = last[alike] ?? 0
      last[alike] = size
    },
    wordOf,
    /** The numbers of the words that begin so, with `inBeginning` letters at least; the newest first. */
    beginningWith(beginning: string): number[] {
      const found: number[] = []
      let number = last[beginningOf(beginning, 0, inBeginning)] ?? 0
      for (; number !== 0; number = before[number] ?? 0) if (begins(number, beginning)) found.push(number)
      return found
    },
  }
}

function beginningOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1)
  return hash >>> 20
}

/** The same numbers with room for as many more. */
export function wider<T extends Uint16Array | Int32Array>(numbers: T): T {
  const wide = new (numbers.constructor as new (length: number) => T)(2 * numbers.length)
  wide.set(numbers)
  return wide
}
