import { expect, test } from 'vitest'
import { draftOfMark, inferredIn, markOf, noMark } from '../../../src/web/witness/mark-draft.ts'
import { draftOfWitness, noWitness, witnessOf } from '../../../src/web/witness/witness-draft.ts'

test.each([
  ['XXXX-06-07', '1941-06-07', ['year']],
  ['1941', '1941-06-07', ['month', 'day']],
  ['1941-06-07', '1941-06-07', []],
  ['194X-06', '1941-06', ['year']],
  ['XXXX-06-07', '[1941-06-07..1943-06-08]', ['year']],
  ['XXXX-06', '1941-06-03/1941-06-07', ['year', 'day']],
  ['XXXX-06-07', null, []],
] as const)('what was read as %s lacks of %s: %j', (asRead, date, parts) => {
  expect(inferredIn(asRead, date, ['day'])).toEqual(parts)
})

test('where nothing is said of how it was read, that is inferred which is said to be, as far as the date has it', () => {
  expect(inferredIn(null, '1941-06', ['month', 'day'])).toEqual(['month'])
})

test('of a mark only what was changed is told, and what was emptied is taken away', async () => {
  expect(await markOf({ reading: ' ', agent: 'a1' }, noMark)).toEqual({ reading: null, agent: 'a1' })
  expect(await markOf({ spot: { page: '', box: [1, 2, 3, 4] } }, noMark)).toEqual({ page: null, box: null })
  const mark = { ...noMark, id: 'm', witness: 'w', recordedBy: '', recordedAt: '', page: 'p1' }
  const reply = { ...mark, kind: 'note' as const, box: [1, 2, 3, 4], inferred: [], sources: [] }
  // The reply is what the API tells; here only the place of it matters.
  expect(draftOfMark(reply as unknown as Parameters<typeof draftOfMark>[0]).spot).toEqual({
    page: 'p1',
    box: [1, 2, 3, 4],
  })
})

test('of a witness only what was changed is told', async () => {
  expect(await witnessOf({ label: ' A copy ', kind: '' })).toEqual({ label: 'A copy', kind: null })
  const { holder, printedIn, headingAsPrinted } = noWitness
  expect(await witnessOf({ holder, printedIn, headingAsPrinted })).toEqual({
    holder: null,
    printedIn: null,
    headingAsPrinted: null,
  })
  expect(
    await witnessOf({
      holder: { which: 'text', agent: 'a1', text: 'A museum' },
      printedIn: { which: 'document', source: 's1', document: 'd1', locator: ' p. 4' },
      headingAsPrinted: { text: 'Order', status: 'misattributed', names: '' },
    }),
  ).toEqual({
    holder: 'A museum',
    printedIn: { document: 'd1', locator: 'p. 4' },
    headingAsPrinted: { text: 'Order', status: 'misattributed', names: null },
  })
})

test('a holder that is no agent stays words', () => {
  const witness = {
    ...{ id: 'w', document: 'd', label: 'L', kind: null, transmission: null, holder: 'A museum' },
    ...{ holderAgent: null, shelfmark: null, collection: null, printedIn: null, headingAsPrinted: null },
    ...{ language: null, date: null, custody: null, pageCount: 0, createdAt: '' },
  }
  expect(draftOfWitness(witness).holder).toEqual({ which: 'text', agent: '', text: 'A museum' })
})
