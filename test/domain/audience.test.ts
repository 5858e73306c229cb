import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, anonymous, roles } from '../../src/domain/access.ts'
import { allOf, audienceClass, audienceOf, cut, from, kept, sees, until } from '../../src/domain/audience.ts'

const today = '2026-11-23'

test('an embargo is a class with the day on which it opens', () => {
  expect(audienceClass('embargoed', '2030-01-01', null)).toBe('embargoed:2030-01-01')
  expect(audienceClass('restricted', null, null)).toBe('restricted')
})

test('a restriction to a group is a class of its own, which those in it find', () => {
  expect(audienceClass('restricted', null, 'g1')).toBe('restricted:g1')
  const { classes } = audienceOf({ id: 'n1', role: 'reader', groups: ['g1', 'g2'] }, today)
  expect(classes).toEqual(['public', 'members', 'restricted:g1', 'restricted:g2', 'private:n1'])
})

test('those who keep the archive find everything', () => {
  expect(audienceOf({ id: 't1', role: 'archivist' }, today).everything).toBe(true)
})

test('a reader with a token is a member, and finds what is their own; one without is not', () => {
  expect(audienceOf({ id: 't1', role: 'reader' }, today).classes).toEqual(['public', 'members', 'private:t1'])
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

describe('what a role may see', () => {
  const isSeen = (actor: Actor, ...said: Parameters<typeof audienceClass>) =>
    sees(audienceOf(actor, today), audienceClass(...said))
  const seenBy = (...said: Parameters<typeof audienceClass>) =>
    roles.filter((role) => isSeen({ id: 'x', role }, ...said))

  test('public things are seen by all', () => {
    expect(seenBy('public', null, null)).toEqual(roles)
  })

  test('things for members are hidden from strangers, and from anonymous readers', () => {
    expect(seenBy('members', null, null)).toEqual(['reader', 'annotator', 'archivist', 'administrator'])
    expect(isSeen(anonymous('reader'), 'members', null, null)).toBe(false)
    expect(isSeen(anonymous('reader'), 'public', null, null)).toBe(true)
  })

  test('things for a group are seen by who is in it, and by those who see everything', () => {
    expect(seenBy('restricted', null, null)).toEqual(['archivist', 'administrator'])
    expect(seenBy('restricted', null, 'g1')).toEqual(['archivist', 'administrator'])
    const inGroups = (...groups: string[]): Actor => ({ id: 'x', role: 'reader', groups })
    expect(isSeen(inGroups('g2', 'g1'), 'restricted', null, 'g1')).toBe(true)
    expect(isSeen(inGroups('g2'), 'restricted', null, 'g1')).toBe(false)
    expect(isSeen(inGroups('g1'), 'restricted', null, null)).toBe(false)
  })

  test('an embargo opens to all on its day, not the day before', () => {
    expect(seenBy('embargoed', today, null)).toEqual(roles)
    expect(seenBy('embargoed', '2026-11-24', null)).toEqual(['archivist', 'administrator'])
    expect(seenBy('embargoed', null, null)).toEqual(['archivist', 'administrator'])
  })

  test('whatever a role sees, the roles above it see too; and nobody sees more for a class that is added', () => {
    const classes = fc
      .tuple(
        fc.constantFrom('public', 'members', 'restricted', 'embargoed'),
        fc.option(fc.constantFrom('1999-01-01', '2026-11-23', '2026-11-24', '2199-01-01')),
        fc.option(fc.constantFrom('g1', 'g2')),
      )
      .map((said) => audienceClass(...said))
    fc.assert(
      fc.property(classes, classes, (inner, outer) => {
        const seen = (name: string) =>
          roles.slice(1).map((role) => sees(audienceOf({ id: 'x', role, groups: ['g1'] }, today), name))
        const both = seen(allOf(inner, outer))
        expect(both).toEqual(both.toSorted((a, b) => Number(a) - Number(b)))
        expect(both).toEqual(seen(inner).map((one, at) => one && seen(outer)[at]))
      }),
    )
  })
})
