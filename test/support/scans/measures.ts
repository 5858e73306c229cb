import type { PlacedWords } from '../../../src/domain/page/placed-words.ts'
import type { Scan } from './a-scan.ts'
import type { ScanWord } from './typeset.ts'

/** What a recogniser made of a scan. */
export type Recognised = { content: string; placed: PlacedWords }

/** How well a scan was recognised, as shares from 0 to 1. */
export type Quality = {
  /** Of the true words, as a multiset, case folded and without punctuation: how many are in the text. */
  recall: number
  /** Edits that the text needs to become the true one, beside the length of the true one. */
  cer: number
  /** Mean intersection over union of the boxes of the true words that were found. */
  iou: number
  /** Mean share of the true words' boxes that the boxes found cover. */
  covered: number
}

/** Compares what was recognised with what stands on a scan. */
export function qualityOf(scan: Scan, { content, placed }: Recognised): Quality {
  const found = placed.words.map(({ start, end, box }) => ({ text: content.slice(start, end), box }))
  const pairs = scan.words.flatMap((word) => {
    const same = found.filter(({ text }) => plain(text) === plain(word.text))
    const best = same.toSorted((one, other) => shared(word, other) - shared(word, one))[0]
    return best && plain(word.text) !== '' ? [{ word, best }] : []
  })
  const mean = (of: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / Math.max(1, pairs.length)
  return {
    recall: recallOf(scan.text, content),
    cer: editsBetween(spaced(scan.text), spaced(content)) / spaced(scan.text).length,
    iou: mean(({ word, best }) => shared(word, best) / (area(word) + area(best) - shared(word, best))),
    covered: mean(({ word, best }) => shared(word, best) / area(word)),
  }
}

/** The share of a text's words, as a multiset, that another text has, case folded and without punctuation. */
export function recallOf(truth: string, text: string): number {
  const left = new Map<string, number>()
  for (const word of wordsOf(text)) left.set(word, (left.get(word) ?? 0) + 1)
  const wanted = wordsOf(truth)
  let found = 0
  for (const word of wanted) {
    const count = left.get(word) ?? 0
    if (count > 0) found++
    left.set(word, count - 1)
  }
  return found / Math.max(1, wanted.length)
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const wordsOf = (text: string) => text.split(/\s+/).map(plain).filter(Boolean)

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()

const area = ({ box: [, , w, h] }: ScanWord) => w * h

function shared({ box: [x, y, w, h] }: ScanWord, { box: [left, top, width, height] }: ScanWord): number {
  const across = Math.min(x + w, left + width) - Math.max(x, left)
  const down = Math.min(y + h, top + height) - Math.max(y, top)
  return Math.max(0, across) * Math.max(0, down)
}

/** Levenshtein's distance, row by row. */
function editsBetween(one: string, other: string): number {
  let row = Uint32Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = new Uint32Array(other.length + 1)
    next[0] = i
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next[j] = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return row[other.length] ?? 0
}
