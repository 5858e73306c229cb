import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEdtf } from '../../../src/domain/date/edtf.ts'
import { contains, intersect, isEmpty, overlaps, type Range, union } from '../../../src/domain/date/span.ts'
import type { DatingCase } from '../../../src/domain/dating/case.ts'
import { dateDocument } from '../../../src/domain/dating/date-documents.ts'
import type { Window } from '../../../src/domain/dating/dating.ts'
import { smallestRefuting } from '../../../src/domain/dating/smallest.ts'
import { isLong } from '../../support/long.ts'
import { anotherBound, anyCase, anyThings } from './any-case.ts'
import { aCase, aClaim, aMark, aWitness, surroundings } from './support.ts'

const daysOf = (windows: readonly Window[]): readonly Range[] =>
  union(
    windows.map(({ earliest, latest }) => ({
      from: earliest === null ? null : dayOf(earliest),
      to: latest === null ? null : dayOf(latest),
    })),
  )
function dayOf(text: string): number {
  const reading = readEdtf(text)
  const day = reading.ok ? reading.ranges[0]?.from : null
  if (typeof day !== 'number') throw new Error(text)
  return day
}

const usual = isLong ? 600 : 250

const holds = (
  law: (dated: DatingCase, things: Parameters<typeof dateDocument>[1]) => void,
  numRuns = usual,
) => fc.assert(fc.property(anyCase, anyThings, law), { numRuns })

test('another bound never widens what evidence leaves', () => {
  fc.assert(
    fc.property(anyCase, anyThings, anotherBound, (dated, things, add) => {
      const before = dateDocument(dated, things)
      if (before.steps.length === 0) return
      const after = dateDocument(add(dated), things)
      expect(contains(daysOf(before.windows), daysOf(after.windows))).toBe(true)
    }),
    { numRuns: usual },
  )
})

test('the order of claims, witnesses and marks changes nothing', () => {
  holds((dated, things) => {
    const turned = {
      ...dated,
      claims: dated.claims.toReversed(),
      witnesses: dated.witnesses.toReversed().map((one) => ({ ...one, marks: one.marks.toReversed() })),
    }
    const { aside: _, ...one } = dateDocument(dated, things)
    const { aside: __, ...other } = dateDocument(turned, things)
    expect(other).toEqual(one)
  })
})

test('a refuted claim lies outside every window, one that agrees inside', () => {
  let seen = 0
  holds((dated, things) => {
    const dating = dateDocument(dated, things)
    for (const { claim, verdict, edtf } of dating.claims) {
      if (dated.claims.find(({ id }) => id === claim)?.polarity !== 'asserted') continue
      const reading = readEdtf(edtf ?? '')
      if (!reading.ok || edtf?.startsWith('XXXX')) continue
      const windows = daysOf(dating.windows)
      if (verdict === 'refuted') expect(overlaps(windows, reading.ranges)).toBe(false)
      if (verdict === 'agrees') expect(contains(windows, reading.ranges)).toBe(true)
      if (verdict === 'possible') expect(overlaps(windows, reading.ranges)).toBe(true)
      if (verdict === 'refuted') seen += 1
    }
  })
  expect(seen).toBeGreaterThan(50)
})

test('the days by which a step refutes a claim are the least between them', () => {
  holds((dated, things) => {
    const { claims, steps } = dateDocument(dated, things)
    for (const { edtf, because, verdict } of claims) {
      const reading = readEdtf(edtf ?? '')
      if (!reading.ok || verdict !== 'refuted' || edtf?.startsWith('XXXX')) continue
      for (const { step, days } of because) {
        const bound = daysOf(steps[step - 1]?.bound.windows ?? [])
        const shifted = reading.ranges.map(({ from, to }) => ({
          from: from === null ? null : from - days,
          to: to === null ? null : to - days,
        }))
        const nearer = shifted.map(({ from, to }) => ({
          from: from === null ? null : from + Math.sign(days),
          to: to === null ? null : to + Math.sign(days),
        }))
        expect(overlaps(bound, shifted)).toBe(true)
        if (days !== 0) expect(overlaps(bound, nearer)).toBe(false)
      }
    }
  })
})

test('the windows lie inside every step, and inside the windows without inferences', () => {
  holds((dated, things) => {
    const { windows, steps, withoutInferences } = dateDocument(dated, things)
    for (const { bound } of steps) expect(contains(daysOf(bound.windows), daysOf(windows))).toBe(true)
    expect(contains(daysOf(withoutInferences), daysOf(windows))).toBe(true)
  })
})

test('windows are exactly what the steps leave together, and their EDTF reads back to them', () => {
  holds((dated, things) => {
    const { windows, steps, edtf, status, conflict } = dateDocument(dated, things)
    if (steps.length === 0 || conflict?.kind === 'cycle') return
    const left = steps.reduce<readonly Range[]>(
      (days, { bound }) => intersect(days, daysOf(bound.windows)),
      [{ from: null, to: null }],
    )
    expect(daysOf(windows)).toEqual(left)
    expect(status).toBe(isEmpty(left) ? 'conflicting' : 'inferred')
    if (edtf === null) expect(windows).toEqual([])
    else expect(contains(rangesOf(edtf), left)).toBe(true)
    if (windows.length < 5 && edtf !== null) expect(rangesOf(edtf)).toEqual(left)
  })
})

