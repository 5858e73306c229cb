import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts, textOf } from '../../../src/web/transcribe/merge.ts'

const text = fc
  .array(fc.constantFrom('night', 'Night', 'of', '\n', ' ', ' ', 'train', '📜'), { maxLength: 20 })
  .map((all) => all.join(''))
const mine = () => 'mine' as const
const theirs = () => 'theirs' as const

test('what one of them changed is taken, and what both did in other ways is left to choose', () => {
  const base = 'They came by trian at nihgt to the town'
  const parts = mergeTexts(
    base,
    'They came by train at noon to the town',
    'They came by trian at night to the city',
  )
  expect(parts.map(({ kind }) => kind)).toEqual(['same', 'mine', 'same', 'conflict', 'same', 'theirs'])
  expect(textOf(parts, mine)).toBe('They came by train at noon to the city')
  expect(textOf(parts, theirs)).toBe('They came by train at night to the city')
})

test('whatever was written, nothing of either text is lost', () => {
  fc.assert(
    fc.property(text, text, text, (base, one, other) => {
      const parts = mergeTexts(base, one, other)
      const read = (side: 'mine' | 'theirs') =>
        parts
          .map((part) => {
            if (part.kind === 'conflict') return part[side]
            return part.kind === side || part.kind === 'both' || part.kind === 'same' ? part.text : part.base
          })
          .join('')
      expect([read('mine'), read('theirs')]).toEqual([one, other])
    }),
  )
})

test('who changed nothing takes what the other did', () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(textOf(mergeTexts(base, base, other), mine)).toBe(other)
      expect(textOf(mergeTexts(base, other, base), theirs)).toBe(other)
      expect(textOf(mergeTexts(base, other, other), theirs)).toBe(other)
    }),
  )
})
