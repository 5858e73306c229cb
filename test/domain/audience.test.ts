import { expect, test } from 'vitest'
import { anonymous } from '../../src/domain/access.ts'
import { audienceClass, audienceOf } from '../../src/domain/audience.ts'

const today = '2026-11-23'

test('an embargo is a class with the day on which it opens', () => {
  expect(audienceClass('embargoed', '2030-01-01', null)).toBe('embargoed:2030-01-01')
  expect(audienceClass('restricted', null, null)).toBe('restricted')
})

test('a restriction to a group is a class of its own, which those in it find', () => {
  expect(audienceClass('restricted', null, 'g1')).toBe('restricted:g1')
  const { classes } = audienceOf({ id: 'n1', role: 'reader', groups: ['g1', 'g2'] }, today)
  expect(classes).toEqual(['public', 'members', 'restricted:g1', 'restricted:g2'])
})

test('those who keep the archive find everything', () => {
  expect(audienceOf({ id: 't1', role: 'archivist' }, today).everything).toBe(true)
})

test('a reader with a token is a member, one without is not', () => {
  expect(audienceOf({ id: 't1', role: 'reader' }, today).classes).toEqual(['public', 'members'])
  expect(audienceOf(anonymous('reader'), today).classes).toEqual(['public'])
})
