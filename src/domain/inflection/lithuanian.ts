import { endingOf, endingsOf, endsAmong } from './ending.ts'

const shortest = 2

/** Of nouns and adjectives by declension, definite adjectives, then of verbs, with their soft variants (-iai beside -ai). */
const endings = endingsOf(`
  as o ui a u e ai ams us ais uose
  is ys io iui i iu yje iai iams ius iais iuose ias
  os oje oms omis ose ia ios ioje ioms iomis iose
  es ei eje ems emis ese
  ies imi ims imis yse
  aus umi uje ums umis iaus iumi iuje iumis
  am ame iam iame iems oj om ej em
  asis ojo ajam aji uoju ajame ieji uju iesiems uosius aisiais uosiuose
  ysis iojo iajam iji iuoju iajame iuju iuosius iaisiais
  oji osios ajai aja oja ojoje osioms osias osiomis osiose
  ioji iosios iajai iaja ioja iojoje iosioms iosias iosiomis iosiose
  au iau ate ote ete ite
  davo davau davai davome davote
`)

// The stem of the oblique cases, which the nominative does not show.
const nominatives: ReadonlyMap<string, string> = new Map([
  ['dukte', 'dukter'],
  ['sesuo', 'seser'],
  ['vanduo', 'vanden'],
])

/**
 * The stem of a folded Lithuanian word: nouns and adjectives in all cases, and the forms of verbs that keep their root.
 * After the Snowball stemmer of D. Jocius and others, on folded letters and with fewer steps.
 */
export function stemLithuanian(word: string): string {
  const oblique = nominatives.get(word) ?? (word.endsWith('muo') ? `${word.slice(0, -2)}en` : word)
  const length = endingOf(oblique, endings, shortest)
  let stem = oblique.slice(0, oblique.length - length)
  if (length === 0 && stem.length > shortest && stem.endsWith('s') && !endsAmong(stem, 'aeiouy', 2))
    stem = stem.slice(0, -1)
  return withoutSuffix(hard(stem))
}

/** č and dž are t and d before a soft ending. */
function hard(stem: string): string {
  if (stem.endsWith('dz')) return stem.slice(0, -1)
  return stem.endsWith('c') ? `${stem.slice(0, -1)}t` : stem
}

/** The infinitive and the participle in -tas give up their t and the vowel before it, and so does -uoti, -uoja, -avo. */
function withoutSuffix(stem: string): string {
  return stem.slice(0, stem.length - suffixOf(stem))
}

function suffixOf(stem: string): number {
  const { length } = stem
  if (length >= 7 && (stem.endsWith('uot') || stem.endsWith('uoj'))) return 3
  if (length >= 6 && stem.endsWith('av')) return 2
  if (length >= 5 && (stem.endsWith('oj') || stem.endsWith('ej')))
    return length >= 6 && endsAmong(stem, 't', 3) ? 3 : 2
  if (length >= 4 && endsAmong(stem, 'yeo')) return 1
  if (!endsAmong(stem, 't')) return 0
  if (endsAmong(stem, 'yeoi', 2)) return length >= 5 ? 2 : 0
  return length >= 4 && !endsAmong(stem, 'au', 2) ? 1 : 0
}
