import { describe, expect, test } from 'vitest'
import { type Access, anonymous, isAnonymous, mayUse, roles } from '../../src/domain/access.ts'

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
