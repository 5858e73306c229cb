import { expect, test } from 'vitest'
import { dateDocument } from '../../../src/domain/dating/date-documents.ts'
import { english } from '../../../src/domain/dating/english.ts'
import { bodyInEnglish, happeningInEnglish } from '../../../src/domain/dating/english-articles.ts'
import { aBody, aCase, aClaim, aPerson, surroundings } from './support.ts'

test.each([
  ['June deportation', 'the June deportation'],
  ['The June deportation', 'the June deportation'],
  ['deportations of 13–14 June 1941', 'the deportations of 13–14 June 1941'],
  ['Battle of Kursk', 'the Battle of Kursk'],
  ['Winter War', 'the Winter War'],
  ['Operation Priboi', 'Operation Priboi'],
  ['World War II', 'World War II'],
  ["Congress's resolve", "Congress's resolve"],
  ['Июньская депортация', 'Июньская депортация'],
])('of the happening %s it says %s', (name, said) => expect(happeningInEnglish(name)).toBe(said))

test.each([
  ['NKGB', 'the NKGB'],
  ['The Board', 'the Board'],
  ["People's Commissariat for State Security", "the People's Commissariat for State Security"],
  ['University of Tartu', 'the University of Tartu'],
  ['Vilnius University', 'Vilnius University'],
])('of the body %s it says %s', (name, said) => expect(bodyInEnglish(name)).toBe(said))

const happening = (name: string, value: string) => ({ name, date: { value } })
const things = surroundings({
  agents: { serov: aPerson('Ivan Serov', '1905-08-13/1990-07-01'), nkgb: aBody('NKGB', '1941') },
  happenings: {
    long: happening('June deportation', '1941-06-13/1941-06-14'),
    day: happening('raid on the town', '1941-06-13'),
    vague: happening('coup', '1941-06'),
  },
})
const stepsOf = (property: string, value: Record<string, unknown>) =>
  dateDocument(aCase('d', [aClaim('c', 'd', property, value)]), things).steps.map(({ says }) => says)

test.each([
  ['prepares', { happening: 'long' }, 'Prepares the June deportation, which began on 13 June 1941.'],
  ['prepares', { happening: 'day' }, 'Prepares the raid on the town (13 June 1941).'],
  ['prepares', { happening: 'vague' }, 'Prepares the coup, which had begun by 30 June 1941.'],
  ['mentions', { happening: 'long' }, 'Mentions the June deportation, which began on 13 June 1941.'],
  ['mentions', { happening: 'vague' }, 'Mentions the coup, which began on 1 June 1941 at the earliest.'],
  ['mentions', { agent: 'serov' }, 'Mentions Ivan Serov, who was born on 13 August 1905.'],
  [
    'mentions',
    { agent: 'nkgb' },
    'Mentions the NKGB, which came into being on 1 January 1941 at the earliest.',
  ],
  ['issuer', { agent: 'nkgb' }, 'Issued by the NKGB, which existed in 1941.'],
])('says of %s %o: %s', (property, value, says) => expect(stepsOf(property, value)).toEqual([says]))

test('does not say twice that a copy is one', () => {
  expect(english.bearer(null, 'Copy found in Šiauliai')).toBe('A copy found in Šiauliai')
  expect(english.bearer('original', 'Original of Riga')).toBe('The original of Riga')
  expect(english.bearer('carbon', 'Šiauliai')).toBe('A carbon copy (Šiauliai)')
})
