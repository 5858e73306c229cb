import { expect, test } from 'vitest'
import { readDated } from '../../../src/domain/date/dated.ts'
import { english } from '../../../src/domain/date/english.ts'
import { sayDate } from '../../../src/domain/date/say-date.ts'
import { sayLasting, saySomeDay } from '../../../src/domain/date/say-days.ts'

const said = (cases: Record<string, string>, calendar?: string) => {
  for (const [edtf, expected] of Object.entries(cases))
    expect(sayDate({ edtf, calendar }, english), edtf).toBe(expected)
}
const days = (edtf: string) => {
  const reading = readDated({ edtf })
  if (!reading.ok) throw new Error(reading.message)
  return reading.ranges
}

test('days, months, years and parts of years have their names', () => {
  said({
    '1941-06-07': '7 June 1941',
    '1941-06': 'June 1941',
    '1941': '1941',
    '1941-06-14T01:00+03:00': '14 June 1941',
    '-0043-03-15': '15 March 44 BCE',
    '0000': '1 BCE',
    '1941-22': 'summer 1941',
    '1941-30': 'summer 1941 (southern)',
    '1941-33': 'the first quarter of 1941',
    '1941-41': 'the second half of 1941',
    '194X': 'the 1940s',
    Y12345: 'some day in 12345',
  })
})

test('what is not known is said', () => {
  said({
    '1941-XX-XX': 'an unknown day in 1941',
    '1941-06-XX': 'an unknown day in June 1941',
    '1941-XX': 'an unknown month of 1941',
    'XXXX-06-07': '7 June of an unknown year',
    'XXXX-06': 'June of an unknown year',
    '19XX': 'some day between 1900 and 1999',
    '1941-XX-07': 'some day between 7 January and 7 December 1941',
  })
})

test('about and perhaps', () => {
  said({
    '1941~': 'about 1941',
    '1941-06?': 'perhaps June 1941',
    '1941-06-07%': 'perhaps about 7 June 1941',
    '~1941-06': 'about June 1941',
  })
})

test('some day between two is not the time from one to the other', () => {
  said({
    '[1941-02-03..1941-06-07]': 'some day between 3 February and 7 June 1941',
    '1941-02-03/1941-06-07': '3 February – 7 June 1941',
    '1941-06-13/1941-06-14': '13–14 June 1941',
    '1941/1943': '1941–1943',
    '1941-06-13/1941-06-13': '13 June 1941',
    '1941-02/1941-06': 'February – June 1941',
    '1941-12-25/1942-01-07': '25 December 1941 – 7 January 1942',
    '[1941..1943]': 'some day between 1941 and 1943',
    '[..1941-05]': 'before June 1941',
    '[..1941-12]': 'before 1942',
    '[..1941-06-07]': 'on or before 7 June 1941',
    '[1941-06-07..]': 'on or after 7 June 1941',
    '[1941..]': 'in or after 1941',
    '0330-05-11/..': 'from 11 May 330 on',
    '../1941-07-20': 'until 20 July 1941',
    '../..': 'any day',
    '[1941,1943]': '1941 or 1943',
    '{1941,1943,1946-03}': '1941, 1943 and March 1946',
    '1941~/1943': 'about 1941 and 1943',
  })
})

test('Julian days are shown in both calendars', () => {
  said(
    {
      '1917-10-25': '25 October (7 November) 1917',
      '1917-10-13': '13 (26) October 1917',
      '1917-12-25': '25 December 1917 (7 January 1918)',
      '1917-10': 'October 1917 (Old Style)',
      '1917-10-25~': 'about 25 October (7 November) 1917',
    },
    'julian',
  )
  said({ '1917-10-25': '25 October 1917 (Old or New Style)' }, 'unknown')
  said({ '1917-10-25': '25 October 1917' }, 'regnal')
})

test('what cannot be read is given back', () => {
  said({ 'around Easter': 'around Easter', '': 'a date not known' })
})

test('ranges of days', () => {
  const twice = [...days('1941-02-03/1941-07-20'), ...days('1943-04-14/1946-03-15')]
  expect(sayLasting(twice, english)).toBe('3 February – 20 July 1941 and 14 April 1943 – 15 March 1946')
  expect(saySomeDay(days('[1941-02-03..1941-06-07]'), english)).toBe(
    'some day between 3 February and 7 June 1941',
  )
  expect(saySomeDay(days('1941-06'), english)).toBe('some day in June 1941')
  expect(saySomeDay(days('1941-06-07'), english)).toBe('7 June 1941')
  expect(saySomeDay([], english)).toBe('no day')
  expect(sayLasting([{ from: null, to: null }], english)).toBe('any day')
})
