import { expect, test } from 'vitest'
import { claimsOfSaid } from '../../../src/domain/claim/claims-of-change.ts'
import { type Claim, claimOf } from '../../../src/domain/claim.ts'
import { describeWitness, misleads } from '../../../src/domain/witness/witness.ts'
import { newId } from '../../../src/tools/ids.ts'
import { actor, now } from '../../support/builders.ts'

const said = (values: Record<string, unknown>): Claim[] =>
  claimsOfSaid(
    { type: 'witness', id: 'w1' },
    Object.entries(values).map(([property, value]) => ({ property, values: [{ path: property, value }] })),
  ).map(({ path: _, ...draft }) => claimOf(newId('c'), draft, actor, now))

test('a witness is what its claims say', () => {
  const nothing = describeWitness([])
  expect(Object.values(nothing).every((value) => value === null)).toBe(true)
  const claims = said({
    label: { text: 'Šiauliai copy' },
    transmission: { text: 'certified copy' },
    holder: { agent: 'a1' },
    shelfmark: { text: 'K-1/3/10' },
    'printed-in': { source: 's1', locator: 'pp. 464–468' },
    'heading-as-printed': { text: 'Order No. 001223', status: 'misleading', names: 'd2' },
    language: { text: 'ru' },
    date: { edtf: '1941-06' },
    custody: { unknown: true },
  })
  expect(describeWitness(claims)).toEqual({
    label: 'Šiauliai copy',
    kind: null,
    transmission: 'certified copy',
    holder: { agent: 'a1', text: null },
    shelfmark: 'K-1/3/10',
    collection: null,
    printedIn: { source: 's1', document: null, locator: 'pp. 464–468' },
    headingAsPrinted: { text: 'Order No. 001223', status: 'misleading', names: 'd2' },
    language: 'ru',
    date: '1941-06',
    custody: null,
  })
})

test('a heading misleads where it names another document and is not its own', () => {
  const heading = { text: 'x', status: 'misleading', names: 'd2' }
  expect(misleads(heading)).toBe(true)
  expect(misleads({ ...heading, status: 'misattributed' })).toBe(true)
  expect(misleads({ ...heading, status: 'correct' })).toBe(false)
  expect(misleads({ ...heading, names: null })).toBe(false)
  expect(misleads(null)).toBe(false)
})
