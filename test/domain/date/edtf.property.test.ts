import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEdtf } from '../../../src/domain/date/edtf.ts'
import type { Range } from '../../../src/domain/date/span.ts'

// Days are computed here by way of JS Date alone, so that nothing of the code under test is trusted.
type Written = { text: string; first: number; last: number }

const day = (year: number, month: number, ofMonth: number) => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, ofMonth)
  return date.getTime() / 86_400_000 + 2_440_588
}

const two = (number: number) => String(number).padStart(2, '0')
const four = (year: number) => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
const yearOf = (year: number): Written => ({
  text: four(year),
  first: day(year, 1, 1),
  last: day(year, 12, 31),
})

const anyYear = fc.integer({ min: -9999, max: 9999 })
const anyMonth = fc.integer({ min: 1, max: 12 })
const years = anyYear.map(yearOf)
const months = fc.tuple(anyYear, anyMonth).map(
  ([year, month]): Written => ({
    text: `${four(year)}-${two(month)}`,
    first: day(year, month, 1),
    last: day(year, month + 1, 0),
  }),
)
const days = fc.tuple(anyYear, anyMonth, fc.nat(30)).map(([year, month, offset]): Written => {
  const length = day(year, month + 1, 0) - day(year, month, 1) + 1
  const only = day(year, month, 1 + (offset % length))
  return { text: `${four(year)}-${two(month)}-${two(1 + (offset % length))}`, first: only, last: only }
})
const zone = fc.constantFrom('', 'Z', '+03:00', '-11:30', '+14')
const dateTimes = fc.tuple(days, fc.nat(23), fc.nat(59), zone).map(
  ([date, hour, minute, at]): Written => ({
    ...date,
    text: `${date.text}T${two(hour)}:${two(minute)}${at}`,
  }),
)
const plain = fc.oneof(years, months, days, dateTimes)

const dates = fc
  .tuple(plain, fc.constantFrom('', '', '~', '?', '%'))
  .map(([date, mark]): Written => (date.text.includes('T') ? date : { ...date, text: date.text + mark }))

const pairs = fc
  .tuple(dates, dates)
  .map(([a, b]): [Written, Written] => (a.first <= b.first && a.last <= b.last ? [a, b] : [b, a]))
  .filter(([a, b]) => a.first <= b.last)

function rangesOf(text: string): readonly Range[] {
  const reading = readEdtf(text)
  if (!reading.ok) throw new Error(reading.message)
  return reading.ranges
}

const holds = <T>(values: fc.Arbitrary<T>, law: (value: T) => void, numRuns = 150) =>
  fc.assert(fc.property(values, law), { numRuns })

test('any single date has the days from its first to its last', () => {
  holds(dates, ({ text, first, last }) => {
    expect(rangesOf(text)).toEqual([{ from: first, to: last }])
  })
})

test('qualifying a part of a date changes none of its days', () => {
  holds(fc.tuple(days, fc.constantFrom('?', '~', '%'), fc.nat(5)), ([{ text, first, last }, mark, place]) => {
    const parts = /^(-?\d+)-(\d+)-(\d+)$/.exec(text)?.slice(1) ?? []
    const i = place % 3
    const qualified = parts
      .map((part, j) => (i !== j ? part : place < 3 ? mark + part : part + mark))
      .join('-')
    expect(rangesOf(qualified)).toEqual([{ from: first, to: last }])
  })
})

test('any interval goes from the first day of its start to the last of its end', () => {
  holds(pairs, ([a, b]) => {
    expect(rangesOf(`${a.text}/${b.text}`)).toEqual([{ from: a.first, to: b.last }])
    expect(rangesOf(`${a.text}/..`)).toEqual([{ from: a.first, to: null }])
    expect(rangesOf(`/${b.text}`)).toEqual([{ from: null, to: b.last }])
  })
})

test('any interval whose end lies wholly before its start is refused', () => {
  holds(pairs, ([a, b]) => {
    if (a.last >= b.first) return
    expect(readEdtf(`${b.text}/${a.text}`)).toMatchObject({ ok: false })
    expect(readEdtf(`[${b.text}..${a.text}]`)).toMatchObject({ ok: false })
  })
})

test('any set has the days of all its members, one-of and all-of alike', () => {
  holds(fc.tuple(fc.array(dates, { minLength: 1, maxLength: 3 }), pairs), ([members, [a, b]]) => {
    const expected = [...members, { first: a.first, last: b.last }].sort((x, y) => x.first - y.first)
    const merged: { from: number; to: number }[] = []
    for (const { first, last } of expected) {
      const open = merged.at(-1)
      if (open !== undefined && first <= open.to + 1) open.to = Math.max(open.to, last)
      else merged.push({ from: first, to: last })
    }
    const inside = [...members.map(({ text }) => text), `${a.text}..${b.text}`].join(',')
    if (inside.length > 98) return
    expect(rangesOf(`[${inside}]`)).toEqual(merged)
    expect(rangesOf(`{${inside}}`)).toEqual(merged)
  })
})

test('any set open at an end has no bound there', () => {
  holds(dates, ({ text, first, last }) => {
    expect(rangesOf(`[..${text}]`)).toEqual([{ from: null, to: last }])
    expect(rangesOf(`{${text}..}`)).toEqual([{ from: first, to: null }])
  })
})

