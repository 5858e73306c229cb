import { endingOf, wordSet } from './ending.ts'

const shortest = 2

const endings = wordSet(`
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
  return /^(.{4,}?)[aeio](?:t|j|taj)$/.exec(stem)?.[1] ?? stem
}

function hard(stem: string): string {
  if (/[pbmv]j$/.test(stem)) return stem.slice(0, -1)
  return stem.endsWith('ies') && stem.length > 4 ? `${stem.slice(0, -1)}t` : stem
}
