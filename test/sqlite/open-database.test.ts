import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { lockArchive } from '../../src/sqlite/archive-lock.ts'
import { openForWriting } from '../../src/sqlite/open-database.ts'
import { aCataloguePath } from './open.ts'

test('the folder of an archive is for its owner alone, whoever makes it', () => {
  const within = (name: string) => join(dirname(aCataloguePath()), name)
  const modeOf = (path: string) => statSync(path).mode & 0o777
  const [opened, locked] = [within('opened'), within('locked')]
  openForWriting(join(opened, 'catalogue.sqlite')).close()
  lockArchive(locked)()
  expect([modeOf(opened), modeOf(locked)]).toEqual([0o700, 0o700])
})
