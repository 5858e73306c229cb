import { describe, expect, test } from 'vitest'
import {
  type Access,
  anonymous,
  decide,
  isAnonymous,
  mayUse,
  mayUseSomewhere,
  roles,
} from '../../src/domain/access.ts'

const levels: Access[] = ['public', 'reader', 'annotator', 'archivist', 'administrator']
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

describe('a role in a collection', () => {
  const actor = { id: 'x', role: 'reader', there: [{ collection: 'k1', role: 'annotator' }] } as const

  test('reaches its level, and those below, with what lies in that collection alone', () => {
    expect(levels.map((access) => decide(actor, access, ['k0', 'k1']))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(levels.map((access) => decide(actor, access, ['k0']))).toEqual([true, true, false, false, false])
    expect(levels.map((access) => mayUseSomewhere(actor, access))).toEqual([true, true, true, false, false])
  })

  test('takes nothing from the role everywhere', () => {
    const chief = { ...actor, role: 'administrator' } as const
    expect(levels.every((access) => decide(chief, access, []))).toBe(true)
  })
})
