import { analyse } from '../analysis/analyse.ts'
import { codePoints, editsWithin } from './edit-distance.ts'
import { nearby } from './nearby.ts'
import type { FuzzyNode, NearNode, PhraseNode, TermNode } from './query.ts'
import type { Reading, Span } from './reading.ts'
import { asWritten } from './written.ts'

/** Where a term stands in a text, in ascending order; of NEAR every operand that stands near enough to all the others. */
export function occurrences(node: TermNode | NearNode, reading: Reading): Span[] {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      if (node.kind === 'word' && node.forms) return inAnyForm([...node.words, ...node.forms], reading)
      if (node.kind === 'phrase' && node.slop !== null) return loosely(node, node.slop, reading)
      return node.exact ? exactly(node.text, reading) : consecutive(node.words, reading)
    case 'prefix':
      return consecutive(node.words, reading, (word, prefix) => word.startsWith(prefix))
    case 'fuzzy':
      return similar(node, reading)
    case 'near':
      return nearby(
        node.parts.map((part) => occurrences(part, reading)),
        node.distance,
      )
  }
}

const equal = (word: string, wanted: string) => word === wanted

/** Every place where the words follow each other; the last one is compared by a test of its own. */
function consecutive(wanted: readonly string[], { words }: Reading, fits = equal): Span[] {
  const spans: Span[] = []
  const last = wanted.length - 1
  for (let from = 0; from + last < words.length; from++) {
    let n = 0
    while (n < last && words[from + n]?.word === wanted[n]) n++
    if (n === last && fits(words[from + last]?.word ?? '', wanted[last] ?? ''))
      spans.push({ from, to: from + last + 1 })
  }
  return spans
}

function inAnyForm(forms: readonly string[], { words }: Reading): Span[] {
  const wanted = new Set(forms)
  return words.flatMap(({ word }, from) => (wanted.has(word) ? [{ from, to: from + 1 }] : []))
}

function exactly(wanted: string, reading: Reading): Span[] {
  const words = analyse(wanted, null)
  const written = asWritten({ text: wanted, words })
  return consecutive(
    words.map(({ word }) => word),
    reading,
  ).filter(
    ({ from, to }) => asWritten({ text: reading.text, words: reading.words.slice(from, to) }) === written,
  )
}

/** FTS5 would say NEAR: every word within a stretch as long as the phrase and its slop. */
function loosely({ words }: PhraseNode, slop: number, reading: Reading): Span[] {
  const operands = words.map((word) => consecutive([word], reading))
  return nearby(operands, slop + words.length - 2)
}

function similar(node: FuzzyNode, { words }: Reading): Span[] {
  const wanted = codePoints(node.words[0] ?? '')
  const known = new Map<string, boolean>()
  const fits = (word: string) => {
    const fit = known.get(word) ?? editsWithin(node.edits, wanted, codePoints(word)) <= node.edits
    known.set(word, fit)
    return fit
  }
  return words.flatMap(({ word }, from) => (fits(word) ? [{ from, to: from + 1 }] : []))
}
