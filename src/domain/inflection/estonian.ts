import { endsAmong, wordSet } from './ending.ts'
import { grades } from './estonian-grades.ts'

const shortest = 3
const longestEnding = 5

const afterVowel = wordSet(`
  s sse st l le lt ks ga d t
  de des desse dest del dele delt deks dega
  te tes tesse test tel tele telt teks tega
  id is isse ist il ile ilt iks sid
  ma da b tud nud takse
`)
const afterSonorant = wordSet('t te tes tesse test tel tele telt teks tega')
const afterConsonant = wordSet('eid eis eist eisse eil eile eilt eiks')
const afterStop = wordSet('ma sid nud')
/** Endings that so many words end in by themselves that they fall behind known stems only. */
const rare = wordSet('ta na ni')
const vowels = 'aeiou'
const nominal = /([aeiou])(?:ne|se|ste|si|s)$/
const shortestSecond = 4
const endsOfGrades = new Set([...grades.keys()].map((stem) => stem.slice(-shortestSecond)))

/**
 * The stem of a folded Estonian word: endings of case, number and person fall, then those of -ne and -us, then vowels;
 * grades are levelled by rule and by a list. In the manner of L. Freienthal's Snowball stemmer, with fewer steps.
 */
export function stemEstonian(word: string): string {
  const bare = grades.has(word) ? word : withoutEnding(word)
  return level(strongGrade(bare) ?? withoutNominal(bare))
}

function withoutEnding(word: string): string {
  if (word.endsWith('n') && (word.endsWith('tan') || word.endsWith('rin'))) return word.slice(0, -1)
  if (word.endsWith('ti') && /(?:ta|ri|le)ti$/.test(word)) return word.slice(0, -2)
  if (rare.has(word.slice(-2))) {
    const known = word.slice(0, -2)
    if (grades.has(known)) return known
  }
  let longest: string | undefined
  for (let length = Math.min(longestEnding, word.length - shortest); length > 0; length--) {
    const ending = word.slice(-length)
    if (!isEnding(ending)) continue
    const stem = word.slice(0, -length)
    if (!takes(stem, ending)) continue
    longest ??= stem
    if (grades.has(stem)) return stem
  }
  return longest ?? word
}

const isEnding = (ending: string): boolean =>
  afterVowel.has(ending) || afterConsonant.has(ending) || afterSonorant.has(ending) || afterStop.has(ending)

function takes(stem: string, ending: string): boolean {
  // A comparative's genitive, vanema, looks like an infinitive.
  if (afterVowel.has(ending) && isOpen(stem)) return ending !== 'ma' || !stem.endsWith('e')
  if (afterConsonant.has(ending)) return !endsAmong(stem, vowels)
  if (afterSonorant.has(ending)) return endsAmong(stem, 'lrs') && !/(?:or|kaar)$/.test(stem)
  return afterStop.has(ending) && endsAmong(stem, 'bdgkpt')
}

/** Ends in a short vowel or a diphthong: after a long vowel the same letters mostly belong to the word. */
const isOpen = (stem: string) => endsAmong(stem, vowels) && stem.at(-1) !== stem.at(-2)

function strongGrade(stem: string): string | undefined {
  const known = grades.get(stem)
  if (known !== undefined) return known
  if (!endsOfGrades.has(stem.slice(-shortestSecond))) return undefined
  for (let at = shortest; at <= stem.length - shortestSecond; at++) {
    const last = grades.get(stem.slice(at))
    if (last !== undefined) return stem.slice(0, at) + last
  }
  return undefined
}

function withoutNominal(stem: string): string {
  if (!endsAmong(stem, 'eis')) return stem
  const shorter = stem.replace(nominal, '$1')
  return shorter.length >= shortest && isOpen(shorter) ? shorter : stem
}

function level(stem: string): string {
  let length = stem.length
  while (length > shortest && vowels.includes(stem.charAt(length - 1))) length--
  const bare = withoutEr(stem.slice(0, length))
  const doubled = strong[bare.slice(-2)]
  if (doubled !== undefined) return bare.slice(0, -2) + doubled
  const single = strong[bare.slice(-1)]
  return single === undefined ? bare : bare.slice(0, -1) + single
}

/** -er becomes -r and -j falls, behind a consonant that is at least the third letter. */
function withoutEr(stem: string): string {
  const { length } = stem
  const shorter =
    length >= 5 && stem.endsWith('er') && !endsAmong(stem, vowels, 3) ? `${stem.slice(0, -2)}r` : stem
  return shorter.length >= 4 && shorter.endsWith('j') && !endsAmong(shorter, vowels, 2)
    ? shorter.slice(0, -1)
    : shorter
}

const strong: Readonly<Record<string, string>> = { kk: 'k', pp: 'p', tt: 't', g: 'k', b: 'p', d: 't' }
