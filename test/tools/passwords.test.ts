import { describe, expect, test } from 'vitest'
import { argonPasswords } from '../../src/tools/passwords.ts'

describe('passwords', () => {
  const passwords = argonPasswords()

  test('are kept as argon2id with the cost that OWASP recommends, each with a salt of its own', async () => {
    const [one, two] = [await passwords.hash('correct horse'), await passwords.hash('correct horse')]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(two).not.toBe(one)
    expect(await passwords.matches('correct horse', one)).toBe(true)
    expect(await passwords.matches('correct horse ', one)).toBe(false)
  })

  test('are known again when another program wrote them with another cost', async () => {
    // Made by the reference program: echo -n 'correct horse' | argon2 saltandpepper -id -t 2 -k 256 -p 1 -l 24
    const other = '$argon2id$v=19$m=256,t=2,p=1$c2FsdGFuZHBlcHBlcg$wn2Yd3CJbngyhJPY6pmmDKq+npQFrafP'
    expect(await passwords.matches('correct horse', other)).toBe(true)
    expect(await passwords.matches('correct horsf', other)).toBe(false)
  })

  test('that are not there or cannot be read match nothing', async () => {
    for (const kept of [
      null,
      '',
      'plain',
      '$2b$10$abcdefghijklmnopqrstuv',
      '$argon2id$v=19$m=256,t=2,p=1$c2FsdA$c2FsdA',
    ])
      expect(await passwords.matches('', kept), String(kept)).toBe(false)
  })

  test('are not reckoned for a crowd that would wait too long', async () => {
    const crowd = await Promise.allSettled(Array.from({ length: 40 }, () => passwords.matches('x', null)))
    const refused = crowd.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(8)
    expect(refused[0]).toMatchObject({ reason: { fault: 'busy' } })
    expect(await passwords.matches('x', null)).toBe(false)
  })
})
