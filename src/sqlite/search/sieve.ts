import { eachWord } from '../word-bits.ts'

const bitsAWord = 8
const marksAWord = 4
const fewest = 2 ** 16

/** Words as marks in a field of bits, four each. */
type Layer = { field: Uint8Array; size: number; capacity: number }

export type Sieve = ReturnType<typeof sieve>

/**
 * Tells of words that were never put in, in a byte a word where not many more come than `expected`; of the others a few in
 * a hundred seem to have been (B. Bloom, 1970). More than expected go into further layers.
 */
export function sieve(expected: number) {
  const layers = [layerFor(Math.max(fewest, expected))]

  function roomy(): Layer {
    const [newest] = layers.slice(-1)
    if (newest && newest.size < newest.capacity) return newest
    const wider = layerFor(2 * (newest?.capacity ?? fewest))
    layers.push(wider)
    return wider
  }

  return {
    add(word: string): void {
      eachWord(word, 0, (low, high) => {
        if (!layers.some((layer) => isMarked(layer, low, high))) mark(roomy(), low, high)
      })
    },
    mayHold(word: string): boolean {
      let isThere = false
      eachWord(word, 0, (low, high) => {
        isThere = layers.some((layer) => isMarked(layer, low, high))
      })
      return isThere
    },
    bytes: (): number => layers.reduce((all, { field }) => all + field.length, 0),
  }
}

const layerFor = (capacity: number): Layer => ({
  field: new Uint8Array(Math.ceil((capacity * bitsAWord) / 8)),
  size: 0,
  capacity,
})

function mark(layer: Layer, low: number, high: number): void {
  layer.size++
  for (let turn = 0; turn < marksAWord; turn++) {
    const bit = bitOf(layer, low, high, turn)
    layer.field[bit >>> 3] = (layer.field[bit >>> 3] ?? 0) | (1 << (bit & 7))
  }
}

function isMarked(layer: Layer, low: number, high: number): boolean {
  for (let turn = 0; turn < marksAWord; turn++) {
    const bit = bitOf(layer, low, high, turn)
    if (((layer.field[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false
  }
  return true
}

/** A word's bits follow from two numbers as well as from four (A. Kirsch and M. Mitzenmacher, 2006). */
const bitOf = ({ field }: Layer, low: number, high: number, turn: number): number =>
  Math.floor(((low + Math.imul(turn, high)) >>> 0) * ((8 * field.length) / 2 ** 32))
