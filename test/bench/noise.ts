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

/** The word with one letter read wrong, where it has one that tends to be. */
export function misread(word: string, random: Random): string {
  const [letter, taken] = pick(random, confusions)
  const at = word.indexOf(letter)
  return at === -1 ? word : word.slice(0, at) + taken + word.slice(at + letter.length)
}
