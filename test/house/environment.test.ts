import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Environment } from '../../src/config.ts'
import { sources } from './sources.ts'

describe('the environment', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const rows = [...readme.matchAll(/^\| `(FONDS_\w+)` \|([^|]*)\|([^|]+)\|/gm)]

  test('is documented in README, each variable with what it means and what it is by default', () => {
    expect(rows.map(([, name]) => name).toSorted()).toEqual(Object.keys(Environment.shape).toSorted())
    for (const [, name, byDefault = '', meaning = ''] of rows)
      expect([byDefault.trim().length, meaning.trim().length > 10], name).toEqual([expect.any(Number), true])
  })

  test('defaults in README are those of the program', () => {
    const defaults: Record<string, unknown> = Environment.parse({})
    for (const [, name = '', byDefault = ''] of rows) {
      const written = /^\s*`([^`]+)`\s*$/.exec(byDefault)?.[1]
      if (written === undefined) continue
      const read = Environment.safeParse({ [name]: written })
      expect(read.success && (read.data as Record<string, unknown>)[name], name).toEqual(defaults[name])
    }
  })

  test('is read in one place', () => {
    const readers = sources().filter(({ text }) => text.includes('process.env'))
    expect(readers.map(({ path }) => path)).toEqual(['main.ts'])
    const variables = sources().flatMap(({ text }) => text.match(/\bFONDS_[A-Z_]+\b/g) ?? [])
    for (const name of variables) expect(Object.keys(Environment.shape)).toContain(name)
  })
})
