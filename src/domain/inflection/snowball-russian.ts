import { endingOf, endingsOf, endsAmong, wordSet } from './ending.ts'

const vowels = 'аеиоуыэюя'

const gerunds = endingsOf('в вши вшись ив ивши ившись ыв ывши ывшись')
const reflexives = endingsOf('сь ся')
const adjectives = endingsOf(`
  ее ие ое ые ими ыми ей ий ой ый ем им ом ым его ого ему ому их ых ею ою ую юю ая яя
`)
const participles = endingsOf('ем нн вш ющ щ ивш ывш ующ')
const verbs = endingsOf(`
  ла на ете йте ли й л ем н ло но нно ет ют ны ть ешь
  ила ыла ена ите ейте уйте или ыли ей уй ил ыл им ым ен ило ыло ено ует ит ыт уют ят ены ить ыть ишь ю ую
`)
const nouns = endingsOf(`
  а ев ов е ие ье и еи ии ами ями иями й ей ией ий ой ам ем ием ом ям иям о у ах ях иях ы ь ю ию ью я ия ья
`)
const derivational = endingsOf('ост ость')
const superlative = endingsOf('ейш ейше')

/** These fall behind а and я only. */
const behindA = wordSet('в вши вшись ем нн вш ющ щ ла на ете йте ли й л н ло но нно ет ют ны ть ешь')

/** The stem of a Russian word, by Snowball's algorithm for Russian (M. F. Porter), which `@orama/stemmers` has, too. */
export function stemSnowball(written: string): string {
  const word = written.includes('ё') ? written.replaceAll('ё', 'е') : written
  const from = behind(word, 0, true)
  const second = behind(word, behind(word, behind(word, from, false), true), false)
  let stem = withoutEnding(word, from)
  if (stem.endsWith('и') && stem.length > from) stem = stem.slice(0, -1)
  const length = endingOf(stem, derivational, from)
  if (stem.length - length >= second) stem = stem.slice(0, stem.length - length)
  return tidied(stem, from)
}

/** The place behind the next vowel (or the next other letter) from a place on; the end where there is none. */
function behind(word: string, from: number, isVowel: boolean): number {
  for (let at = from; at < word.length; at++) if (vowels.includes(word.charAt(at)) === isVowel) return at + 1
  return word.length
}

function withoutEnding(word: string, from: number): string {
  const gerund = without(word, gerunds, from)
  if (gerund !== null) return gerund
  const plain = word.slice(0, word.length - endingOf(word, reflexives, from))
  const adjective = without(plain, adjectives, from)
  if (adjective !== null) return without(adjective, participles, from) ?? adjective
  return without(plain, verbs, from) ?? without(plain, nouns, from) ?? plain
}

/** The word without the longest of these endings, null where it has none or that one may not fall. */
function without(word: string, endings: ReturnType<typeof endingsOf>, from: number): string | null {
  const length = endingOf(word, endings, from)
  if (length === 0) return null
  const stem = word.slice(0, -length)
  const isBound = endings !== adjectives && endings !== nouns && behindA.has(word.slice(-length))
  return !isBound || (stem.length > from && endsAmong(stem, 'ая')) ? stem : null
}

function tidied(stem: string, from: number): string {
  const length = endingOf(stem, superlative, from)
  const bare = stem.slice(0, stem.length - length)
  if (bare.endsWith('нн') && bare.length - 2 >= from) return bare.slice(0, -1)
  return length === 0 && bare.endsWith('ь') && bare.length > from ? bare.slice(0, -1) : bare
}
