import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { heldWords } from '../../../src/sqlite/search/held-words.ts'
import { wordForms } from '../../../src/sqlite/search/word-forms.ts'
import { terms } from '../../../src/sqlite/terms.ts'
import { announceWords, hearWords } from '../../../src/sqlite/word-news.ts'
import { openSqlite } from '../open.ts'

const known: [words: string, language: string | null][] = [
  ['wagon', 'en'],
  ['wagons', 'en'],
  ['go', 'en'],
  ['серов', 'ru'],
  ['серова', 'ru'],
  ['серову', null],
  ['serov', 'en'],
  ['serova', 'lt'],
  ['vagono vagonui', 'lt'],
]
const asked = ['wagon', 'going', 'Серову', 'Serova', 'vagonas']

const aStep = fc.oneof(
  { arbitrary: fc.record({ learns: fc.constantFrom(...known) }), weight: 4 },
  { arbitrary: fc.record({ asks: fc.constantFrom(...asked) }), weight: 4 },
  { arbitrary: fc.constant('read' as const), weight: 2 },
  { arbitrary: fc.constant('clear' as const), weight: 1 },
)

test('forms are the same, whether or not it was read before which stems and words there are, also of words that came later and whose stems were told', () => {
  fc.assert(
    fc.property(fc.array(aStep, { minLength: 15, maxLength: 40 }), fc.boolean(), (steps, isTold) => {
      const { db, path } = openSqlite()
      const hush = isTold ? announceWords(db) : () => {}
      const learned = terms(db)
      const insert = db.prepare('insert into reading_fts (body) values (?)')
      const reading = openForReading(path)
      const held = heldWords(reading, 2 ** 26)
      const heard = hearWords(reading)
      const forms = wordForms(reading, held.mayStand, heard)
      for (const step of steps) {
        if (step === 'read') {
          forms.readSome()
          held.readSome()
        } else if (step === 'clear') {
          forms.clear()
          held.clear()
        } else if ('learns' in step) {
          const [words, language] = step.learns
          insert.run(words)
          learned.learn(words, language)
          forms.add(words.split(' '))
          if (held.isBegun()) held.add(words.split(' ').map((word) => [word, 1]))
        } else {
          const written = step.asks
          const formsIn = (all: typeof forms) =>
            all
              .of(written.toLowerCase(), written, true)
              .forms.map(({ word, weight }) => [word, weight].join(' '))
              .sort()
          expect(formsIn(forms)).toEqual(formsIn(wordForms(reading)))
        }
      }
      hush()
      heard.close()
      reading.close()
      db.close()
    }),
    { numRuns: 16 },
  )
})

test('what stems there are is read in parts', () => {
  const { db, path } = openSqlite()
  const learned = terms(db)
  const many = Array.from({ length: 12_000 }, (_, at) => `word${at.toString(36)}x`)
  learned.learn(many.join(' '), 'en')
  const reading = openForReading(path)
  const forms = wordForms(reading)
  expect(forms.isEmpty()).toBe(true)
  let parts = 1
  while (forms.readSome()) parts++
  expect(parts).toBe(3)
  expect(forms.isEmpty()).toBe(false)
  learned.learn('wagon wagons', 'en')
  expect(forms.of('wagon', 'wagon', false).forms.map(({ word }) => word)).toEqual(['wagon', 'wagons'])
  reading.close()
})

test('stems that were told are not found again', () => {
  const { db, path } = openSqlite()
  const reading = openForReading(path)
  const takeStems = (_batch: number, language: string, words: string) =>
    words === 'wagonette' ? `${language}wagon` : null
  const forms = wordForms(reading, always, { takeStems, forgetStems() {} })
  forms.readSome()
  const of = (word: string) => forms.of(word, word, false).forms.map((form) => form.word)
  expect(of('wagon')).toEqual(['wagon'])
  terms(db).learn('wagonette', 'en')
  terms(db).learn('wagons', 'en')
  expect(of('wagon')).toEqual(['wagon', 'wagonette', 'wagons'])
  reading.close()
})

const always = () => true
