import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisOf, xOf } from '../../../src/web/provenance/dating/axis.ts'
import { dayOf, endsOf, sayDay, spanOf } from '../../../src/web/provenance/dating/days.ts'
import { shorten } from '../../../src/web/provenance/dating/shorten.ts'
import { ticksOf } from '../../../src/web/provenance/dating/ticks.ts'

const aSpan = fc
  .tuple(
    fc.integer({ min: -900_000, max: 40_000 }),
    fc.integer({ min: 1, max: 9000 }),
    fc.integer({ min: 0, max: 5 }),
  )
  .map(([from, length, open]) => ({
    from: open === 1 ? null : from,
    to: open === 2 ? null : from + length,
  }))
const asked = fc.record({
  spans: fc.array(aSpan, { maxLength: 40 }),
  focus: fc.array(aSpan, { maxLength: 3 }),
  width: fc.integer({ min: 280, max: 1400 }),
  whole: fc.boolean(),
})

const serov = {
  focus: [spanOf({ earliest: '1941-02-03', latest: '1941-06-07' })],
  spans: [
    ['1939-10-11', '1939-10-11'],
    ['1941-01-21', '1941-01-21'],
    ['1941-02-03', '1941-07-20'],
    ['1943-04-14', '1946-03-15'],
    [null, '1941-06-13'],
    [null, '1954-12-31'],
  ].map(([earliest = null, latest = null]) => spanOf({ earliest, latest })),
}

describe('the axis of time', () => {
  test('has every end in its order, between its own ends, whatever is asked', () => {
    fc.assert(
      fc.property(asked, (what) => {
        const ends = endsOf([...what.spans, ...what.focus]).sort((a, b) => a - b)
        const axis = axisOf(what)
        if (ends.length === 0) return axis === null
        if (!axis) return false
        const places = ends.map((end) => xOf(axis, end))
        const inOrder = places.every((x, i) => ends[i] === ends[i - 1] || i === 0 || x > (places[i - 1] ?? 0))
        return inOrder && places.every((x) => x > 0 && x < axis.width + 1e-6)
      }),
      { numRuns: 400 },
    )
  })

  test('is made of parts that follow one another without holes and fill the width', () => {
    fc.assert(
      fc.property(asked, (what) => {
        const axis = axisOf(what)
        if (!axis) return
        let [day, x]: (number | undefined)[] = [axis.segments[0]?.from, 0]
        for (const part of axis.segments) {
          expect([part.from, part.x0]).toEqual([day, x])
          expect(part.to).toBeGreaterThan(part.from)
          expect(part.x1).toBeGreaterThan(part.x0)
          day = part.to
          x = part.x1
        }
        expect(axis.width).toBeCloseTo(what.width, 3)
      }),
      { numRuns: 200 },
    )
  })

  test('leaves out only times in which nothing begins or ends and which are in no window', () => {
    fc.assert(
      fc.property(asked, (what) => {
        const ends = endsOf([...what.spans, ...what.focus])
        for (const gap of axisOf(what)?.segments.filter(({ kind }) => kind === 'gap') ?? []) {
          expect(ends.filter((end) => end >= gap.from && end <= gap.to)).toEqual([])
          const cut = what.focus.filter(
            ({ from, to }) => from !== null && to !== null && from < gap.to && to > gap.from,
          )
          expect(cut).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })

  test('shows the window of the contested paper large, though claims lie years away', () => {
    const wide = axisOf({ ...serov, width: 800, whole: false })
    expect(wide?.segments.map(({ kind }) => kind)).toContain('gap')
    const [window] = serov.focus
    if (!wide || typeof window?.from !== 'number' || typeof window.to !== 'number')
      throw new Error('no window')
    expect(xOf(wide, window.to) - xOf(wide, window.from)).toBeGreaterThan(150)
    const narrow = axisOf({ ...serov, width: 340, whole: false })
    expect(narrow?.segments.map(({ kind }) => kind)).toEqual(['squeezed', 'plain', 'squeezed'])
    expect(axisOf({ ...serov, width: 800, whole: true })?.segments).toHaveLength(1)
  })

  test('is divided in words that never run into one another', () => {
    fc.assert(
      fc.property(asked, (what) => {
        const axis = axisOf(what)
        if (!axis) return
        const labels = ticksOf(axis).flatMap(({ label, labelAt }) => (label ? [{ label, labelAt }] : []))
        for (const [i, { label, labelAt }] of labels.entries()) {
          const before = labels[i - 1]
          const room = (6.6 * (label.length + (before?.label.length ?? 0))) / 2
          if (before) expect(labelAt - before.labelAt).toBeGreaterThanOrEqual(room)
        }
      }),
      { numRuns: 200 },
    )
    const axis = axisOf({ ...serov, width: 800, whole: false })
    const labels = axis && ticksOf(axis).flatMap(({ label }) => label ?? [])
    expect(labels).toEqual(expect.arrayContaining(['Oct 1939', 'Apr', 'Dec 1954']))
  })
})

test('days are numbered as the archive writes them, before our era and far beyond four digits', () => {
  const written = (day: number) => {
    const date = new Date(day * 86_400_000)
    const year = date.getUTCFullYear()
    const long = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
    return `${Math.abs(year) > 9999 ? `Y${year}` : long}${date.toISOString().slice(-20, -14)}`
  }
  fc.assert(
    fc.property(fc.integer({ min: -9_000_000, max: 9_000_000 }), (day) => {
      expect(dayOf(written(day))).toBe(day)
    }),
  )
  expect(dayOf('1941-06-XX')).toBeNull()
  expect(sayDay(dayOf('-0043-03-15') ?? 0, 'month')).toBe('Mar 44 BCE')
  expect(sayDay(dayOf('Y999999-01-01') ?? 0, 'day')).toBe('about 999999')
})

test('sentences are shortened where they explain themselves, else between words', () => {
  expect(shorten('25 October (7 November) 1917', 40)).toBe('25 October (7 November) 1917')
  expect(shorten('Issued by the NKGB, which existed 3 February – 20 July 1941.', 60)).toBe(
    'Issued by the NKGB',
  )
  expect(shorten('Mentions a very long title of something.', 20)).toBe('Mentions a very…')
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: 2, max: 80 }),
      (text, most) => shorten(text, most).length <= most,
    ),
  )
})
