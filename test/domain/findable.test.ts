import { expect, test } from 'vitest'
import { describe as describeDocument } from '../../src/domain/description.ts'
import { astrayText, bearings, findableOf, findableText } from '../../src/domain/findable.ts'
import { aClaim } from '../support/builders.ts'

const known = { nameOf: (id: string) => (id === 'a-1' ? 'Ivan Serov' : null), survivorOf: (id: string) => id }
const witness = { type: 'witness', id: 'w-1' } as const
const claims = [
  aClaim({ property: 'title', value: { text: 'Serov Instructions' }, rank: 'preferred' }),
  aClaim({ property: 'title', value: { text: 'On the Procedure' } }),
  aClaim({
    property: 'title',
    value: { text: 'Wrong' },
    rank: 'deprecated',
    reasons: ['conflation', 'error-in-source'],
  }),
  aClaim({ property: 'title', value: { text: 'Slip' }, rank: 'deprecated', reasons: ['superseded'] }),
  aClaim({ property: 'title', value: { text: 'Denied' }, polarity: 'denied' }),
  aClaim({ property: 'identifier', value: { scheme: 'number', value: '7' } }),
  aClaim({ property: 'identifier', value: { none: true, scheme: 'register' } }),
  aClaim({ property: 'signatory', value: { agent: 'a-1' } }),
  aClaim({ property: 'addressee', value: { text: 'Merkulov' } }),
  aClaim({
    subject: witness,
    property: 'heading-as-printed',
    value: { text: 'Order 1', status: 'misleading', names: 'd-2' },
  }),
]
const findable = findableOf(claims, ['Received', 'Received'], known)

test('what is found of a document beside what it shows is told apart by field', () => {
  expect(findable).toMatchObject({
    titles: ['Serov Instructions', 'On the Procedure'],
    identifiers: ['7'],
    by: ['Ivan Serov'],
    to: ['Merkulov'],
    places: [],
    marks: ['Received'],
  })
})

test('what is wrongly said of it is told with why, and with what it is', () => {
  expect(findable.astray).toEqual([
    {
      kind: 'misattributed',
      text: 'Order 1',
      says: 'Printed under a heading that names another document: “Order 1”.',
      see: 'd-2',
    },
    {
      kind: 'deprecated',
      text: 'Wrong',
      says: 'A title that sources give it, but that is not its own: “Wrong” (conflation, error in source).',
      see: null,
    },
  ])
  expect(astrayText(findable)).toBe('Order 1\nWrong')
})

test('every line that is found stands once, and nothing in it is wrongly said', () => {
  const lines = findableText(describeDocument(claims, known), findable).split('\n')
  expect(lines).toEqual(['Serov Instructions', '7', 'On the Procedure', 'Ivan Serov', 'Merkulov', 'Received'])
})

test('it bears its titles and identifiers', () => {
  expect(bearings(describeDocument(claims, known), findable)).toEqual([
    'Serov Instructions',
    'On the Procedure',
    '7',
  ])
})
