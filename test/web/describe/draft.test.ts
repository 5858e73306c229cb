import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOf, type Draft, draftOf, fieldNames } from '../../../src/web/describe/draft.ts'
import { changedIn, clashesOf, rebased } from '../../../src/web/forms/merge-drafts.ts'

const shown = {
  title: 'Serov Instructions',
  date: { edtf: '[1941-02-03..1941-06-07]', status: 'inferred' },
  creator: 'Ivan Serov',
  type: null,
  language: null,
  abstract: null,
  rights: null,
  visibility: 'public' as const,
  embargoUntil: null,
  group: null,
  identifiers: [{ scheme: 'shelfmark', value: 'EXAMPLE-1/3/10' }],
  subjects: ['deportation', 'Lithuania'],
}
const before = draftOf(shown)
const aDraft = fc.record(
  Object.fromEntries(fieldNames.map((name) => [name, fc.constantFrom('', 'one', 'two')])),
) as fc.Arbitrary<Draft>

describe('a description that is being changed', () => {
  test('leaves a date empty that nobody states', () => {
    expect(before.date).toBe('')
    expect(draftOf({ ...shown, date: { edtf: '1954', status: 'stated' } }).date).toBe('1954')
  })

  test('tells the archive what differs, and nothing else', () => {
    expect(changedIn(before, { ...before, title: ' Serov Instructions ' })).toEqual([])
    expect(
      changeOf({
        creator: '',
        date: '1941',
        subjects: 'deportation\n\n stamps ',
        identifiers: 'number: 12:3\nplain',
      }),
    ).toEqual({
      creator: null,
      date: '1941',
      subjects: ['deportation', 'stamps'],
      identifiers: [
        { scheme: 'number', value: '12:3' },
        { scheme: 'shelfmark', value: 'plain' },
      ],
    })
  })

  test('keeps what others changed meanwhile, and clashes only where both changed the same', () => {
    fc.assert(
      fc.property(aDraft, aDraft, aDraft, (base, theirs, mine) => {
        const merged = rebased(base, theirs, mine)
        for (const name of fieldNames) {
          if (changedIn(base, mine).includes(name)) expect(merged[name]).toBe(mine[name])
          else expect(merged[name]).toBe(theirs[name])
          const isClash =
            base[name] !== theirs[name] && base[name] !== mine[name] && theirs[name] !== mine[name]
          expect(clashesOf(base, theirs, mine).includes(name)).toBe(isClash)
        }
      }),
    )
  })
})
