import { consonants, isVowel, letterTable, opens, type Scheme, type Whole } from './scheme.ts'

const letters = letterTable('ж ž й i х ch ц c ч č ш š щ šč ю iu я ia ё io')
const apart = letterTable('ю ju я ja ё jo')

const write: Scheme['write'] = (previous, letter, next) => {
  if (letter === previous && 'лмнпст'.includes(letter)) return ''
  switch (letter) {
    case 'е':
      return opens(previous) ? 'je' : 'e'
    case 'ё':
    case 'ю':
    case 'я':
      return opens(previous) ? apart(letter) : letters(letter)
    case 'й':
      return isVowel(next) ? 'j' : 'i'
    case 'и':
      if (previous === 'ь') return 'ji'
      return previous === '' && isVowel(next) ? 'j' : 'i'
    default:
      return letters(letter)
  }
}

/** Russian names in Lithuanian, after the instruction of the language commission (VLKK, 1990): Chruščiovas, Jurijus. */
export const lithuanian: Scheme = {
  write,
  wholes: [
    ...consonants.map((letter): Whole => [`${letter}$`, `${letters(letter)}as`]),
    ['кий$', 'kis'],
    ['ый$', 'as'],
    ['ой$', 'ojus'],
    ['ай$', 'ajus'],
    ['ей$', 'ejus'],
    ['ий$', 'ijus'],
    ['ич$', 'ičius'],
    ['ль$', 'lis'],
    ['нь$', 'nė'],
    ['рь$', 'ris'],
    ['ово$', 'ovas'],
    ['ино$', 'inas'],
  ],
}

/** Lithuanian names that Russian has written by its practical transcription: Šiauliai, Kėdainiai, Jonava. */
export const lithuanianNames: Scheme = {
  write: (previous, letter, next) => (letter === 'е' ? 'e' : write(previous, letter, next)),
  wholes: [['е', 'ė']],
}

/** The same names, of which Russian does not tell whether и was y: Alytus, Panevėžys. */
export const lithuanianNamesInY: Scheme = {
  write: (previous, letter, next) => (letter === 'и' ? 'y' : lithuanianNames.write(previous, letter, next)),
  wholes: lithuanianNames.wholes,
}
