import { isHushing, isVowel, letterTable, opens, type Scheme } from './scheme.ts'

const letters = letterTable('в w ж sch з s й i х ch ц z ч tsch ш sch щ schtsch ю ju я ja ё jo')

/** The transcription of the Duden: Chruschtschow, Schukow, Gorki, Alexei, Wassili. */
export const german: Scheme = {
  write: (previous, letter, next) => {
    switch (letter) {
      case 'е':
        return opens(previous) ? 'je' : 'e'
      case 'ё':
        return isHushing(previous) ? 'o' : 'jo'
      case 'с':
        return isVowel(previous) && isVowel(next) ? 'ss' : 's'
      case 'й':
        if (isVowel(next)) return 'j'
        return previous === 'и' || previous === 'ы' ? '' : 'i'
      case 'ь':
        return next === 'и' || next === 'о' ? 'j' : ''
      default:
        return letters(letter)
    }
  },
  wholes: [
    ['кс', 'x'],
    ['ксандр', 'xander'],
  ],
}
