import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDated } from '../../../src/domain/date/dated.ts'
import { civilOfDay, dayOfCivil, isoOfDay } from '../../../src/domain/date/day.ts'
import { english } from '../../../src/domain/date/english.ts'
import { sayDate } from '../../../src/domain/date/say-date.ts'
import { readPlainDate } from '../../../src/domain/import/plain-date.ts'

const edtfOf = (text: string) => {
  const read = readPlainDate(text)
  return 'edtf' in read ? read.edtf : read
}

describe('a date as people write it', () => {
  test.each([
    ['7 June 1941', '1941-06-07'],
    ['7th of June, 1941', '1941-06-07'],
    ['June 7, 1941', '1941-06-07'],
    ['Sept. 1941', '1941-09'],
    ['7 июня 1941 г.', '1941-06-07'],
    ['июнь 1941 года', '1941-06'],
    ['1941 m. birželio 7 d.', '1941-06-07'],
    ['1941 m. birželis', '1941-06'],
    ['7. Juni 1941', '1941-06-07'],
    ['14. März 1941', '1941-03-14'],
    ['1941. gada 14. jūnijā', '1941-06-14'],
    ['14. juunil 1941', { problem: expect.stringContaining('juunil') }],
    ['14. juuni 1941', '1941-06-14'],
    ['7.VI.1941', '1941-06-07'],
    ['7.6.1941', '1941-06-07'],
    ['13/06/1941', '1941-06-13'],
    ['06/13/1941', '1941-06-13'],
    ['06/06/1941', '1941-06-06'],
    ['1941/6/7', '1941-06-07'],
    ['6/1941', '1941-06'],
    ['19410607', '1941-06-07'],
    ['1941', '1941'],
    ['1941?', '1941?'],
    ['June 1941?', '1941-06?'],
    ['ca. 1941', '1941~'],
    ['c1941', '1941~'],
    ['c. June 1941', '1941-06~'],
    ['около 1941 г.', '1941~'],
    ['apie 1941', '1941~'],
    ['um 1941', '1941~'],
    ['[1941]', '1941'],
    ['[ca. 1941]', '1941~'],
    ['1940s', '194X'],
    ["the 1940's", '194X'],
    ['19th century', '[1801..1900]'],
    ['before June 1941', '[..1941-05]'],
    ['before 1 January 1941', '[..1940-12-31]'],
    ['after 31 December 1940', '[1941-01-01..]'],
    ['after 1941', '[1942..]'],
    ['not after 7 June 1941', '[..1941-06-07]'],
    ['between 3 Feb and 7 June 1941', '[1941-02-03..1941-06-07]'],
    ['between 1939 and 1941', '[1939..1941]'],
    ['zwischen 3. Februar und 7. Juni 1941', '[1941-02-03..1941-06-07]'],
    ['1939-1941', '1939/1941'],
    ['1939/41', '1939/1941'],
    ['1939–1941', '1939/1941'],
    ['13–14 June 1941', '1941-06-13/1941-06-14'],
    ['3 February - 20 July 1941', '1941-02-03/1941-07-20'],
    ['from June 1941 to July 1941', '1941-06/1941-07'],
    ['с 3 февраля по 20 июля 1941 г.', '1941-02-03/1941-07-20'],
    ['1939 or 1941', '[1939,1941]'],
    ['summer 1941', '1941-22'],
    ['Winter 1941', '1941-24'],
    ['44 BCE', '-0043'],
    ['25 October (7 November) 1917', '1917-10-25'],
    ['[1941-02-03..1941-06-07]', '[1941-02-03..1941-06-07]'],
    ['XXXX-06-07', 'XXXX-06-07'],
    ['7 June', 'XXXX-06-07'],
    ['7.6.', 'XXXX-06-07'],
    ['7.VI.', 'XXXX-06-07'],
    ['June 1941 (?)', '1941-06?'],
    ['on or about 7 June 1941', '1941-06-07~'],
    ['sometime in 1941', '1941'],
    ['1941 or later', '[1941..]'],
    ['7 June 1941 or earlier', '[..1941-06-07]'],
    ['3 or 4 June 1941', '[1941-06-03,1941-06-04]'],
    ['3 May, 4 May or 5 June 1941', '[1941-05-03,1941-05-04,1941-06-05]'],
    ['June or July 1941', '[1941-06,1941-07]'],
    ['in the 1930s', '193X'],
    ['18th cent.', '[1701..1800]'],
    ['1st half of 1941', '1941-40'],
    ['early 1941', '1941-37'],
    ['the middle of 1941', '1941-38'],
    ['late February 1940', '[1940-02-21..1940-02-29]'],
    ['mid-1930s', '[1933..1936]'],
    ['end of the 19th century', '[1868..1900]'],
  ])('%s is %s', (text, expected) => {
    expect(edtfOf(text)).toEqual(expected)
  })

  test.each(['25 October 1917 O.S.', '25 Oct. 1917, Old Style', '25 October 1917 (O.S.)', '25.10.1917 OS'])(
    '%s is Old Style',
    (text) => expect(readPlainDate(text)).toMatchObject({ edtf: '1917-10-25', calendar: 'julian' }),
  )

  test('New Style is told, too', () =>
    expect(readPlainDate('7 November 1917 N.S.')).toMatchObject({
      edtf: '1917-11-07',
      calendar: 'gregorian',
    }))

  test.each(['n.d.', 'N. D.', 's.d.', 'undated', 'без даты', 'б. д.', 'be datos', 'o. D.'])(
    '%s says that there is none',
    (text) => expect(readPlainDate(text)).toEqual({ undated: true }),
  )

  test.each([
    ['06/07/1941', '“06/07/1941” may be 1941-07-06 or 1941-06-07: write the one that is meant.'],
    ['7.6.41', '“7.6.41” leaves the century open: write the year with four digits.'],
    ['', 'The date is empty.'],
    ['soon', '“soon” in “soon” cannot be read as part of a date.'],
    ['30 February 1941', expect.stringContaining('is no date that there is')],
    ['between 7 June 1941 and 3 February 1941', expect.stringContaining('ends before it begins')],
    ['31 June', expect.stringContaining('June has the days 01 to 30')],
    ['early 7 June 1941', '“7 june 1941” is no month, year or century.'],
    ['late nonsense', expect.stringContaining('“nonsense”')],
    ['marathon 1941', expect.stringContaining('“marathon”')],
    ['12', expect.stringContaining('names no year')],
    ['x'.repeat(500), 'The date has 500 characters, at most 200 are read.'],
  ])('“%s” is a problem that is told', (text, problem) => {
    expect(readPlainDate(text)).toEqual({ problem })
  })

  test.each([
    ['7.6.1941', 'read as day, month, year'],
    ['[1941]', 'in brackets, so supplied by who described it'],
    ['1940-41', 'read as the years 1940 to 1941'],
    ['1905-06', 'read as a month, not as 1905 to 1906'],
    ['1939–1941', 'read as a time that lasted'],
    ['19410607', 'read as year, month, day'],
    ['early 1941', 'read as the first third of the year'],
    ['1941-06-07', null],
    ['7 June 1941', null],
  ])('what was assumed of %s is said', (text, assumed) => {
    expect(readPlainDate(text)).toMatchObject({ assumed })
  })
})

