import type { PlacedWord, PlacedWords } from './placed-words.ts'

const version = 1
/** What a number takes at most; one that has more than 53 bits is cut down to them. */
const mostBytes = 8

// Where pages of usual lengths are packed, one after the other.
const desk = new Uint8Array(0x10000)

/**
 * Placed words as bytes, about nine a word: the version, the frame, then of each word the distance from the end of the
 * one before, its length, the distance of its box from that of the one before, the box's size, and its confidence plus
 * one (0 for none). Numbers are LEB128 varints, signed ones zigzag. Boxes and frames are rounded to whole units. What is
 * packed already stays as it is.
 */
export function packWords(placed: PlacedWords | Uint8Array): Uint8Array {
  if (placed instanceof Uint8Array) return placed
  const { frame, words } = placed
  const most = (words.length * 7 + 4) * mostBytes
  const bytes = most <= desk.length ? desk : new Uint8Array(most)
  bytes[0] = version
  let behind = put(bytes, 1, frame.width)
  behind = put(bytes, behind, frame.height)
  behind = put(bytes, behind, words.length)
  let at = 0
  let left = 0
  let top = 0
  for (const { start, end, box, confidence } of words) {
    const x = Math.round(box[0])
    const y = Math.round(box[1])
    behind = putSigned(bytes, behind, start - at)
    behind = put(bytes, behind, end - start)
    behind = putSigned(bytes, behind, x - left)
    behind = putSigned(bytes, behind, y - top)
    behind = put(bytes, behind, box[2])
    behind = put(bytes, behind, box[3])
    behind = put(bytes, behind, confidence === null ? 0 : Math.min(100, Math.max(0, confidence)) + 1)
    at = end
    left = x
    top = y
  }
  return bytes.slice(0, behind)
}

/** Writes a number at a place, and tells where the next one goes. */
function put(bytes: Uint8Array, place: number, value: number): number {
  let rest = value > 0 ? Math.round(Math.min(value, Number.MAX_SAFE_INTEGER)) : 0
  let at = place
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) | 128
  bytes[at++] = rest
  return at
}

const putSigned = (bytes: Uint8Array, place: number, value: number) =>
  put(bytes, place, value < 0 ? -2 * value - 1 : 2 * value)

/** What `packWords` packed, of it those of the words that a test lets pass; RangeError for bytes of another version or cut short. */
export function unpackWords(
  bytes: Uint8Array,
  isWanted: (start: number, end: number) => boolean = () => true,
): PlacedWords {
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
    if (isWanted(start, end))
      words.push({ start, end, box: [x, y, w, h], confidence: sureness === 0 ? null : sureness - 1 })
  }
  return { frame, words }
}
