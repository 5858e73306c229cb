import { type Language, languages } from '../../domain/language/language.ts'
import { once } from '../../domain/ranking/postings.ts'
import { inOtherScript } from '../../domain/transliteration/in-other-script.ts'
import type { Connection } from '../open-database.ts'
import { stemToken } from '../terms.ts'
import type { Form } from './word-lists.ts'

/** More forms than any word has would only make a query slow. */
const mostForms = 60
const mostBatches = 200
const mostRemembered = 5000

/** So many spellings in the other script, the likeliest, are looked up: they keep 99.5 % of those that lead back. */
const mostSpellings = 20

/** And so many one by one, in texts of any language. */
const mostLookedUp = 5

/** What another form of a word, and what it is in another script, counts beside the word itself. */
const inflectedWeight = Math.round(once * 0.64)

type Known = { forms: Set<string>; upTo: number; reading: number }

/**
 * The forms in which a word stands in the index, the word itself first: in whichever language it may be a word, and, if
 * wanted, in the other script. A word is given folded and as it was written.
 */
export function wordForms(db: Connection): (word: string, written: string, otherScript: boolean) => Form[] {
  const batches = db.prepare<[string, number], { language: Language; words: string }>(`
    select b.language, b.words from term_stem s join term_batch b on b.rowid = s.rowid
    where s.term_stem match ? and s.rowid > ? order by s.rowid limit ${mostBatches}`)
  const newest = db.prepare<[], { batch: number; reading: number }>(`
    select coalesce((select max(rowid) from term_batch), 0) as batch,
      coalesce((select max(rowid) from reading), 0) as reading`)
  db.exec('create virtual table if not exists temp.reading_term using fts5vocab(main, reading_fts, row)')
  const stands = db.prepare<[string], number>('select 1 from temp.reading_term where term = ?').pluck()
  const inflections = new Map<string, Known>()
  const transliterations = new Map<string, Known>()

  /** Adds the words that share their stems with some, in any language; only batches after one are looked at. */
  function addForms({ forms, upTo }: Known, words: readonly string[]): void {
    const tokens = new Set(
      words.flatMap((word) => languagesOf(word).map((language) => stemToken(word, language))),
    )
    if (tokens.size === 0) return
    const expression = [...tokens].map((token) => `"${token}"`).join(' OR ')
    for (const { language, words } of batches.iterate(expression, upTo)) {
      for (const word of words.split(' ')) {
        if (forms.size <= mostForms && tokens.has(stemToken(word, language))) forms.add(word)
      }
    }
  }

  const inflected = (word: string) =>
    remembered(inflections, word, (known) => {
      known.forms.add(word)
      addForms(known, [word])
    })

  const transliterated = (written: string) =>
    remembered(transliterations, written, (known) => {
      const spellings = inOtherScript(written).slice(0, mostSpellings)
      addForms(known, spellings)
      // Pages whose language could not be told have no stems.
      for (const word of spellings.slice(0, mostLookedUp)) if (stands.get(word) === 1) known.forms.add(word)
    })

  /** What is known of a word, brought up to date where the index has got new words since. */
  function remembered(known: Map<string, Known>, word: string, update: (entry: Known) => void): Set<string> {
    const { batch, reading } = newest.get() ?? { batch: 0, reading: 0 }
    const entry = known.get(word) ?? { forms: new Set(), upTo: 0, reading: -1 }
    if (entry.reading < reading) update(entry)
    entry.upTo = batch
    entry.reading = reading
    if (known.size >= mostRemembered) known.clear()
    known.set(word, entry)
    return entry.forms
  }

  return (word, written, otherScript) => {
    const forms = [...inflected(word)]
    if (otherScript) forms.push(...transliterated(written))
    return [...new Set(forms)].map((form) => ({ word: form, weight: form === word ? once : inflectedWeight }))
  }
}

const cyrillic = /^\p{Script=Cyrillic}/u

/** The languages that a word's letters allow. */
const languagesOf = (word: string): readonly Language[] =>
  languages.filter((language) => (language === 'ru') === cyrillic.test(word))
