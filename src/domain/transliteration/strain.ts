import { isVowel } from './scheme.ts'

/** From here on no Russian word and no name in Russian letters is expected to have such a sequence. */
export const unheardOf = 9

/** How little Russian it is that a letter follows another ('' at the beginning of a word): 0 is usual. */
export function strain(previous: string, letter: string): number {
  switch (letter) {
    case 'ь':
      if (previous === 'л') return 1
      return previous !== '' && 'бвджзкмнпрстфчшщ'.includes(previous) ? 2 : unheardOf
    case 'ъ':
      return previous !== '' && 'бвдзнрст'.includes(previous) ? 4 : unheardOf
    case 'й':
      if (isVowel(previous)) return 0
      return previous === '' ? 1 : unheardOf
    case 'ы':
      if (previous === 'й') return 1
      return previous === '' || isVowel(previous) || 'гкхжчшщьъ'.includes(previous) ? 3 : 0
    case 'э':
      return previous === '' || isVowel(previous) ? 1 : 2
    case 'ю':
    case 'я':
      return previous !== '' && 'гкхжцчшщй'.includes(previous) ? 1 : 0
    case 'а':
    case 'о':
    case 'у':
      return previous !== '' && 'иьъйыэюя'.includes(previous) ? 1 : 0
    case 'и':
      return isVowel(previous) || previous === 'й' ? 1 : 0
    case 'х':
      return previous !== '' && 'гзкстцчшщж'.includes(previous) ? 2 : 0
    case 'ч':
      return previous === 'ш' ? 2 : 0
    case 'л':
    case 'м':
    case 'н':
    case 'п':
    case 'с':
    case 'т':
      return previous === letter ? 2 : 0
    default:
      return 0
  }
}
