import type { PlacedWord, PlacedWords } from './placed-words.ts'

const version = 1

/**
 * Placed words as bytes, about nine a word: the version, the frame, then of each word the distance from the end of the
 * one before, its length, the distance of its box from that of the one before, the box's size, and its confidence plus
 * one (0 for none). Numbers are LEB128 varints, signed ones zigzag. Boxes and frames are rounded to whole units. What is
 * packed already stays as it is.
 */
export function packWords(placed: PlacedWords | Uint8Array): Uint8Array {
  if (placed instanceof Uint8Array) return placed
  const { frame, words } = placed
  const bytes: number[] = [version]
  const put = (value: number) => {
    let rest = value > 0 ? Math.round(value) : 0
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
    bytes.push(rest)
  }
  const putSigned = (value: number) => put(value < 0 ? -2 * value - 1 : 2 * value)
  put(frame.width)
  put(frame.height)
  put(words.length)
  let at = 0
  let [left, top] = [0, 0]
  for (const { start, end, box, confidence } of words) {
    const x = Math.round(box[0])
    const y = Math.round(box[1])
    putSigned(start - at)
    put(end - start)
    putSigned(x - left)
    putSigned(y - top)
    put(box[2])
    put(box[3])
    put(confidence === null ? 0 : Math.min(100, Math.max(0, confidence)) + 1)
    at = end
    left = x
    top = y
  }
  return new Uint8Array(bytes)
}

/** What `packWords` packed; RangeError for bytes of another version or cut short. */
export function unpackWords(bytes: Uint8Array): PlacedWords {
  let at = 0
  const take = (): number => {
    let value = 0
    for (let weight = 1; ; weight *= 128) {
      const byte = bytes[at++]
      if (byte === undefined) throw new RangeError('The packed words of a page are cut short.')
      value += (byte & 127) * weight
      if (byte < 128) return value
    }
  }
  const takeSigned = (): number => {
    const value = take()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }
  if (take() !== version) throw new RangeError('The words of a page are packed by a newer program.')
  const frame = { width: take(), height: take() }
  const words: PlacedWord[] = []
  const count = take()
  let end = 0
  let [x, y] = [0, 0]
  for (let n = 0; n < count; n++) {
    const start = end + takeSigned()
    end = start + take()
    x += takeSigned()
    y += takeSigned()
    const [w, h] = [take(), take()]
    const sureness = take()
    words.push({ start, end, box: [x, y, w, h], confidence: sureness === 0 ? null : sureness - 1 })
  }
  return { frame, words }
}
