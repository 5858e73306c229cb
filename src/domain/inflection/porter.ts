import { endingOf, endingsOf, endsAmong } from './ending.ts'

const consonants = '[^aeiou][^aeiouy]*'
const vowels = '[aeiouy][aeiou]*'
const hasVowel = new RegExp(`^(${consonants})?[aeiouy]`)
const hasOne = new RegExp(`^(${consonants})?${vowels}${consonants}`)
const hasJustOne = new RegExp(`^(${consonants})?${vowels}${consonants}(${vowels})?$`)
const hasTwo = new RegExp(`^(${consonants})?${vowels}${consonants}${vowels}${consonants}`)
const isShort = new RegExp(`^${consonants}[aeiouy][^aeiouwxy]$`)
const isDoubled = /([^aeiouylsz])\1$/

const replaced = (pairs: string) => {
  const to = new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair): [string, string] => {
        const [ending = '', instead = ''] = pair.split(':')
        return [ending, instead]
      }),
  )
  return { endings: endingsOf([...to.keys()].join(' ')), to }
}

const second = replaced(`
  ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ation:ate
  ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log
`)
const third = replaced('icate:ic ative: alize:al iciti:ic ical:ic ful: ness:')
const fourth = endingsOf('al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize')

/**
 * The stem of an English word in a to z, by M. F. Porter's algorithm (1980) as `@orama/stemmers` has it, which makes its
 * expressions anew for each word; -sion and -tion fall as a whole.
 */
export function stemPorter(word: string): string {
  if (word.length < 3) return word
  // As a first letter it is a consonant.
  const isY = word.startsWith('y')
  let stem = withoutPlural(isY ? `Y${word.slice(1)}` : word)
  stem = withoutPast(stem)
  if (stem.endsWith('y') && stem.length > 1 && hasVowel.test(stem.slice(0, -1)))
    stem = `${stem.slice(0, -1)}i`
  stem = withOther(withOther(stem, second), third)
  stem = withoutFourth(stem)
  stem = withoutE(stem)
  return isY ? `y${stem.slice(1)}` : stem
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return word
  if (word.length > 4 && word.endsWith('sses')) return word.slice(0, -2)
  if (word.length > 3 && word.endsWith('ies')) return word.slice(0, -2)
  return word.length > 2 && !endsAmong(word, 's', 2) ? word.slice(0, -1) : word
}

function withoutPast(word: string): string {
  if (!endsAmong(word, 'dg')) return word
  if (word.length > 3 && word.endsWith('eed'))
    return hasOne.test(word.slice(0, -3)) ? word.slice(0, -1) : word
  const length = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0
  const stem = word.slice(0, -length)
  if (length === 0 || stem === '' || !hasVowel.test(stem)) return word
  if (stem.endsWith('at') || stem.endsWith('bl') || stem.endsWith('iz')) return `${stem}e`
  if (isDoubled.test(stem)) return stem.slice(0, -1)
  return isShort.test(stem) ? `${stem}e` : stem
}

function withOther(word: string, { endings, to }: ReturnType<typeof replaced>): string {
  const length = endingOf(word, endings, 1)
  if (length === 0) return word
  const stem = word.slice(0, -length)
  return hasOne.test(stem) ? stem + (to.get(word.slice(-length)) ?? '') : word
}

function withoutFourth(word: string): string {
  const length = endingOf(word, fourth, 1)
  const ion = length === 0 && word.length > 4 && (word.endsWith('sion') || word.endsWith('tion')) ? 4 : length
  if (ion === 0) return word
  const stem = word.slice(0, -ion)
  return hasTwo.test(stem) ? stem : word
}

function withoutE(word: string): string {
  let stem = word
  if (stem.length > 1 && stem.endsWith('e')) {
    const shorter = stem.slice(0, -1)
    if (hasTwo.test(shorter) || (hasJustOne.test(shorter) && !isShort.test(shorter))) stem = shorter
  }
  return stem.endsWith('ll') && hasTwo.test(stem) ? stem.slice(0, -1) : stem
}
