import { expect, test } from 'vitest'
import { anonymous } from '../../src/domain/access.ts'
import { allOf, audienceClass, audienceOf, cut, from, kept, sees, until } from '../../src/domain/audience.ts'

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

test('what is of several classes is seen by whom each of them lets in', () => {
  const members = audienceOf({ id: 't1', role: 'reader', groups: ['g1'] }, today)
  expect(allOf('public', null)).toBe('public')
  expect(allOf('members', 'public', 'restricted:g1', 'members')).toBe('members&restricted:g1')
  expect(sees(members, allOf('members', 'restricted:g1'))).toBe(true)
  expect(sees(members, allOf('members', 'restricted:g2'))).toBe(false)
  expect(sees(members, allOf('members', from('2026-11-23')))).toBe(true)
  expect(sees(members, allOf('members', from('2026-11-24')))).toBe(false)
})

test('what stands in the place of something is seen by those alone who do not see that', () => {
  const archivist = audienceOf({ id: 't1', role: 'archivist' }, today)
  const stranger = audienceOf(anonymous('reader'), today)
  const versions = [kept, allOf(cut, until('2026-11-23')), allOf(cut, from('2026-11-23'))]
  expect(versions.map((one) => sees(archivist, one))).toEqual([true, false, false])
  expect(versions.map((one) => sees(stranger, one))).toEqual([false, false, true])
})
