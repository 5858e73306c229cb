import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Access,
  anonymous,
  type Guarded,
  isAnonymous,
  maySee,
  mayUse,
  roles,
} from '../../src/domain/access.ts'

const levels: Access[] = ['public', 'reader', 'annotator', 'archivist', 'administrator']
const today = '2024-05-02'
const aThing = (part: Partial<Guarded> = {}): Guarded => ({
  visibility: 'public',
  embargoUntil: null,
  group: null,
  deleted: false,
  ...part,
})

describe('what a role may use', () => {
  test('each role reaches its own level and all below, and none above', () => {
    for (const [rank, role] of roles.entries())
      expect(levels.map((access) => mayUse({ id: 'x', role }, access))).toEqual(
        levels.map((_, at) => at <= rank),
      )
  })

  test('whoever showed no credentials is anonymous, even where reading is open to all', () => {
    expect(isAnonymous(anonymous('stranger'))).toBe(true)
    expect(isAnonymous(anonymous('reader'))).toBe(true)
    expect(isAnonymous({ id: 'u1', role: 'reader' })).toBe(false)
  })
})

describe('what a role may see', () => {
  const seenBy = (thing: Guarded) => roles.filter((role) => maySee({ id: 'x', role }, thing, today))

  test('public things are seen by all', () => {
    expect(seenBy(aThing())).toEqual(roles)
  })

  test('things for members are hidden from strangers, and from anonymous readers', () => {
    expect(seenBy(aThing({ visibility: 'members' }))).toEqual([
      'reader',
      'annotator',
      'archivist',
      'administrator',
    ])
    const anybody = anonymous('reader')
    expect(maySee(anybody, aThing({ visibility: 'members' }), today)).toBe(false)
    expect(maySee(anybody, aThing(), today)).toBe(true)
  })

  test('restricted things are seen by archivists and administrators only', () => {
    expect(seenBy(aThing({ visibility: 'restricted' }))).toEqual(['archivist', 'administrator'])
  })

  test('things for a group are seen by who is in it, and by those who see everything', () => {
    const thing = aThing({ visibility: 'restricted', group: 'g1' })
    expect(seenBy(thing)).toEqual(['archivist', 'administrator'])
    expect(maySee({ id: 'x', role: 'reader', groups: ['g2', 'g1'] }, thing, today)).toBe(true)
    expect(maySee({ id: 'x', role: 'reader', groups: ['g2'] }, thing, today)).toBe(false)
    expect(
      maySee({ id: 'x', role: 'reader', groups: ['g1'] }, aThing({ visibility: 'restricted' }), today),
    ).toBe(false)
  })

  test('an embargo opens to all on its day, not the day before', () => {
    const thing = (embargoUntil: string | null) => aThing({ visibility: 'embargoed', embargoUntil })
    expect(seenBy(thing('2024-05-02'))).toEqual(roles)
    expect(seenBy(thing('2024-05-03'))).toEqual(['archivist', 'administrator'])
    expect(seenBy(thing(null))).toEqual(['archivist', 'administrator'])
  })

  test('whatever a role sees, the roles above it see too', () => {
    const things = fc.record<Guarded>({
      visibility: fc.constantFrom('public', 'members', 'restricted', 'embargoed'),
      embargoUntil: fc.option(fc.constantFrom('1999-01-01', '2024-05-02', '2024-05-03', '2199-01-01')),
      group: fc.option(fc.constantFrom('g1', 'g2')),
      deleted: fc.boolean(),
    })
    fc.assert(
      fc.property(things, (thing) => {
        const seen = roles.slice(1).map((role) => maySee({ id: 'x', role, groups: ['g1'] }, thing, today))
        expect(seen).toEqual(seen.toSorted((a, b) => Number(a) - Number(b)))
      }),
    )
  })
})