/** The days, as ranges, whose digits match a date with X in it: looked up one by one. */
function lookedUp(pattern: string): readonly Range[] {
  const found: { from: number; to: number }[] = []
  const matches = (text: string) =>
    [...text].every((sign, i) => pattern[i] === 'X' || (pattern[i] ?? sign) === sign)
  for (let year = 0; year <= 9999; year += 1) {
    if (!matches(four(year))) continue
    for (let number = day(year, 1, 1); number <= day(year, 12, 31); number += 1) {
      if (!matches(new Date((number - 2_440_588) * 86_400_000).toISOString().slice(0, 10))) continue
      const open = found.at(-1)
      if (open?.to === number - 1) open.to = number
      else found.push({ from: number, to: number })
    }
  }
  return found
}

test('any unspecified digits have exactly the days that match them, or reach from the first to the last of too many', () => {
  const patterns = fc
    .tuple(
      fc.constantFrom('19XX', '194X', '19X1', '1941', '160X', 'XX00'),
      fc.constantFrom('', '-XX', '-X1', '-0X', '-1X', '-02', '-11'),
      fc.constantFrom('', '-XX', '-X0', '-X9', '-1X', '-2X', '-3X', '-29', '-30'),
    )
    .map(([year, month, ofMonth]) => year + month + (month === '' ? '' : ofMonth))
  holds(
    patterns,
    (pattern) => {
      const expected = lookedUp(pattern)
      const reading = readEdtf(pattern)
      const widest = [{ from: expected[0]?.from, to: expected.at(-1)?.to }]
      expect(reading.ok ? reading.ranges : [], pattern).toEqual(expected.length > 1200 ? widest : expected)
    },
    60,
  )
})

test('any part of a year lies where its months lie', () => {
  const parts = fc.tuple(anyYear, fc.integer({ min: 33, max: 41 }))
  holds(parts, ([year, code]) => {
    const length = code <= 36 ? 3 : code <= 39 ? 4 : 6
    const start = (code - (code <= 36 ? 33 : code <= 39 ? 37 : 40)) * length + 1
    expect(rangesOf(`${four(year)}-${code}`)).toEqual([
      { from: day(year, start, 1), to: day(year, start + length, 0) },
    ])
  })
  holds(fc.tuple(anyYear, fc.integer({ min: 21, max: 32 })), ([year, code]) => {
    const ranges = rangesOf(`${four(year)}-${code}`)
    const northernNumber = code >= 29 ? (code - 29 + 2) % 4 : (code - 21) % 4
    const middle = [15 + 31 * 3, 196, 288, 15][northernNumber] ?? 0
    const inTheMiddle = day(year, 1, 1) + middle
    expect(ranges.some(({ from, to }) => Number(from) <= inTheMiddle && inTheMiddle <= Number(to))).toBe(true)
    const covered = ranges.reduce((sum, { from, to }) => sum + Number(to) - Number(from) + 1, 0)
    expect(covered / ranges.length).toBeGreaterThan(88)
    expect(covered / ranges.length).toBeLessThan(118)
  })
})

test('any year by digits, exponent and significance has its days', () => {
  const numbers = fc.tuple(
    fc.integer({ min: 10_000, max: 270_000 }),
    fc.boolean(),
    fc.integer({ min: 1, max: 9 }),
  )
  holds(numbers, ([size, negative, significant]) => {
    const year = negative ? -size : size
    const whole = [{ from: day(year, 1, 1), to: day(year, 12, 31) }]
    expect(rangesOf(`Y${year}`)).toEqual(whole)
    expect(rangesOf(`Y${year}E0`)).toEqual(whole)
    const same = Array.from({ length: 10 ** Math.max(0, 6 - significant) }, (_, i) => i)
    const digits = String(size)
    if (significant < digits.length - 2) return
    const kept = digits.slice(0, significant)
    const near = [...same, ...same.map((i) => -i)]
      .map((i) => size + i)
      .filter((other) => String(other).length === digits.length && String(other).startsWith(kept))
    const [least, most] = [Math.min(...near), Math.max(...near)]
    const [from, to] = negative ? [-most, -least] : [least, most]
    const outside = Math.abs(most) > 271_000
    if (!outside)
      expect(rangesOf(`Y${year}S${significant}`)).toEqual([{ from: day(from, 1, 1), to: day(to, 12, 31) }])
  })
})

test('any text either reads or is refused with a sentence', () => {
  const pieces = fc.constantFrom(
    ...['1941', '19', '-', '-06', '-14', '-22', '/', '..', '[', ']', '{', '}', ',', 'X', 'XX', '?', '~', '%'],
    ...[
      'Y',
      'E9',
      'S3',
      'T10:00',
      'Z',
      '+03:00',
      ' ',
      '0',
      '9999',
      '-0000',
      '1X-3X',
      'june',
      'é',
      '\ud800',
      '\0',
    ],
  )
  const nearly = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join('').slice(0, 200))
  const texts = fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }), nearly)
  holds(
    texts,
    (text) => {
      const reading = readEdtf(text)
      if (!reading.ok) {
        expect(reading.message).toMatch(/Write /)
        return
      }
      expect(reading.ranges.length).toBeGreaterThan(0)
      expect(readEdtf(reading.edtf)).toEqual(reading)
      for (const { from, to } of reading.ranges) {
        for (const end of [from, to]) expect(end === null || Number.isSafeInteger(end)).toBe(true)
        expect((from ?? to ?? 0) <= (to ?? from ?? 0)).toBe(true)
      }
    },
    1500,
  )
})
