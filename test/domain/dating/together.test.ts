import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfCivil, isoOfDay } from '../../../src/domain/date/day.ts'
import type { DatingCase, DatingClaim } from '../../../src/domain/dating/case.ts'
import { dateDocument, dateDocuments } from '../../../src/domain/dating/date-documents.ts'
import { isLong } from '../../support/long.ts'
import { aBody, aCase, aClaim, surroundings, written } from './support.ts'

const names = ['A', 'B', 'C', 'D', 'E', 'F']
const named = surroundings({
  agents: { body: aBody('Bureau', '1950/1960') },
  documents: Object.fromEntries(names.map((name) => [name, { name, bounds: null }])),
})
const relation = (from: string, property: string, to: string, more: object = {}) =>
  aClaim(`${from} ${property} ${to}`, from, property, { document: to, ...more })
const dated = (document: string, edtf: string, more: Partial<DatingClaim> = {}) =>
  aClaim(`${document} date`, document, 'date', { edtf, event: 'written' }, more)
const bears = (document: string, edtf: string) =>
  aClaim(`${document} bears`, document, 'date-borne', { edtf })

const solve = (...cases: DatingCase[]) => dateDocuments(cases, named)
const windows = (...cases: DatingCase[]) =>
  Object.fromEntries(solve(...cases).map((dating) => [dating.document, written(dating.windows).join(' ')]))

describe('documents dated together', () => {
  test('bound one another along chains, both ways', () => {
    const found = windows(
      aCase('A', [bears('A', '1941-03')]),
      aCase('B', [relation('B', 'answers', 'A')]),
      aCase('C', [relation('C', 'replaces', 'B')]),
      aCase('D', [relation('D', 'quotes', 'C'), bears('D', '1943')]),
    )
    expect(found).toEqual({
      A: '1941-03-01/1941-03-31',
      B: '1941-03-01/1943-12-31',
      C: '1941-03-01/1943-12-31',
      D: '1943-01-01/1943-12-31',
    })
  })

  test('name the claims that date the others under each step', () => {
    const [, b] = solve(aCase('A', [bears('A', '1941-03')]), aCase('B', [relation('B', 'answers', 'A')]))
    expect(b?.steps).toMatchObject([
      { says: 'Answers “A” (March 1941).', claims: ['B answers A', 'A bears'] },
    ])
  })

  test('with a settled date bound others by it, whatever the evidence says of them', () => {
    const a = aCase('A', [
      aClaim('i', 'A', 'issuer', { agent: 'body' }),
      dated('A', '1941', { rank: 'preferred' }),
    ])
    const [found, b] = solve(a, aCase('B', [relation('B', 'answers', 'A')]))
    expect(found?.date).toMatchObject({ edtf: '1941', status: 'conflicting' })
    expect(written(b?.windows ?? [])).toEqual(['1941-01-01/..'])
    expect(b?.steps[0]?.claims).toEqual(['B answers A', 'A date'])
  })

  test('with nothing but a date claim bound others by it, and are not bound by themselves', () => {
    const [a, b] = solve(
      aCase('A', [dated('A', '1941'), relation('A', 'annex-of', 'B'), relation('A', 'mentions', 'B')]),
      aCase('B', []),
    )
    expect(written(b?.windows ?? [])).toEqual(['1941-01-01/1941-12-31'])
    expect(a?.steps).toEqual([])
    expect(a?.status).toBe('stated')
  })

  test('about bounds nothing, and neither does a single one of several alternatives', () => {
    expect(windows(aCase('A', [dated('A', '1941~')]), aCase('B', [relation('B', 'answers', 'A')])).B).toBe(
      '../..',
    )
    const found = windows(
      aCase('A', [bears('A', '1941')]),
      aCase('B', [bears('B', '1943')]),
      aCase('C', [relation('C', 'annex-of', 'A'), relation('C', 'annex-of', 'B')]),
      aCase('D', [bears('D', '1945'), relation('D', 'copy-of', 'A'), relation('D', 'copy-of', 'E')]),
      aCase('E', []),
    )
    expect(found).toMatchObject({ C: '../1943-12-31', E: '../..' })
  })

  test('carry inferences on, and leave them out without inferences', () => {
    const a = aCase('A', [aClaim('i', 'A', 'issuer', { agent: 'body' }, { nature: 'inferred' })])
    const [, b] = solve(a, aCase('B', [relation('B', 'answers', 'A')]))
    expect(written(b?.windows ?? [])).toEqual(['1950-01-01/..'])
    expect(written(b?.withoutInferences ?? [])).toEqual(['../..'])
  })

  test('have the same dates as one by one with what the others gave', () => {
    const a = aCase('A', [bears('A', '1941-03')])
    const b = aCase('B', [relation('B', 'answers', 'A')])
    const [ofA, ofB] = solve(a, b)
    const things = surroundings({
      documents: { A: { name: 'A', bounds: ofA?.bounds ?? null }, B: { name: 'B', bounds: null } },
    })
    expect(dateDocument(b, things)).toEqual(ofB)
    const given = { ...a, incoming: b.claims }
    const late = surroundings({ documents: { B: { name: 'B', bounds: bounded('1941-03-10') } } })
    expect(written(dateDocument(given, late).windows)).toEqual(['1941-03-01/1941-03-10'])
  })
})