describe('whatever is written', () => {
  const day = fc.integer({ min: dayOfCivil(1000, 1, 1), max: dayOfCivil(9980, 12, 31) })
  const single = day.chain((at) => {
    const iso = isoOfDay(at)
    const year = iso.slice(0, 4)
    return fc.constantFrom(
      ...[iso, iso.slice(0, 7), year, `${year}~`, `${iso}?`, `${year}%`, `${iso.slice(0, 3)}X`],
      ...[
        `${iso.slice(0, 7)}-XX`,
        `${year}-XX-XX`,
        `${year}-XX`,
        `XXXX${iso.slice(4, 7)}-28`,
        `XXXX${iso.slice(4, 7)}`,
      ],
      ...[21, 22, 23, 24, 25, 29, 33, 36, 37, 40, 41].map((code) => `${year}-${code}`),
    )
  })
  const span = fc.tuple(day, fc.integer({ min: 1, max: 3000 })).chain(([from, more]) => {
    const [a, b] = [isoOfDay(from), isoOfDay(from + more)]
    const [first, last] = [a, b].map((iso) => iso.slice(0, 7))
    const later = isoOfDay(from + more + 800)
    return fc.constantFrom(
      ...[
        `[${a}..${b}]`,
        `${a}/${b}`,
        `[..${b}]`,
        `[${a}..]`,
        `${a}/..`,
        `../${b}`,
        `[${first}..${last}]`,
        `${first}/${last}`,
      ],
      ...[
        `[${a.slice(0, 4)}..${b.slice(0, 4)}]`,
        `[..${last}]`,
        `[..${b.slice(0, 4)}]`,
        `[${first}..]`,
        `[${a},${b}]`,
        `{${a},${b}}`,
      ],
      ...[`[${a}..${b},${later}]`, `[${a},${b},${later}]`],
    )
  })
  const calendar = fc.constantFrom('gregorian', 'julian', 'unknown')

  test('every date that the archive says in English is read back as the same days', () => {
    fc.assert(
      fc.property(fc.oneof(single, span), calendar, (edtf, calendar) => {
        const dated = { edtf, calendar }
        const meant = readDated(dated)
        fc.pre(meant.ok)
        const said = sayDate(dated, english)
        const read = readPlainDate(said)
        if (!('edtf' in read) || !meant.ok)
          throw new Error(`${edtf} (${calendar}): ${said}: ${JSON.stringify(read)}`)
        const again = readDated(read)
        expect(again.ok && again.ranges, said).toEqual(meant.ranges)
      }),
      { numRuns: 3000 },
    )
  })

  test('a day is the same day however its parts are written', () => {
    fc.assert(
      fc.property(day, (at) => {
        const { year, month, day } = civilOfDay(at)
        const iso = isoOfDay(at)
        const name = english.named({ year, month })
        for (const text of [
          `${day} ${name}`,
          `${name.replace(/ .*/, '')} ${day}, ${year}`,
          `${day}.${month}.${year}`,
        ])
          expect(edtfOf(text), text).toBe(iso)
      }),
    )
  })

  test('it never throws, and what it reads is EDTF', () => {
    const words = [
      'between',
      'and',
      'or',
      'June',
      'ca.',
      '1941',
      '7',
      '–',
      '-',
      '/',
      '.',
      '[',
      ']',
      '?',
      'before',
      'BCE',
    ]
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((parts) => parts.join(' ')),
      fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (given) => {
        const read = readPlainDate(given)
        if ('edtf' in read) expect(readDated(read).ok, given).toBe(true)
        else if ('problem' in read) expect(read.problem.length).toBeGreaterThan(10)
      }),
      { numRuns: 5000 },
    )
  })
})
