import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { lockArchive } from '../../src/sqlite/archive-lock.ts'
import { openForReading, openForWriting } from '../../src/sqlite/open-database.ts'
import { aCataloguePath } from './open.ts'

test('the folder of an archive is for its owner alone, whoever makes it', () => {
  const within = (name: string) => join(dirname(aCataloguePath()), name)
  const modeOf = (path: string) => statSync(path).mode & 0o777
  const [opened, locked] = [within('opened'), within('locked')]
  openForWriting(join(opened, 'catalogue.sqlite')).close()
  lockArchive(locked)()
  expect([modeOf(opened), modeOf(locked)]).toEqual([0o700, 0o700])
})

test('who writes holds fewer pages than who reads, for it goes through them at its commits', () => {
  const path = aCataloguePath()
  const writing = openForWriting(path)
  const reading = openForReading(path)
  const held = [writing, reading].map((db) => db.pragma('cache_size', { simple: true }))
  expect(held).toEqual([-4096, -32768])
  for (const db of [reading, writing]) db.close()
})