const bounded = (day: string) => {
  const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number)
  const to = dayOfCivil(year, month, ofMonth)
  return { days: [{ from: null, to }], withoutInferences: [{ from: null, to }], claims: [], sources: [] }
}

test('an alternative that leads back to the document itself leaves all open, in whatever order', () => {
  const a = aCase('A', [relation('A', 'annex-of', 'A'), relation('A', 'annex-of', 'B'), bears('A', '1943')])
  const b = aCase('B', [bears('B', '1941')])
  const c = aCase('C', [])
  const answered = {
    ...a,
    claims: [...a.claims, relation('A', 'answers', 'C'), relation('A', 'answers', 'B')],
  }
  for (const cases of [
    [answered, b, c],
    [b, c, answered],
  ])
    expect(windows(...cases)).toEqual({
      A: '1943-01-01/1943-12-31',
      B: '1941-01-01/1941-12-31',
      C: '../1943-12-31',
    })
})

describe('an impossible order', () => {
  test('is named, whether of one, two or three', () => {
    const [alone] = solve(aCase('A', [relation('A', 'answers', 'A'), bears('A', '1941')]))
    expect(alone).toMatchObject({ status: 'conflicting', windows: [], edtf: null })
    expect(alone?.conflict).toMatchObject({ kind: 'cycle', claims: ['A answers A'] })
    const [a, b, c] = solve(
      aCase('A', [relation('A', 'answers', 'C')]),
      aCase('B', [relation('B', 'quotes', 'A')]),
      aCase('C', [relation('C', 'replaces', 'B')]),
    )
    expect(a?.conflict).toEqual({
      kind: 'cycle',
      claims: ['C replaces B', 'A answers C', 'B quotes A'],
      marks: [],
      steps: [],
      says: 'Impossible order: “C” replaces “B”, “A” answers “C” and “B” quotes “A”; each would have to be later than itself.',
    })
    expect([b?.conflict, c?.conflict]).toEqual([a?.conflict, a?.conflict])
  })

  test('is seen from one document, too', () => {
    const one = aCase('A', [relation('A', 'replaces', 'B')], { incoming: [relation('B', 'replaces', 'A')] })
    expect(dateDocument(one, named).conflict).toMatchObject({
      kind: 'cycle',
      claims: ['B replaces A', 'A replaces B'],
    })
  })

  test('leaves those outside it as they are', () => {
    const found = windows(
      aCase('A', [bears('A', '1941'), relation('A', 'answers', 'B')]),
      aCase('B', [relation('B', 'answers', 'A')]),
      aCase('C', [relation('C', 'answers', 'A')]),
    )
    expect(found).toEqual({ A: '', B: '', C: '1941-01-01/..' })
  })

  test('is none where two only mention each other, or nobody asserts it', () => {
    const [a] = solve(
      aCase('A', [relation('A', 'mentions', 'B')]),
      aCase('B', [relation('B', 'mentions', 'A')]),
    )
    expect(a?.conflict).toBeNull()
    const denied = { ...relation('B', 'answers', 'A'), polarity: 'denied' as const }
    const [other] = solve(aCase('A', [relation('A', 'answers', 'B')]), aCase('B', [denied]))
    expect(other?.conflict).toBeNull()
  })
})

test('a chain that cannot hold names all that it consists of, on each document', () => {
  const cases = [
    aCase('A', [bears('A', '1950')]),
    aCase('B', [relation('B', 'answers', 'A')]),
    aCase('C', [relation('C', 'answers', 'B'), bears('C', '1945')]),
  ]
  for (const { conflict, windows: left } of solve(...cases)) {
    expect(left).toEqual([])
    expect(conflict?.claims.toSorted()).toEqual(['A bears', 'B answers A', 'C answers B', 'C bears'])
  }
})

test('a chain of five thousand documents and one with a thousand answers are dated', () => {
  const long = Array.from({ length: 5000 }, (_, i) =>
    aCase(`d${i}`, i === 0 ? [bears('d0', '1941')] : [relation(`d${i}`, 'answers', `d${i - 1}`)]),
  )
  expect(written(dateDocuments(long, named).at(-1)?.windows ?? [])).toEqual(['1941-01-01/..'])
  const wide = [
    aCase('hub', [bears('hub', '1941')]),
    ...Array.from({ length: 1000 }, (_, i) =>
      aCase(`d${i}`, [relation(`d${i}`, 'answers', 'hub'), bears(`d${i}`, '1943')]),
    ),
  ]
  const [hub, ...others] = dateDocuments(wide, named)
  expect(hub?.steps).toHaveLength(1001)
  expect(others.every(({ windows: left }) => written(left).join() === '1943-01-01/1943-12-31')).toBe(true)
})

// The same by definition: bounds are carried along every relation again and again until no day changes.
type Link = { from: number; property: string; to: number }
const after = new Set(['mentions', 'quotes', 'answers'])

