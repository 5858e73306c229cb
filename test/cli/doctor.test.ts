import { chmod, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { diagnoseAddress, diagnoseSpace } from '../../src/domain/diagnosis.ts'
import { diagnoseCatalogue } from '../../src/sqlite/diagnose-catalogue.ts'
import { clientOf, until } from '../faults/client.ts'
import { aFolder, fonds, fondsHere, served } from '../support/process.ts'

test('the doctor finds an archive well beside its server, and says what is wrong with one that is not', async () => {
  await using folder = await aFolder()
  const home = join(folder.path, 'archive')
  {
    await using server = await served(home)
    await chmod(home, 0o700)
    const bytes = Buffer.from('A leaf.')
    const client = clientOf(server.address)
    expect((await client.upload({ title: 'A leaf', name: 'a.txt', bytes })).status).toBe(201)
    await until('it is read', async () => {
      const { items } = await client.json<{ items: { state: string }[] }>('/api/v1/jobs')
      return items.every(({ state }) => state === 'done')
    })
    const ran = await fondsHere(home, ['doctor'])
    expect(ran, ran.stdout).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^well {3}Server +a Fonds serves this archive/m)
    for (const about of [
      'Node',
      'Folder',
      'Database',
      'Version',
      'Index',
      'Originals',
      'Files',
      'Jobs',
      'Address',
    ])
      expect(ran.stdout).toMatch(new RegExp(`^well {3}${about} `, 'm'))
    expect(ran.stdout).not.toContain('WRONG')
    await server.stop()
  }
  const ill = join(folder.path, 'ill')
  await cp(home, ill, { recursive: true })
  const [original = ''] = (await readdir(join(ill, 'originals'), { recursive: true })).filter((name) =>
    /\w{64}$/.test(name),
  )
  await rm(join(ill, 'originals', original))
  {
    await using server = await served(ill, { FONDS_FIXITY_DAYS: '0.000001' })
    await until('it is found missing', async () => server.stderr().includes('are missing.'))
    const metrics = await clientOf(server.address).get('/metrics')
    expect(await metrics.text()).toMatch(/^fonds_originals_damaged 1$/m)
    await server.stop()
  }
  const db = new Database(join(ill, 'catalogue.sqlite'))
  db.exec("update setting set value = 'old' where name = 'analysisVersion'")
  db.exec(`insert into job (id, kind, state, run_after, created_at)
    values ('j1', 'read', 'queued', '2020-01-01', '2020-01-01')`)
  db.close()
  await chmod(join(ill, 'catalogue.sqlite'), 0o666)
  const before = await readdir(ill)
  const ran = await fonds(ill, ['doctor'], { FONDS_BASE_URL: 'ftp://archive.example' })
  expect(ran.code).toBe(1)
  for (const says of [
    /^WRONG {2}Folder .*can be changed by everybody/m,
    /^WRONG {2}Index .*run "fonds reindex"/m,
    /^WRONG {2}Originals .*1 are missing or damaged/m,
    /^WRONG {2}Jobs .*1 wait and nobody does them/m,
    /^WRONG {2}Address .*ftp:/m,
    /^note {3}Server/m,
  ])
    expect(ran.stdout).toMatch(says)
  expect((await readdir(ill)).filter((name) => !/-(shm|wal)$/.test(name))).toEqual(
    before.filter((name) => !/-(shm|wal)$/.test(name)),
  )
  await mkdir(join(folder.path, 'none'))
  await writeFile(join(folder.path, 'none', 'catalogue.sqlite'), Buffer.alloc(65_536, 'no database '))
  expect(diagnoseCatalogue(join(folder.path, 'none', 'catalogue.sqlite'), 0)).toMatchObject([
    { about: 'Database', state: 'wrong', says: expect.stringContaining('restore it from a backup') },
  ])
})

test('an address and a disk are judged by what they are good for', () => {
  expect(diagnoseAddress(undefined, '127.0.0.1').state).toBe('well')
  expect(diagnoseAddress(undefined, '0.0.0.0').state).toBe('note')
  expect(diagnoseAddress('http://archive.example', '127.0.0.1').state).toBe('note')
  expect(diagnoseAddress('https://archive.example/fonds', '0.0.0.0').state).toBe('well')
  const gigabyte = 1024 ** 3
  expect([0.1, 4, 60].map((free) => diagnoseSpace(free * gigabyte, 100 * gigabyte).state)).toEqual([
    ...['wrong', 'note', 'well'],
  ])
})
