import { stem } from '../../domain/inflection/stem.ts'
import { type Language, languages } from '../../domain/language/language.ts'
import { once } from '../../domain/ranking/postings.ts'
import type { Connection } from '../open-database.ts'
import { stemToken } from '../terms.ts'
import type { Form } from './word-lists.ts'

/** More forms than any word has would only make a query slow. */
const mostForms = 60
const mostBatches = 200
const mostRemembered = 5000

/** What another form of a word counts beside the word itself. */
const inflectedWeight = Math.round(once * 0.64)

type Known = { forms: Set<string>; upTo: number }

/** The forms of a folded word that stand in the index, the word itself first, in whichever language it may be one. */
export function wordForms(db: Connection): (word: string) => Form[] {
  const batches = db.prepare<[string, number], { rowid: number; words: string }>(`
    select b.rowid, b.words from term_stem s join term_batch b on b.rowid = s.rowid
    where s.term_stem match ? and s.rowid > ? order by s.rowid limit ${mostBatches}`)
  const newest = db.prepare<[], number>('select coalesce(max(rowid), 0) from term_batch').pluck()
  const remembered = new Map<string, Known>()

  function formsIn(language: Language, word: string, after: number): string[] {
    const common = stem(word, language)
    return batches
      .all(`"${stemToken(word, language)}"`, after)
      .flatMap(({ words }) => words.split(' ').filter((other) => stem(other, language) === common))
  }

  return (word) => {
    if (remembered.size > mostRemembered) remembered.clear()
    const now = newest.get() ?? 0
    const known = remembered.get(word) ?? { forms: new Set([word]), upTo: 0 }
    if (known.upTo < now && known.forms.size <= mostForms) {
      for (const language of languages) {
        for (const form of formsIn(language, word, known.upTo)) {
          if (known.forms.size <= mostForms) known.forms.add(form)
        }
      }
    }
    known.upTo = now
    remembered.set(word, known)
    return [...known.forms].map((form) => ({ word: form, weight: form === word ? once : inflectedWeight }))
  }
}