function byDefinition(own: readonly (readonly [number, number][])[], links: readonly Link[]): string[] {
  const size = own.length
  const carry = (sign: 1 | -1): number[] => {
    const starts = own.map((ranges) => ranges.map(([a, b]) => (sign === 1 ? [a, b] : [-b, -a])))
    const first = (i: number, least: number) => {
      const fits = (starts[i] ?? [])
        .filter(([, end = 0]) => end >= least)
        .map(([begin = 0]) => Math.max(begin, least))
      return fits.length > 0 ? Math.min(...fits) : least
    }
    const values = Array.from({ length: size }, (_, i) => first(i, Number.NEGATIVE_INFINITY))
    for (let round = 0; round < 200; round += 1)
      for (const { from, property, to } of links) {
        const isAfter = after.has(property) === (sign === 1)
        const [later, earlier] = isAfter ? [from, to] : [to, from]
        values[later] = Math.max(values[later] ?? 0, first(later, values[earlier] ?? 0))
      }
    return values.map((value) => sign * value)
  }
  const [firsts, lasts] = [carry(1), carry(-1)]
  return own.map((ranges, i) =>
    ranges
      .map(([a, b]) => [Math.max(a, firsts[i] ?? 0), Math.min(b, lasts[i] ?? 0)] as const)
      .filter(([a, b]) => a <= b)
      .map(([a, b]) => (a === b ? isoOfDay(a) : `${isoOfDay(a)}/${isoOfDay(b)}`))
      .join(' '),
  )
}

const base = dayOfCivil(1941, 1, 1)
const ranges = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 6 })
  .map((days) => days.filter((_, i) => i < days.length - (days.length % 2)).sort((a, b) => a - b))
  .map((days) =>
    Array.from({ length: days.length / 2 }, (_, i): [number, number] => [
      base + 3 * (days[2 * i] ?? 0),
      base + 3 * (days[2 * i + 1] ?? 0),
    ]),
  )
// Without strict relations, so that rings are possible and have to be carried round.
const link = fc.record({
  from: fc.nat(5),
  property: fc.constantFrom('mentions', 'quotes', 'annex-of', 'printed-in'),
  to: fc.nat(5),
})

test('the fixed point is what carrying bounds on and on leads to, in whatever order', () => {
  fc.assert(
    fc.property(
      fc.array(ranges, { minLength: 6, maxLength: 6 }),
      fc.uniqueArray(link, { maxLength: 9, selector: ({ from, property, to }) => `${from}${property}${to}` }),
      fc.array(fc.integer(), { minLength: 6, maxLength: 6 }),
      (own, links, keys) => {
        // Of a document that is the annex of several, these are alternatives: keep the first.
        const single = links.filter(
          (one, i) =>
            one.from !== one.to &&
            (one.property !== 'annex-of' ||
              links.findIndex(
                (other) =>
                  other.property === 'annex-of' && other.from === one.from && other.from !== other.to,
              ) === i),
        )
        const cases = own.map((periods, i) => {
          const name = names[i] ?? ''
          const edtf = `[${periods.map(([a, b]) => `${isoOfDay(a)}..${isoOfDay(b)}`).join(',')}]`
          const claims = single
            .filter(({ from }) => from === i)
            .map(({ property, to }) => relation(name, property, names[to] ?? ''))
          return aCase(name, [bears(name, edtf), ...claims])
        })
        const found = windows(...cases)
        expect(names.map((name) => found[name])).toEqual(byDefinition(own, single))
        const shuffled = cases.toSorted(
          (a, b) => (keys[names.indexOf(a.document)] ?? 0) - (keys[names.indexOf(b.document)] ?? 0),
        )
        const inOrder = (datings: ReturnType<typeof solve>) =>
          datings.toSorted((a, b) => a.document.localeCompare(b.document))
        expect(inOrder(solve(...shuffled))).toEqual(inOrder(solve(...cases)))
      },
    ),
    { numRuns: isLong ? 400 : 150 },
  )
})

test('any relations, rings among them, end, and in every order the same', () => {
  const anyLink = fc.record({
    from: fc.nat(5),
    property: fc.constantFrom('answers', 'replaces', 'mentions', 'annex-of', 'copy-of'),
    to: fc.nat(5),
  })
  fc.assert(
    fc.property(
      fc.array(anyLink, { maxLength: 12 }),
      fc.array(ranges, { minLength: 6, maxLength: 6 }),
      (links, own) => {
        const cases = names.map((name, i) => {
          const [[first = 0] = []] = own[i] ?? []
          const claims = links
            .filter(({ from }) => from === i)
            .map(({ property, to }) => relation(name, property, names[to] ?? ''))
          return aCase(
            name,
            i % 2 === 0
              ? [dated(name, isoOfDay(first)), ...claims]
              : [bears(name, isoOfDay(first)), ...claims],
          )
        })
        const one = solve(...cases)
        const other = solve(...cases.toReversed()).toReversed()
        expect(other).toEqual(one)
      },
    ),
    { numRuns: isLong ? 300 : 120 },
  )
})
