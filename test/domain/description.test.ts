import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Claim, type ClaimDraft, claimOf, standing } from '../../src/domain/claim.ts'
import {
  claimsOf,
  claimsOfChange,
  type DescriptionInput,
  describe as descriptionOf,
  readableDescription,
} from '../../src/domain/description.ts'

let last = 0
const recorded = (drafts: readonly ClaimDraft[]): Claim[] =>
  drafts.map((draft) => claimOf(`c${++last}`, draft, 'archivist', '2026-01-01T00:00:00.000Z'))
const given = (input: DescriptionInput) => recorded(claimsOf('d1', 'w1', input))
const changed = (claims: readonly Claim[], change: DescriptionInput) => [
  ...claims,
  ...recorded(claimsOfChange('d1', 'w1', claims, change)),
]

describe('what an upload says', () => {
  test('each value becomes a claim, where a copy lies one about the witness', () => {
    const claims = given({
      title: 'Serov Instructions',
      date: '1941-06',
      identifiers: [
        { scheme: 'shelfmark', value: 'EXAMPLE-1/3/10' },
        { scheme: 'number', value: '7' },
      ],
    })
    expect(claims.map(({ property, subject, rank }) => [property, subject.type, rank])).toEqual([
      ['title', 'document', 'normal'],
      ['date', 'document', 'preferred'],
      ['identifier', 'document', 'normal'],
      ['shelfmark', 'witness', 'normal'],
    ])
  })

  test('a day that does not exist is refused with its place', () => {
    expect(() => given({ title: 'x', date: '1941-02-30' })).toThrow(
      expect.objectContaining({
        fault: 'invalid-input',
        errors: [expect.objectContaining({ path: 'date' })],
      }),
    )
  })

  test('a document without a date says so', () => {
    const { date } = descriptionOf(given({ title: 'x' }))
    expect(date).toEqual({ edtf: null, earliest: null, latest: null, status: 'unknown' })
  })

  test('an imprecise date is shown at its widest', () => {
    const { date } = descriptionOf(given({ title: 'x', date: '1954' }))
    expect(date).toEqual({ edtf: '1954', earliest: '1954-01-01', latest: '1954-12-31', status: 'stated' })
  })
})

describe('a change', () => {
  test('supersedes the claim that was shown and keeps it', () => {
    const before = given({ title: 'Order' })
    const after = changed(before, { title: 'Instructions' })
    expect(descriptionOf(after).title).toBe('Instructions')
    expect(after).toHaveLength(2)
    expect(after[1]?.revisionOf).toBe(before[0]?.id)
  })

  test('that takes a value back deprecates it, and says why', () => {
    const after = changed(given({ title: 'x', date: '1939-10-11' }), { date: null })
    expect(descriptionOf(after).date.status).toBe('unknown')
    expect(standing(after).find(({ property }) => property === 'date')).toMatchObject({
      rank: 'deprecated',
      reasons: ['superseded'],
    })
  })

  test('of the title that is shown leaves the others that stand beside it', () => {
    const before = given({ title: 'Serov Instructions' })
    const long = recorded([
      { subject: { type: 'document', id: 'd1' }, property: 'title', value: { text: 'On the Procedure' } },
    ])
    const after = changed([...before, ...long], { title: 'Instructions' })
    expect(descriptionOf(after).title).toBe('Instructions')
    expect(standing(after).map(({ value, rank }) => [value.text, rank])).toEqual([
      ['On the Procedure', 'normal'],
      ['Instructions', 'preferred'],
    ])
    const again = changed(after, { title: 'Serov Instructions' })
    expect(descriptionOf(again).title).toBe('Serov Instructions')
    expect(standing(again)).toHaveLength(2)
  })

  test('that sends back what is said of another witness says nothing', () => {
    const other = recorded([
      { subject: { type: 'witness', id: 'w2' }, property: 'shelfmark', value: { text: 'K-1' } },
    ])
    const before = [...given({ title: 'x' }), ...other]
    const { identifiers } = descriptionOf(before)
    expect(identifiers).toEqual([{ scheme: 'shelfmark', value: 'K-1' }])
    expect(claimsOfChange('d1', 'w1', before, { identifiers })).toEqual([])
  })

  test('of a list touches only what differs', () => {
    const before = given({ title: 'x', subjects: ['deportation', 'Latvia'] })
    const after = changed(before, { subjects: ['Latvia', 'Estonia'] })
    expect(descriptionOf(after).subjects).toEqual(['Latvia', 'Estonia'])
    expect(after.slice(before.length).map(({ rank, value }) => [rank, value.text])).toEqual([
      ['normal', 'Estonia'],
      ['deprecated', 'deportation'],
    ])
  })

  test('that says the same again makes no claim', () => {
    const input = {
      title: 'x',
      date: '1954',
      subjects: ['a'],
      identifiers: [{ scheme: 'number', value: '1' }],
    }
    expect(claimsOfChange('d1', 'w1', given(input), input)).toEqual([])
  })
})

const text = fc.string({ minLength: 1, maxLength: 12 })
const input: fc.Arbitrary<DescriptionInput> = fc.record(
  {
    creator: fc.option(text),
    type: fc.option(text),
    language: fc.option(fc.constantFrom('en', 'ru', 'lt')),
    abstract: fc.option(text),
    date: fc.option(fc.constantFrom('1941', '1941-06-14', '[1941-02-03..1941-06-07]', '1939-10-11')),
    subjects: fc.uniqueArray(text, { maxLength: 4 }),
    identifiers: fc.uniqueArray(fc.record({ scheme: fc.constantFrom('number', 'shelfmark'), value: text }), {
      maxLength: 4,
      selector: ({ scheme, value }) => `${scheme} ${value}`,
    }),
  },
  { requiredKeys: [] },
)

test('after any changes the description is what was said last of each field', () => {
  fc.assert(
    fc.property(fc.array(input, { minLength: 1, maxLength: 6 }), (changes) => {
      const claims = changes.reduce((all, change) => changed(all, change), given({ title: 'x' }))
      const said: DescriptionInput = Object.assign({}, ...changes)
      const shown = descriptionOf(claims)
      for (const field of ['creator', 'type', 'language', 'abstract'] as const) {
        expect(shown[field]).toBe(said[field] ?? null)
      }
      expect(shown.date.edtf).toBe(said.date ?? null)
      expect([...shown.subjects].sort()).toEqual([...(said.subjects ?? [])].sort())
      const sorted = (list: DescriptionInput['identifiers']) =>
        (list ?? []).map((one) => JSON.stringify(one)).sort()
      expect(sorted(shown.identifiers.map(({ scheme, value }) => ({ scheme, value })))).toEqual(
        sorted(said.identifiers?.map(({ scheme, value }) => ({ scheme, value }))),
      )
    }),
    { numRuns: 200 },
  )
})

test('a search may find the title, identifiers, names, subjects and the abstract', () => {
  const words = readableDescription(
    descriptionOf(
      given({
        title: 'A',
        creator: 'B',
        subjects: ['C'],
        abstract: 'D',
        identifiers: [{ scheme: 's', value: 'E' }],
      }),
    ),
  )
  expect(words.split('\n').sort()).toEqual(['A', 'B', 'C', 'D', 'E'])
})
