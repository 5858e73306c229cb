import type { Scheme } from './scheme.ts'
import { schemes } from './schemes.ts'

/** How a Russian word in small letters may stand in Latin ones: folded, the likeliest first, each once. */
export function toLatin(word: string): string[] {
  const found = new Set<string>()
  for (const scheme of schemes) {
    for (const latin of spell(word, scheme)) found.add(bare(latin))
  }
  for (const form of withYo(word)) {
    for (const scheme of tellingYo) {
      for (const latin of spell(form, scheme)) found.add(bare(latin))
    }
  }
  return [...found]
}

/** What a scheme makes of a word: letter by letter first, then with the letters that may be written as one. */
export function spell(word: string, scheme: Scheme): string[] {
  const spelled = [spellLetters(word, scheme)]
  for (const [russian, latin] of scheme.wholes) {
    const isEnd = russian.endsWith('$')
    const form = isEnd ? replaceEnd(word, russian.slice(0, -1), latin) : word.replaceAll(russian, latin)
    if (form !== word) spelled.push(spellLetters(form, scheme))
  }
  return spelled
}

function spellLetters(word: string, { write }: Scheme): string {
  let spelled = ''
  let previous = ''
  for (let i = 0; i < word.length; i++) {
    const letter = word.charAt(i)
    spelled += write(previous, letter, word.charAt(i + 1))
    previous = letter
  }
  return spelled
}

const replaceEnd = (word: string, end: string, by: string) =>
  word.length > end.length && word.endsWith(end) ? word.slice(0, -end.length) + by : word

/** Some standards keep the Russian ё. */
const bare = (latin: string) =>
  latin
    .replaceAll('ё', 'e')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')

const tellingYo = schemes.filter(({ write }) => bare(write('в', 'ё', 'н')) !== bare(write('в', 'е', 'н')))

/** The word with ё in place of one of the last two е that may be one, since most texts do not tell them apart. */
function withYo(word: string): string[] {
  if (word.includes('ё')) return []
  const places = [...word.matchAll(/(?<=[бвгджзклмнпрстфхцчшщь])е(?=[бвгджзклмнпрстфхцчшщ])/gu)]
  return places
    .reverse()
    .slice(0, 2)
    .map(({ index }) => `${word.slice(0, index)}ё${word.slice(index + 1)}`)
}
