import { analyse } from 'chardet'
import { type Alphabet, alphabets } from './alphabets.ts'

const sampleBytes = 16_384
const punctuation = /[\p{P}\u00a0§№°]/u
const stranger = Math.log(0.0005)
const neutral = Math.log(0.03)
const caseBreakCost = Math.log(0.02)

/** The encoding that explains bytes which are not Unicode: a label that TextDecoder knows. `sure` is false for a last resort. */
export function guessEncoding(bytes: Uint8Array): { encoding: string; sure: boolean } {
  const sample = aroundFirstHighByte(bytes)
  const best = alphabets
    .flatMap((alphabet) =>
      alphabet.encodings.map((encoding) => ({ encoding, ...explain(sample, alphabet, encoding) })),
    )
    .reduce((one, other) => (other.likelihood > one.likelihood ? other : one))
  if (best.fits) return { encoding: best.encoding, sure: true }
  const known = analyse(sample).find((match) => match.confidence >= 15 && decoderOf(match.name) !== null)
  if (known) return { encoding: decoderOf(known.name) ?? 'windows-1252', sure: known.confidence >= 25 }
  return { encoding: 'windows-1252', sure: false }
}

/**
 * How well an alphabet explains the letters beyond ASCII. Detectors that learnt from sequences of letters take short
 * Latvian for Spanish and a Russian title for Arabic; but which letters occur at all, and how often, tells the
 * languages of this archive apart within a few words. A capital inside a word betrays KOI8-R read as windows-1251,
 * and a Cyrillic letter beside a Latin one is no letter of a word.
 */
function explain(sample: Uint8Array, { letters }: Alphabet, encoding: string) {
  const isCyrillic = 'о' in letters
  let likelihood = 0
  let known = 0
  let marks = 0
  let caseBreaks = 0
  let seen = 0
  let before = ''
  for (const [character, after] of withNext(new TextDecoder(encoding).decode(sample))) {
    const lower = character.toLowerCase()
    if (character > '\u007f') {
      const isMixed = isCyrillic && (/[a-z]/i.test(before) || /[a-z]/i.test(after))
      const weight = isMixed ? undefined : letters[lower]
      const isPunctuation = weight === undefined && punctuation.test(character)
      if (lower !== character && /\p{Ll}/u.test(before)) caseBreaks++
      if (isPunctuation) marks++
      else likelihood += weight ? Math.log(weight / 1000) : stranger
      if (weight) known++
      seen++
    }
    before = character
  }
  const usual = Object.values(letters).reduce(
    (sum, weight) => sum + (weight / 1000) * Math.log(weight / 1000),
    0,
  )
  const counted = seen - marks
  // A short text may stray far from the usual frequencies, a long one may not.
  const isUsual = likelihood >= counted * (usual - 0.7) - 3 * Math.sqrt(counted)
  const fits = known + marks >= seen * 0.92 && caseBreaks <= 1 + seen * 0.02 && isUsual
  return { likelihood: likelihood + marks * neutral + caseBreaks * caseBreakCost, fits }
}

function* withNext(text: string): Generator<[character: string, after: string]> {
  let held = ''
  for (const character of text) {
    if (held) yield [held, character]
    held = character
  }
  if (held) yield [held, '']
}

function aroundFirstHighByte(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const from = Math.max(0, first - 256)
  return bytes.subarray(from, from + sampleBytes)
}

function decoderOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}
