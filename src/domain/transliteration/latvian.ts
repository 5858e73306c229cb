import { consonants, isHushing, isVowel, letterTable, opens, type Scheme, type Whole } from './scheme.ts'

const letters = letterTable('ж ž й j х h ц c ч č ш š щ šč ы i ю ju я ja ё jo')
const soft = letterTable('г ģ к ķ л ļ н ņ')
const bare = letterTable('ю u я a ё o')

/** Russian names in Latvian, as has been usual since Endzelīns: Hruščovs, Jeļcins, Dzeržinskis, Beļajevs. */
export const latvian: Scheme = {
  write: (previous, letter, next) => {
    switch (letter) {
      case 'е':
        return opens(previous) && previous !== 'и' ? 'je' : 'e'
      case 'л':
      case 'н':
        return softens(next) ? soft(letter) : letters(letter)
      case 'ё':
      case 'ю':
      case 'я':
        return isSoftened(previous) || (letter === 'ё' && isHushing(previous))
          ? bare(letter)
          : letters(letter)
      case 'й':
        return next === '' || isVowel(next) ? 'j' : 'i'
      case 'и':
        return previous === 'ь' ? 'ji' : 'i'
      default:
        return letters(letter)
    }
  },
  wholes: [
    ...consonants.map((letter): Whole => [`${letter}$`, `${letters(letter)}s`]),
    ['кий$', 'kis'],
    ['ий$', 'ijs'],
    ['ый$', 'ijs'],
    ['ой$', 'ojs'],
    ['ай$', 'ajs'],
    ['ей$', 'ejs'],
    ['ие', 'ije'],
    ['ск$', 'ska'],
    ['ль$', 'ļs'],
    ['нь$', 'ņa'],
    ['рь$', 'rs'],
  ],
}

/** Latvian names that Russian has written by its practical transcription: Jēkabpils, Aizpute, Pļaviņas, Dubulti. */
export const latvianNames: Scheme = {
  write: (previous, letter, next) => {
    if (letter === 'й') return isVowel(next) ? 'j' : 'i'
    if ((letter === 'г' || letter === 'к') && softens(next)) return soft(letter)
    if ('юя'.includes(letter) && (previous === 'г' || previous === 'к')) return bare(letter)
    return latvian.write(previous, letter, next)
  },
  wholes: [],
}

const softens = (next: string) => next !== '' && 'ьёюя'.includes(next)
const isSoftened = (previous: string) => previous === 'л' || previous === 'н'
