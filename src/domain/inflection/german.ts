const shortest = 3

/**
 * The stem of a folded German word, after CISTEM (L. Weißweiler and A. Fraser 2017), which reads umlauts as we fold
 * them; gentler, since a folded word no longer shows whether it is a noun: ge- stays, and so does the t of short words.
 */
export function stemGerman(word: string): string {
  let stem = word.replace(/niss(?:e|es|en)$/, 'nis')
  for (;;) {
    const shorter = shorten(stem)
    if (shorter === stem) return stem
    stem = shorter
  }
}

function shorten(stem: string): string {
  if (stem.length <= shortest) return stem
  if (stem.length > 5 && /(?:e[mr]|nd)$/.test(stem)) return stem.slice(0, -2)
  if (stem.length > 5 && stem.endsWith('t')) return stem.slice(0, -1)
  return /[ens]$/.test(stem) && !/(?:ss|nis)$/.test(stem) ? stem.slice(0, -1) : stem
}
