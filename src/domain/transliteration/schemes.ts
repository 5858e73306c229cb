import { customaryEnglish } from './english.ts'
import { estonian, estonianNames } from './estonian.ts'
import { german } from './german.ts'
import { latvian, latvianNames } from './latvian.ts'
import { lithuanian, lithuanianNames, lithuanianNamesInY } from './lithuanian.ts'
import type { Scheme } from './scheme.ts'
import { catalogues, english, scholarly } from './standards.ts'

/** The schemes that are known, the likeliest first; at most 31, for a set of them is a number. */
export const schemes: readonly Scheme[] = [
  customaryEnglish,
  ...english,
  lithuanian,
  latvian,
  estonian,
  german,
  ...scholarly,
  ...catalogues,
  lithuanianNames,
  lithuanianNamesInY,
  latvianNames,
  estonianNames,
]
