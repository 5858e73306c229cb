import { stem } from '../../domain/inflection/stem.ts'
import { type Language, languages } from '../../domain/language/language.ts'
import type { Connection } from '../open-database.ts'
import { stemToken } from '../terms.ts'

/** More forms than any word has would only make a query slow. */
const mostForms = 60
const mostBatches = 200
const mostRemembered = 2000

/** The other forms of a folded word that stand in the index, in whichever of the languages it may be a word. */
export function wordForms(db: Connection): (word: string) => readonly string[] {
  const batches = db
    .prepare<[string], string>(`
      select b.words from term_stem s join term_batch b on b.rowid = s.rowid
      where s.term_stem match ? order by s.rowid limit ${mostBatches}`)
    .pluck()
  const newest = db.prepare<[], number | null>('select max(rowid) from term_batch').pluck()
  const remembered = new Map<string, readonly string[]>()
  let asOf: number | null | undefined = null

  function formsIn(language: Language, word: string): string[] {
    const common = stem(word, language)
    return batches
      .all(`"${stemToken(word, language)}"`)
      .flatMap((words) => words.split(' ').filter((other) => stem(other, language) === common))
  }

  return (word) => {
    const now = newest.get()
    if (now !== asOf || remembered.size > mostRemembered) remembered.clear()
    asOf = now
    const known = remembered.get(word)
    if (known) return known
    const forms = new Set(languages.flatMap((language) => formsIn(language, word)))
    forms.delete(word)
    const some = [...forms].slice(0, mostForms)
    remembered.set(word, some)
    return some
  }
}
