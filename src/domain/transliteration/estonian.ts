import { isHushing, isVowel, letterTable, opens, type Scheme } from './scheme.ts'

const letters = letterTable('ж ž й i х h ц ts ч tš ш š щ štš ы õ ю ju я ja ё jo')
const fronted = letterTable('ю ü я ä ё ö')

/** Russian names in Estonian, by the table of letters (2005) that is official there: Hruštšov, Žukov, Vassili, Gorki. */
export const estonian: Scheme = {
  write: (previous, letter, next) => {
    switch (letter) {
      case 'е':
        return opens(previous) ? 'je' : 'e'
      case 'ё':
        return isHushing(previous) ? 'o' : 'jo'
      case 'с':
      case 'х': {
        const isDoubled = isVowel(previous) && (next === '' || isVowel(next))
        return letters(letter).repeat(isDoubled ? 2 : 1)
      }
      case 'и':
      case 'й':
        return previous === '' && isVowel(next) ? 'j' : 'i'
      case 'ь':
        return next === 'и' || next === 'о' ? 'j' : ''
      default:
        return letters(letter)
    }
  },
  wholes: [['ий$', 'i']],
}

/** Estonian names in Russian letters, by the decree of 2008 read backwards: Pärnu, Võru, Jõhvi, Viljandi, Mõisaküla. */
export const estonianNames: Scheme = {
  write: (previous, letter, next) => {
    switch (letter) {
      case 'з':
        return isVowel(previous) && isVowel(next) ? 's' : 'z'
      case 'й':
        return isVowel(next) ? 'j' : 'i'
      case 'ё':
      case 'ю':
      case 'я':
        return opens(previous) ? letters(letter) : fronted(letter)
      case 'с':
      case 'х':
        return letters(letter)
      default:
        return estonian.write(previous, letter, next)
    }
  },
  wholes: [
    ['ин$', 'inn'],
    ['я', 'jä'],
  ],
}
