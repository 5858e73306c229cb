import { describe, expect, test } from 'vitest'
import { isoOfDay } from '../../../src/domain/date/day.ts'
import { readEdtf } from '../../../src/domain/date/edtf.ts'

/** The ranges of a date as `from/to` days, a single day once, `..` for an open end; or the refusal. */
function days(text: string): readonly string[] {
  const reading = readEdtf(text)
  if (!reading.ok) return [reading.message]
  const written = (day: number | null) => (day === null ? '..' : isoOfDay(day))
  return reading.ranges.map(({ from, to }) =>
    from === to && from !== null ? written(from) : `${written(from)}/${written(to)}`,
  )
}

const each = (cases: Record<string, readonly string[]>) => {
  for (const [text, expected] of Object.entries(cases)) expect(days(text), text).toEqual(expected)
}

describe('what the edtf package gets wrong', () => {
  test('a set of "some day between" has every day up to its last', () => {
    each({ '[1941-02-03..1941-06-07]': ['1941-02-03/1941-06-07'] })
  })

  test('a set of two ranges does not cover its gap', () => {
    each({ '{1920..1922,1940..1941}': ['1920-01-01/1922-12-31', '1940-01-01/1941-12-31'] })
  })

  test('a set that is open towards the past ends where it says', () => {
    each({ '[..1941-06-07]': ['../1941-06-07'] })
  })

  test('29 February of a common year is refused, not made 1 March', () => {
    const refusal =
      'There is no 1941-02-29: February 1941 has the days 01 to 28. Write 1941-02-28, or 1941-02 for the month.'
    each({ '1941-02-29': [refusal], '[1941-02-29..]': [refusal], '1940/1941-02-~29': [refusal] })
    each({ '1940-02-29': ['1940-02-29'] })
  })

  test('a date-time is the civil day that was written, whatever its zone', () => {
    each({
      '1941-06-14T01:00+03:00': ['1941-06-14'],
      '1941-06-14T23:30:00Z': ['1941-06-14'],
      '1941-06-14T24:00': ['1941-06-14'],
      '1941-06-14T01:00-12:00/1941-06-15T01:00:00': ['1941-06-14/1941-06-15'],
    })
  })

  test('seasons are not quarters', () => {
    each({ '1941-22': ['1941-06-01/1941-09-24'], '1941-34': ['1941-04-01/1941-06-30'] })
  })

  test('an unknown end and an open end are both open, at the start as at the end', () => {
    each({
      '/1941': ['../1941-12-31'],
      '../1941': ['../1941-12-31'],
      '1941/': ['1941-01-01/..'],
      '1941/..': ['1941-01-01/..'],
    })
  })

  test('1941-XX is the whole year, never 1 January, and XXXX never the year 0', () => {
    each({
      '1941-XX': ['1941-01-01/1941-12-31'],
      '1941-XX-XX': ['1941-01-01/1941-12-31'],
      'XXXX-06-07': ['../..'],
      XXXX: ['../..'],
    })
  })

  test('the digits beside an X count: X0 is October, X1 January or November', () => {
    each({
      '1941-X0': ['1941-10-01/1941-10-31'],
      '1941-X1': ['1941-01-01/1941-01-31', '1941-11-01/1941-11-30'],
      '1941-06-X0': ['1941-06-10', '1941-06-20', '1941-06-30'],
    })
  })

  test('a month or day that it refuses to leave half unspecified is read', () => {
    each({
      '1941-X5': ['1941-05-01/1941-05-31'],
      '1941-04-3X': ['1941-04-30'],
      '19XX-22~': Array.from({ length: 100 }, (_, i) => `${1900 + i}-06-01/${1900 + i}-09-24`),
    })
  })

  test('a text of 10 KB is refused at once', () => {
    const set = `[${Array.from({ length: 2000 }, (_, i) => String(1000 + i)).join(',')}]`
    expect(days(set)).toEqual([expect.stringContaining(`${set.length} characters, at most 100`)])
    expect(days(`1941${' '.repeat(500_000)}1`)).toEqual([expect.stringContaining('at most 100')])
  })
})

