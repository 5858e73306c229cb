import { wordSet } from './ending.ts'
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
const nominal = /([aeiou])(?:ne|se|ste|si|s)$/

/**
 * The stem of a folded Estonian word: endings of case, number and person fall, then those of -ne and -us, then vowels;
 * grades are levelled by rule and by a list. In the manner of L. Freienthal's Snowball stemmer, with fewer steps.
 */
export function stemEstonian(word: string): string {
  const bare = grades.has(word) ? word : withoutEnding(word)
  return level(strongGrade(bare) ?? withoutNominal(bare))
}

function withoutEnding(word: string): string {
  if (/(?:ta|ri)n$/.test(word)) return word.slice(0, -1)
  if (/(?:ta|ri|le)ti$/.test(word)) return word.slice(0, -2)
  const known = word.slice(0, -2)
  if (rare.has(word.slice(-2)) && grades.has(known)) return known
  let longest: string | undefined
  for (let length = Math.min(longestEnding, word.length - shortest); length > 0; length--) {
    const stem = word.slice(0, -length)
    if (!takes(stem, word.slice(-length))) continue
    longest ??= stem
    if (grades.has(stem)) return stem
  }
  return longest ?? word
}

function takes(stem: string, ending: string): boolean {
  // A comparative's genitive, vanema, looks like an infinitive.
  if (afterVowel.has(ending) && isOpen(stem)) return ending !== 'ma' || !stem.endsWith('e')
  if (afterConsonant.has(ending)) return /[^aeiou]$/.test(stem)
  if (afterSonorant.has(ending)) return /[lrs]$/.test(stem) && !/(?:or|kaar)$/.test(stem)
  return afterStop.has(ending) && /[bdgkpt]$/.test(stem)
}

/** Ends in a short vowel or a diphthong: after a long vowel the same letters mostly belong to the word. */
const isOpen = (stem: string) => /[aeiou]$/.test(stem) && stem.at(-1) !== stem.at(-2)

function strongGrade(stem: string): string | undefined {
  const known = grades.get(stem)
  if (known !== undefined) return known
  for (let at = shortest; at <= stem.length - 4; at++) {
    const last = grades.get(stem.slice(at))
    if (last !== undefined) return stem.slice(0, at) + last
  }
  return undefined
}

function withoutNominal(stem: string): string {
  const shorter = stem.replace(nominal, '$1')
  return shorter.length >= shortest && isOpen(shorter) ? shorter : stem
}

function level(stem: string): string {
  let bare = stem
  while (bare.length > shortest && /[aeiou]$/.test(bare)) bare = bare.slice(0, -1)
  return bare
    .replace(/(?<=..[^aeiou])er$/, 'r')
    .replace(/(?<=..[^aeiou])j$/, '')
    .replace(/(kk|pp|tt|[gbd])$/, (stop) => strong[stop] ?? stop)
}

const strong: Readonly<Record<string, string>> = { kk: 'k', pp: 'p', tt: 't', g: 'k', b: 'p', d: 't' }
