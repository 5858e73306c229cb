import { expect, test } from 'vitest'
import { rememberFaults } from '../../src/actions/remember-faults.ts'
import { ArchiveError } from '../../src/domain/errors.ts'

test('what is wrong with a file is said again for a minute without another try, by its key', async () => {
  let time = 0
  let tries = 0
  const remembered = rememberFaults(() => time)
  const fail = async () => {
    tries++
    throw new ArchiveError('unreadable-file', `try ${tries}`)
  }
  for (let n = 0; n < 3; n++) await expect(remembered('a', fail)).rejects.toThrow('try 1')
  expect(await remembered('b', async () => 'well')).toBe('well')
  time = 61_000
  await expect(remembered('a', fail)).rejects.toThrow('try 2')
})

test('what is wrong with the machine is tried again at once', async () => {
  const remembered = rememberFaults()
  const busy = async () => {
    throw new ArchiveError('busy', 'Come again.')
  }
  await expect(remembered('a', busy)).rejects.toThrow('Come again')
  expect(await remembered('a', async () => 'well')).toBe('well')
})