test('years, months, days, decades and centuries', () => {
  each({
    '1941': ['1941-01-01/1941-12-31'],
    '1941-06': ['1941-06-01/1941-06-30'],
    '-0044-03-15': ['-0044-03-15'],
    '0000': ['0000-01-01/0000-12-31'],
    '194': ['1940-01-01/1949-12-31'],
    '-19': ['-1999-01-01/-1900-12-31'],
  })
})

test('unspecified digits are every day that fits', () => {
  each({
    '194X-02-29': ['1940-02-29', '1944-02-29', '1948-02-29'],
    '1941-0X-31': ['1941-01-31', '1941-03-31', '1941-05-31', '1941-07-31', '1941-08-31'],
    '-00XX': ['-0099-01-01/-0001-12-31'],
    '-XXXX': ['../-0001-12-31'],
  })
})

test('what would fall apart into tens of thousands of days is read at its widest', () => {
  each({ '1XXX-XX-X7': ['1000-01-07/1999-12-27'], '1XXX-X2-29': ['1000-12-29/1999-12-29'] })
})

test('unspecified digits that no day fits are refused', () => {
  for (const text of ['1XX1-02-29', '1941-02-3X', 'XXXX-02-30', '194X-04-31']) {
    expect(days(text)).toEqual([expect.stringContaining(`No day fits ${text}`)])
  }
})

describe('seasons', () => {
  test('run from their first meteorological to their last astronomical day', () => {
    each({
      '1941-21': ['1941-03-01/1941-06-22'],
      '1941-23': ['1941-09-01/1941-12-23'],
      '1941-29': ['1941-09-01/1941-12-23'],
      '1941-32': ['1941-06-01/1941-09-24'],
    })
  })

  test('that span New Year are named after either year', () => {
    const winters = ['1940-12-01/1941-03-21', '1941-12-01/1942-03-21']
    each({ '1941-24': winters, '1941-28': winters, '1941-30': winters })
  })

  test('are quarters, four months or half years above 32', () => {
    each({
      '1941-33': ['1941-01-01/1941-03-31'],
      '1941-36': ['1941-10-01/1941-12-31'],
      '1941-38': ['1941-05-01/1941-08-31'],
      '1941-41': ['1941-07-01/1941-12-31'],
    })
  })

  test('may be qualified, end an interval, stand in a set and have an unspecified year', () => {
    each({
      '1941-22~': ['1941-06-01/1941-09-24'],
      '1941-21/1941-22': ['1941-03-01/1941-09-24'],
      '[1940-33,1941-33]': ['1940-01-01/1940-03-31', '1941-01-01/1941-03-31'],
    })
    expect(days('194X-40')).toHaveLength(10)
  })
})

test('far years, exponents and significant digits', () => {
  each({
    Y170000002: ['Y170000002-01-01/Y170000002-12-31'],
    'Y-17E7': ['Y-170000000-01-01/Y-170000000-12-31'],
    '1950S2': ['1900-01-01/1999-12-31'],
    '-1950S2': ['-1999-01-01/-1900-12-31'],
    Y3388E2S3: ['Y338000-01-01/Y338999-12-31'],
    Y999999999999S1: ['Y900000000000-01-01/Y999999999999-12-31'],
    '1941S5': ['1941-01-01/1941-12-31'],
  })
  expect(days('Y1E9999')).toEqual([expect.stringContaining('too far away')])
  expect(days('Y1E12')).toEqual([expect.stringContaining('too far away')])
})

test('intervals go from the earliest day of their start to the latest of their end', () => {
  each({
    '1941-02-03/1941-06': ['1941-02-03/1941-06-30'],
    '194X/1952-XX': ['1940-01-01/1952-12-31'],
    '1941-06/1941': ['1941-06-01/1941-12-31'],
  })
})