const rangesOf = (edtf: string): readonly Range[] => {
  const reading = readEdtf(edtf)
  if (!reading.ok) throw new Error(reading.message)
  return reading.ranges
}

test('what conflicts is minimal: without any one of its steps some day is left', () => {
  let seen = 0
  holds((dated, things) => {
    const { conflict, steps } = dateDocument(dated, things)
    if (conflict?.kind !== 'evidence') return
    seen += 1
    const bounds = conflict.steps.map((n) => daysOf(steps[n - 1]?.bound.windows ?? []))
    const leftWithout = (skipped: number) =>
      bounds.filter((_, i) => i !== skipped).reduce((left, bound) => intersect(left, bound), anyDay)
    expect(leftWithout(-1)).toEqual([])
    for (const i of bounds.keys()) expect(leftWithout(i)).not.toEqual([])
  })
  expect(seen).toBeGreaterThan(30)
})

const anyDay: readonly Range[] = [{ from: null, to: null }]

const bound = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 12 })), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom('closed', 'closed', 'notAfter', 'notBefore'),
  )
  .map(([pairs, shape]): readonly Range[] => {
    const [first] = pairs
    if (shape === 'notAfter') return [{ from: null, to: first?.[0] ?? 0 }]
    if (shape === 'notBefore') return [{ from: first?.[0] ?? 0, to: null }]
    return union(pairs.map(([from, length]) => ({ from, to: from + length })))
  })

test('the set that refutes is as small as brute force finds', () => {
  const days = fc.oneof(fc.constant(anyDay), bound)
  fc.assert(
    fc.property(fc.array(bound, { maxLength: 8 }), days, (bounds, universe) => {
      const leaves = (chosen: readonly number[]) =>
        chosen.reduce((left, i) => intersect(left, bounds[i] ?? []), universe)
      const sets = Array.from({ length: 2 ** bounds.length }, (_, mask) =>
        [...bounds.keys()].filter((i) => (mask >> i) & 1),
      )
      const sizes = sets.filter((set) => isEmpty(leaves(set))).map(({ length }) => length)
      const found = smallestRefuting(bounds, universe)
      if (sizes.length === 0) expect(found).toBeNull()
      else {
        expect(found).toHaveLength(Math.min(...sizes))
        expect(leaves(found ?? [])).toEqual([])
      }
    }),
    { numRuns: 500 },
  )
})

test('whatever stands in values and dates, a document is dated', () => {
  const properties = [
    ...[
      'issuer',
      'signatory',
      'date',
      'date-borne',
      'terminus',
      'mentions',
      'prepares',
      'place',
      'identifier',
    ],
    ...['answers', 'annex-of', 'printed-in', 'authenticity'],
  ]
  const field = fc.constantFrom(
    ...['agent', 'document', 'happening', 'place', 'source', 'edtf', 'event', 'calendar'],
    ...['capacity', 'act', 'later', 'tense', 'name', 'kind', 'text', 'after', 'before', 'none'],
  )
  const content = fc.oneof(
    fc.anything(),
    fc.constantFrom('d', 'a0', 'h0', 'x0', '1941-02-30', '[..]', 'XXXX-02-29', 'Y-99999', 'later', '1941'),
  )
  const claim = fc
    .tuple(fc.constantFrom(...properties), fc.dictionary(field, content), fc.nat())
    .map(([property, value, id]) => aClaim(`c${id}`, 'd', property, value))
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 8 }), fc.string(), anyThings, (claims, text, things) => {
      const witness = aWitness('w', [aMark('m', 'receipt', text, { asRead: text, inferred: ['year'] })], {
        date: { value: text },
      })
      const dating = dateDocument(aCase('d', claims, { witnesses: [witness] }), things)
      expect(dating.claims).toHaveLength(
        claims.filter(({ property, value }) => {
          const event = typeof value.event === 'string' && value.event !== '' ? value.event : 'written'
          return property === 'date' && (event === 'written' || event === 'signed')
        }).length,
      )
    }),
    { numRuns: usual },
  )
})

test('ten thousand claims are weighed', () => {
  const claims = Array.from({ length: 10_000 }, (_, i) =>
    aClaim(
      `c${i}`,
      'd',
      i % 2 ? 'date' : 'mentions',
      i % 2 ? { edtf: `19${10 + (i % 90)}` } : { agent: `a${i}` },
    ),
  )
  expect(dateDocument(aCase('d', claims), surroundings({})).claims).toHaveLength(5000)
})

test('beyond what can be tried a set is still minimal', () => {
  // Each bound misses one day of its own and one of another's, so that no small set refutes all.
  const bounds = Array.from({ length: 40 }, (_, i) =>
    union([{ from: 0, to: i - 1 }], [{ from: i + 1, to: 39 }]).flatMap((range) =>
      intersect(
        [range],
        union([{ from: 0, to: ((i * 7) % 40) - 1 }], [{ from: ((i * 7) % 40) + 1, to: 39 }]),
      ),
    ),
  )
  const found = smallestRefuting(bounds, [{ from: 0, to: 39 }]) ?? []
  const leaves = (chosen: readonly number[]) =>
    chosen.reduce<readonly Range[]>((left, i) => intersect(left, bounds[i] ?? []), [{ from: 0, to: 39 }])
  expect(leaves(found)).toEqual([])
  for (const one of found) expect(leaves(found.filter((i) => i !== one))).not.toEqual([])
})
