import { pick, type Random } from './random.ts'

/** What recognisers take for what, of the confusions that are seen most. */
const confusions: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['l', '1'],
  ['i', 'l'],
  ['o', '0'],
  ['e', 'c'],
  ['s', '5'],
  ['ü', 'ii'],
  ['ä', 'a'],
  ['š', 's'],
  ['ž', 'z'],
  ['ė', 'e'],
  ['ā', 'a'],
  ['и', 'н'],
  ['н', 'п'],
  ['о', 'с'],
  ['ш', 'щ'],
  ['ы', 'ьт'],
  ['т', 'г'],
]

/** The word with one letter read wrong; seven words in eight have one that tends to be. */
export function misread(word: string, random: Random): string {
  const possible = confusions.filter(([letter]) => word.includes(letter))
  if (possible.length === 0) return word
  const [letter, taken] = pick(random, possible)
  return word.replace(letter, taken)
}
