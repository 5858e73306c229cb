import { isVowel, letterTable, type Scheme } from './scheme.ts'

const letters = letterTable('ж zh й i х kh ц ts ч ch ш sh щ shch ю yu я ya ё yo')

/** The custom of English books, which no standard describes: Beria, Zinoviev, Sergei, Alexandrov, Yuri, Dmitry. */
export const customaryEnglish: Scheme = {
  write: (previous, letter, next) => {
    if (letter === 'ь' && isVowel(next)) return 'i'
    // What Russian writes шя, чю in Lithuanian names has a plain vowel for English ears: Shaulyai.
    if (letter === 'я' && previous === 'ш') return 'a'
    return letters(letter)
  },
  wholes: [
    ['кс', 'x'],
    ['ксандр', 'xander'],
    ['ия$', 'ia'],
    ['ий$', 'i'],
    ['ий$', 'y'],
    ['ый$', 'y'],
  ],
}
