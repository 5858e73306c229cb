import { describe, expect, test } from 'vitest'
import { once } from '../../src/actions/once.ts'
import type { KeptAnswer } from '../../src/ports/answers.ts'
import { now } from '../support/builders.ts'

describe('a request done once', () => {
  const keptAs = (answer: KeptAnswer | null) => ({ answers: { kept: async () => answer }, clock: () => now })
  const nothing = keptAs(null)

  test('without a key is simply done', async () => {
    expect(await once(nothing, 'a', null, {}, async (idempotency) => idempotency)).toBe(null)
  })

  test('is told apart by all that makes it, and by nothing else', async () => {
    const fingerprint = (request: unknown) =>
      once(nothing, 'a', 'k', request, async (idempotency) => idempotency?.fingerprint)
    expect(await fingerprint(['add', { title: 'x' }])).toBe(await fingerprint(['add', { title: 'x' }]))
    expect(await fingerprint(['add', { title: 'x' }])).not.toBe(await fingerprint(['add', { title: 'y' }]))
  })

  test('is not begun again while it runs, nor held up once it failed', async () => {
    let end = (_: string) => {}
    const first = once(nothing, 'a', 'k', 1, () => new Promise<string>((resolve) => (end = resolve)))
    const second = () => once(nothing, 'a', 'k', 1, async () => 'second')
    await expect(second()).rejects.toMatchObject({ fault: 'in-progress' })
    expect(await once(nothing, 'somebody else', 'k', 1, async () => 'theirs')).toBe('theirs')
    await new Promise((resolve) => setImmediate(resolve))
    end('first')
    expect(await first).toBe('first')
    const failing = once(nothing, 'a', 'k', 1, async () => Promise.reject(new Error('It failed.')))
    await expect(failing).rejects.toThrow('It failed.')
    expect(await second()).toBe('second')
  })

  test('that was answered before is answered so again, without being done', async () => {
    let fingerprint = ''
    await once(
      nothing,
      'a',
      'k',
      'request',
      async (idempotency) => (fingerprint = idempotency?.fingerprint ?? ''),
    )
    const run = async () => Promise.reject(new Error('It was done again.'))
    expect(await once(keptAs({ fingerprint, outcome: 'as before' }), 'a', 'k', 'request', run)).toBe(
      'as before',
    )
  })
})
