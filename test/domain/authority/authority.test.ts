import { describe, expect, test } from 'vitest'
import { describeAgent } from '../../../src/domain/authority/agent.ts'
import { labelOf } from '../../../src/domain/authority/describe-authority.ts'
import { describeHappening } from '../../../src/domain/authority/happening.ts'
import { describePlace } from '../../../src/domain/authority/place.ts'
import { claimsOfChangedThing, claimsOfSaid } from '../../../src/domain/claim/claims-of-change.ts'
import { type Claim, type ClaimDraft, claimOf, type Subject } from '../../../src/domain/claim.ts'
import { newId } from '../../../src/tools/ids.ts'
import { actor, now } from '../../support/builders.ts'

const recorded = (drafts: readonly ClaimDraft[]): Claim[] =>
  drafts.map((draft) => claimOf(newId('c'), draft, actor, now))
const saying = (subject: Subject, property: string, ...values: unknown[]) =>
  recorded(
    claimsOfSaid(subject, [
      { property, values: values.map((value, index) => ({ path: `${property}.${index}`, value })) },
    ]),
  )
const agent: Subject = { type: 'agent', id: 'a1' }
const place: Subject = { type: 'place', id: 'p1' }
const happening: Subject = { type: 'happening', id: 'h1' }

describe('an agent', () => {
  test('is what its claims say: names, several periods of existence, offices, who came before and after', () => {
    const claims = [
      ...saying(agent, 'name', { text: 'NKGB', lang: 'en', script: 'Latn' }, { text: 'НКГБ' }),
      ...saying(agent, 'existence', { edtf: '1941-02-03/1941-07-20' }, { edtf: '1943-04-14/1946-03-15' }),
      ...saying(
        agent,
        'office',
        { title: 'Deputy', agent: 'a2', period: '1941/..' },
        { title: 'Clerk', text: 'Office' },
      ),
      ...saying(agent, 'predecessor', { agent: 'a3' }),
      ...saying(agent, 'successor', { agent: 'a4' }, { unknown: true }),
      ...saying(agent, 'same-as', { uri: 'https://www.wikidata.org/entity/Q1' }),
    ]
    expect(describeAgent(claims)).toEqual({
      names: [
        { text: 'NKGB', lang: 'en', script: 'Latn', kind: null, period: null },
        { text: 'НКГБ', lang: null, script: null, kind: null, period: null },
      ],
      existence: ['1941-02-03/1941-07-20', '1943-04-14/1946-03-15'],
      offices: [
        { title: 'Deputy', body: 'a2', period: '1941/..' },
        { title: 'Clerk', body: 'Office', period: null },
      ],
      predecessors: ['a3'],
      successors: ['a4'],
      sameAs: ['https://www.wikidata.org/entity/Q1'],
      note: null,
    })
  })

  test('shows its preferred name first, the others still, and deprecated ones no more', () => {
    const [first, second, third] = saying(agent, 'name', { text: 'One' }, { text: 'Two' }, { text: 'Three' })
    if (!first || !second || !third) throw new Error('There are three.')
    const claims = [
      first,
      { ...second, rank: 'preferred' } as const,
      { ...third, rank: 'deprecated' } as const,
    ]
    expect(describeAgent(claims).names.map(({ text }) => text)).toEqual(['Two', 'One'])
    expect(labelOf(describeAgent(claims))).toBe('Two')
    expect(labelOf(describeAgent([]))).toBe('Unnamed')
  })
})

test('a place lay within others at times, and has names by time', () => {
  const claims = [
    ...saying(place, 'name', { text: 'Schaulen', lang: 'de', period: '/1917' }),
    ...saying(place, 'within', { place: 'p2', period: '1795/1917' }, { place: 'p3' }),
    ...saying(place, 'coordinates', { lat: 55.93, lon: 23.31 }),
  ]
  expect(describePlace(claims)).toMatchObject({
    names: [{ text: 'Schaulen', period: '/1917' }],
    within: [
      { place: 'p2', period: '1795/1917' },
      { place: 'p3', period: null },
    ],
    coordinates: { lat: 55.93, lon: 23.31 },
  })
  expect(describePlace([]).coordinates).toBe(null)
})

test('a happening has a date, places and agents, by id or by name', () => {
  const claims = [
    ...saying(happening, 'date', { edtf: '1941-06-13/1941-06-14' }),
    ...saying(happening, 'place', { place: 'p1' }, { text: 'Baltic states' }),
    ...saying(happening, 'agent', { agent: 'a1' }),
  ]
  expect(describeHappening(claims)).toMatchObject({
    date: '1941-06-13/1941-06-14',
    places: ['p1', 'Baltic states'],
    agents: ['a1'],
  })
})

describe('a change', () => {
  const before = saying(agent, 'existence', { edtf: '1941/1943' }, { edtf: '1950/1960' })
  const change = (...periods: string[]) =>
    claimsOfChangedThing(agent, before, [
      {
        property: 'existence',
        values: periods.map((edtf, index) => ({ path: `existence.${index}`, value: { edtf } })),
      },
    ])

  test('supersedes what is gone by what is new, and leaves the rest', () => {
    const [revision, ...others] = change('1941-02/1943', '1950/1960')
    expect(others).toEqual([])
    expect(revision).toMatchObject({ value: { edtf: '1941-02/1943' }, revisionOf: before[0]?.id })
    expect(describeAgent([...before, ...recorded(change('1941-02/1943', '1950/1960'))]).existence).toEqual([
      '1950/1960',
      '1941-02/1943',
    ])
    expect(change('1941/1943', '1950/1960')).toEqual([])
  })

  test('deprecates what is left over, and adds what is more', () => {
    expect(change('1950/1960')).toMatchObject([
      { rank: 'deprecated', reasons: ['superseded'], revisionOf: before[0]?.id },
    ])
    expect(change('1941/1943', '1950/1960', '1970/..')).toMatchObject([{ value: { edtf: '1970/..' } }])
    expect(describeAgent([...before, ...recorded(change())]).existence).toEqual([])
  })

  test('that cannot be is refused where it stands in the input', () => {
    expect(() => change('1941/1943', '1960/1950')).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ path: 'existence.1' })] }),
    )
  })
})
