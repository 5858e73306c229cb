import { endingOf, endingsOf, endsAmong } from './ending.ts'

const shortest = 2

const endings = endingsOf(`
  s a am u i iem us os
  as ai e es ei em is im ij um o ie ais
  o usi uso usie usiem usas
  ajam aja ajos ajai ajas ajiem
`)
/**
 * The stem of a folded Latvian word. After K. Krēsliņš's stemmer (2000), as it is known from Lucene.
 */
export function stemLatvian(word: string): string {
  const length = endingOf(word, endings, shortest)
  const stem = hard(word.slice(0, word.length - length))
  return stem.slice(0, stem.length - suffixOf(stem))
}

/** Of -at-, -oj-, -itaj- and the like, where four letters are left. */
function suffixOf(stem: string): number {
  if (stem.length >= 8 && stem.endsWith('taj') && endsAmong(stem, 'aeio', 4)) return 4
  return stem.length >= 6 && endsAmong(stem, 'tj') && endsAmong(stem, 'aeio', 2) ? 2 : 0
}

function hard(stem: string): string {
  if (stem.endsWith('j') && endsAmong(stem, 'pbmv', 2)) return stem.slice(0, -1)
  return stem.endsWith('ies') && stem.length > 4 ? `${stem.slice(0, -1)}t` : stem
}