test('sets have the days of their members, with open ends where they say', () => {
  each({
    '[1667,1668,1670..1672]': ['1667-01-01/1668-12-31', '1670-01-01/1672-12-31'],
    '{1941-06-14,1949-03-25}': ['1941-06-14', '1949-03-25'],
    '[..1940,1945..]': ['../1940-12-31', '1945-01-01/..'],
    '[1941?,1943~]': ['1941-01-01/1941-12-31', '1943-01-01/1943-12-31'],
  })
})

test('what ends before it begins is refused and shown the right way round', () => {
  each({
    '1941/1940': ['1941/1940 ends before it begins. Write the earlier date first: 1940/1941.'],
    '[1942-01..1941-12]': [
      '1942-01..1941-12 ends before it begins. Write the earlier date first: 1941-12..1942-01.',
    ],
  })
})

test('qualifiers are reported and do not change the days', () => {
  const flags = (text: string) => {
    const reading = readEdtf(text)
    return reading.ok && [reading.approximate, reading.uncertain]
  }
  expect(flags('1941-06')).toEqual([false, false])
  expect(flags('1941-06~')).toEqual([true, false])
  expect(flags('1941?-06')).toEqual([false, true])
  expect(flags('1941-?06-~14')).toEqual([true, true])
  expect(flags('1941%/1942')).toEqual([true, true])
  expect(flags('194X?')).toEqual([false, true])
  each({ '1941-?06-~14': ['1941-06-14'], '1941~/1942?': ['1941-01-01/1942-12-31'] })
})

test('spaces around a date and in a set mean nothing', () => {
  expect(readEdtf(' [ 1941 , 1942.. ] ')).toMatchObject({ ok: true, edtf: '[1941,1942..]' })
  expect(readEdtf('1941-06-14\n')).toMatchObject({ ok: true, edtf: '1941-06-14' })
})

test('what is not EDTF is refused with what was likely meant', () => {
  const meant: Record<string, string> = {
    '14 June 1941': '1941-06-14',
    'June 14, 1941': '1941-06-14',
    'June 1941': '1941-06',
    '14.6.1941': '1941-06-14',
    '14/06/1941': '1941-06-14',
    '06/14/1941': '1941-06-14',
    '1941-6-14': '1941-06-14',
    '1941/06/14': '1941-06-14',
    '19410614': '1941-06-14',
    '1941–1945': '1941/1945',
    '1941/42': '1941/1942',
    'c. 1941': '1941~',
    '1941?~': '1941%',
    '1940s': '194X',
    '194u': '194X',
    '1941/open': '1941/..',
    Y1941: '1941',
    '12345': 'Y12345',
    '-0000-02-01': '0000-02-01',
  }
  for (const [text, instead] of Object.entries(meant)) {
    expect(days(text), text).toEqual([`“${text}” is not written as EDTF. Write “${instead}”.`])
    expect(readEdtf(instead).ok, instead).toBe(true)
  }
})

test('a month that does not exist is refused, with the years it may have meant', () => {
  each({
    '1914-18': [
      'There is no month 18 in 1914-18: months are 01 to 12. Write 1914-06 for June, or 1914/1918 for the years.',
    ],
    '1941-13-01': [
      'There is no month 13 in 1941-13-01: months are 01 to 12. Write 1941-06 for June, or 1941 for the year.',
    ],
    '1941-06-00': ['There is no 1941-06-00: June 1941 has the days 01 to 30. Write 1941-06 for the month.'],
  })
})

test('what may mean two days is not guessed', () => {
  expect(days('06/07/1941')).toEqual([expect.stringContaining('Write a year (1941), a month (1941-06)')])
})

test('what says nothing readable gets examples, every one of which reads', () => {
  for (const text of [
    '',
    'undated',
    '[]',
    '{..}',
    '[..]',
    '[1941..,1950]',
    '1941/1942/1943',
    '[19,20]',
    '?',
  ]) {
    const reading = readEdtf(text)
    if (reading.ok) throw new Error(`${text} was read`)
    const examples = [...reading.message.matchAll(/\(([^()]+)\)/g)].map(([, example = '']) => example)
    expect(examples).toHaveLength(5)
    for (const example of examples) expect(readEdtf(example).ok, example).toBe(true)
  }
})
