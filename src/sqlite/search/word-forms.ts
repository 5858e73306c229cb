import { stem } from '../../domain/inflection/stem.ts'
import { languages } from '../../domain/language/language.ts'
import type { Connection } from '../open-database.ts'

/** More forms than any word has would only make a query slow. */
const mostForms = 60

/** The other forms of a folded word that stand in the index, in whichever of the languages it may be a word. */
export function wordForms(db: Connection): (word: string) => string[] {
  const select = db
    .prepare<[string, string], string>(
      `select word from term where language = ? and stem = ? limit ${mostForms}`,
    )
    .pluck()
  return (word) => {
    const forms = new Set(languages.flatMap((language) => select.all(language, stem(word, language))))
    forms.delete(word)
    return [...forms].slice(0, mostForms)
  }
}
