import { expect, test } from 'vitest'
import { complete } from '../../../src/web/search/complete.ts'
import { faultPlace } from '../../../src/web/search/fault-place.ts'

test('a suggested word takes the place of the last one, with what introduces it', () => {
  const word = { kind: 'word', value: 'deportation' } as const
  expect(complete('depor', word)).toBe('deportation')
  expect(complete('order OR depor', word)).toBe('order OR deportation')
  expect(complete('order -depor', word)).toBe('order -deportation')
  expect(complete('"forced depor', word)).toBe('"forced deportation')
  expect(complete('title:depor', word)).toBe('title:deportation')
  expect(complete('(депор', word)).toBe('(deportation')
  expect(complete('deport* ', word)).toBe('deportation')
})

test('a suggested title, name or subject asks for just that, quotes in it taken out', () => {
  expect(complete('how the', { kind: 'title', value: 'How the “two”: a note' })).toBe(
    '"How the two : a note"',
  )
  expect(complete('iv', { kind: 'creator', value: 'Ivan Serov' })).toBe('by:"Ivan Serov"')
  expect(complete('x', { kind: 'subject', value: 'stamps' })).toBe('subject:"stamps"')
})

test('the place of a fault is counted in code points, and the end is a place', () => {
  expect(faultPlace('📜 (a', 3)).toEqual({ before: '📜 ', at: '(', after: 'a' })
  expect(faultPlace('a', 9)).toEqual({ before: 'a', at: '', after: '' })
  expect(faultPlace('', 1)).toEqual({ before: '', at: '', after: '' })
})
