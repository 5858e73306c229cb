import * as iuliia from 'iuliia'
import type { Scheme, Whole } from './scheme.ts'

const standard = (schema: iuliia.Schema): Scheme => ({
  write: (previous, letter, next) => schema.translateLetter(previous, letter, next) ?? '',
  wholes: ['ий', 'ый'].flatMap((ending): Whole[] => {
    const latin = schema.translateEnding(ending)
    return latin === undefined ? [] : [[`${ending}$`, latin]]
  }),
})

/** As English texts write Russian names: Wikipedia's way, BGN/PCGN (1947), British Standard 2979 (1958), maps. */
export const english = [iuliia.WIKIPEDIA, iuliia.BGN_PCGN, iuliia.BS_2979_ALT, iuliia.YANDEX_MAPS].map(
  standard,
)

/** As catalogues and passports do: ALA-LC (1997, with and without diacritics), ICAO Doc 9303 (GOST R 52535.1). */
export const catalogues = [iuliia.ALA_LC, iuliia.ALA_LC_ALT, iuliia.ICAO_DOC_9303].map(standard)

/** As scholars do: ISO/R 9 (1968), the scientific way, ISO 9 (1995) = GOST 7.79 A, GOST 7.79 B. */
export const scholarly = [iuliia.ISO_9_1968, iuliia.SCIENTIFIC, iuliia.GOST_779, iuliia.GOST_779_ALT].map(
  standard,
)
