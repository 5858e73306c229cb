/** A way of writing Russian letters in Latin ones; what it writes may hold marks that are no letters, such as ʹ. */
export type Scheme = {
  /** A letter between two others, which are '' at the word's edges; '' where the scheme leaves it out. */
  readonly write: (previous: string, letter: string, next: string) => string
  /** Letters that may be written as one, Russian first; those that end in `$` at the end of a word only. */
  readonly wholes: readonly Whole[]
}

export type Whole = readonly [russian: string, latin: string]

/** Whether a letter is a vowel; '' is none. */
export const isVowel = (letter: string) => letter !== '' && 'аеёиоуыэюя'.includes(letter)

/** Whether е, ё, ю and я stand for two sounds after this letter: at the beginning, after vowels and after signs. */
export const opens = (previous: string) => previous === '' || 'аеёиоуыэюяьъй'.includes(previous)

/** Whether a letter is one of the hushing ones, after which many write ё as o. */
export const isHushing = (letter: string) => letter !== '' && 'жчшщ'.includes(letter)

/** The consonants that a Russian word can end in. */
export const consonants = [...'бвгджзклмнпрстфхцчшщ']

/** A table of letters, written as pairs parted by blanks (`ж zh`); letters not in it stay as they are. */
export function letterTable(text: string): (letter: string) => string {
  const pairs = `${shared} ${text}`.split(/\s+(?=[а-яё])/u).map((pair) => pair.split(' '))
  const table = new Map(pairs.map(([letter = '', latin = '']) => [letter, latin]))
  return (letter) => table.get(letter) ?? letter
}

/** Written so in nearly every scheme. */
const shared = 'а a б b в v г g д d е e з z и i к k л l м m н n о o п p р r с s т t у u ф f ъ ь ы y э e'
