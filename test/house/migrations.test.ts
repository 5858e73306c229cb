import { describe, expect, test } from 'vitest'
import { knownMigrations } from '../../src/sqlite/migrate.ts'
import landed from './migrations.json' with { type: 'json' }

describe('a migration that has landed', () => {
  test('is never edited: what comes later is a step of its own, added here with its hash', () => {
    const hashes = Object.fromEntries(knownMigrations().map(({ name, sha256 }) => [name, sha256]))
    const says = 'Undo the edit, or, for a new step, add its hash to test/house/migrations.json.'
    expect(hashes, says).toEqual(landed)
  })
})
