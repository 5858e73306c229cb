import { expect, test } from 'vitest'
import { anonymous } from '../../src/domain/access.ts'
import { audienceClass, audienceOf } from '../../src/domain/audience.ts'

const today = '2026-11-23'

test('an embargo is a class with the day on which it opens', () => {
  expect(audienceClass('embargoed', '2030-01-01')).toBe('embargoed:2030-01-01')
  expect(audienceClass('restricted', null)).toBe('restricted')
})

test('those who keep the archive find everything', () => {
  expect(audienceOf({ id: 't1', role: 'archivist' }, today).everything).toBe(true)
})

test('a reader with a token is a member, one without is not', () => {
  expect(audienceOf({ id: 't1', role: 'reader' }, today).classes).toEqual(['public', 'members'])
  expect(audienceOf(anonymous('reader'), today).classes).toEqual(['public'])
})
