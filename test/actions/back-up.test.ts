import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUp } from '../../src/actions/back-up.ts'
import { openBackingUp } from '../../src/app-keeping.ts'
import { readConfig } from '../../src/config.ts'
import { aServedArchive } from '../api/client.ts'

test('points stand in the order in which they were made, also where a clock was wrong by a year', async () => {
  const it = await aServedArchive()
  const where = await mkdtemp(join(tmpdir(), 'fonds-backup-'))
  try {
    const { deps, close } = openBackingUp(readConfig({ FONDS_HOME: it.home }), where)
    const madeAt = async (clock: () => string) => (await backUp({ ...deps, clock }, () => {})).point.name
    const ahead = await madeAt(() => '2031-01-01T00:00:00.000Z')
    const right = await madeAt(deps.clock)
    const { points } = await deps.backup.points()
    expect(points.map(({ name }) => name)).toEqual([ahead, right])
    expect(right > ahead).toBe(true)
    close()
  } finally {
    await it.close()
    await rm(where, { recursive: true })
  }
})
