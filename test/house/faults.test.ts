import { describe, expect, test } from 'vitest'
import { problems } from '../../src/api/problem.ts'
import { faults } from '../../src/domain/errors.ts'
import { sources } from './sources.ts'

/** Where a fault is thrown or answered with, not where a route only declares it. */
const raises = (text: string, fault: string) =>
  new RegExp(`(ArchiveError\\(\\s*|fault: |\\? |: )'${fault}'`).test(text) ||
  (fault === 'not-found' && text.includes('notFound(')) ||
  (fault === 'invalid-input' && text.includes('invalid('))

describe('every fault', () => {
  const code = sources().filter(({ path }) => path !== 'domain/errors.ts' && path !== 'api/problem.ts')

  test.each([...faults])('%s can happen, and says what to do', (fault) => {
    expect(code.some(({ text }) => raises(text, fault))).toBe(true)
    const { title, about, status } = problems[fault]
    expect(title).toMatch(/^[A-Z].{5,}/)
    expect(about).toMatch(/^[A-Z].{20,}\.$/)
    expect(status).toBeGreaterThanOrEqual(400)
  })
})
