import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diagnoseCatalogue } from '../../src/sqlite/diagnose-catalogue.ts'
import { aFolder, fondsHere, served } from '../support/process.ts'
import { clientOf } from './client.ts'
import { openedAt } from './power/opened.ts'

const frameBytes = 24 + 4096
const titles = Array.from({ length: 6 }, (_, at) => `Paper ${at}`)
const nothing = /^$/
const some = /At least \d+ of the last changes until \S+, which were acknowledged, are lost by that\./

describe('flipped bytes in the log of the database, found after the server was killed', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>
  /** As a kill leaves it: some papers in the log alone; and the same once the database has all of the log. */
  let killed: string
  let taken: string
  beforeAll(async () => {
    folder = await aFolder()
    const home = join(folder.path, 'home')
    killed = join(folder.path, 'killed')
    taken = join(folder.path, 'taken')
    {
      await using opened = await openedAt(home)
      expect((await opened.client.describe({ title: titles[0] })).status).toBe(201)
    }
    await using opened = await openedAt(home)
    for (const title of titles.slice(1)) expect((await opened.client.describe({ title })).status).toBe(201)
    cpSync(home, killed, { recursive: true })
    const db = new Database(join(home, 'catalogue.sqlite'))
    db.pragma('wal_checkpoint(passive)')
    db.close()
    cpSync(home, taken, { recursive: true })
  })
  afterAll(() => folder?.[Symbol.asyncDispose]())

  const damages: [
    what: string,
    of: 'killed' | 'taken',
    damage: (home: string) => void,
    says: RegExp,
    left: number | null,
  ][] = [
    ['none', 'killed', () => {}, nothing, 6],
    ['in its middle', 'killed', (home) => flip(home, 0.5), some, null],
    ['in its middle, without its index', 'killed', (home) => flip(withoutIndex(home), 0.5), some, null],
    ['in what was written last', 'killed', (home) => flip(home, 1), some, 5],
    // As a loss of power leaves what nobody was told of.
    [
      'in what was written last, without its index',
      'killed',
      (home) => flip(withoutIndex(home), 1),
      nothing,
      5,
    ],
    ['in its head', 'killed', flipHead, some, 1],
    ['in its head, without its index', 'killed', (home) => flipHead(withoutIndex(home)), /cannot be told/, 1],
    ['in what the database has', 'taken', (home) => flip(home, 0.5), /Nothing is lost by that/, 6],
  ]

  test.each(damages)('%s of a log that was %s', async (what, of, damage, says, left) => {
    const home = join(folder.path, what.replaceAll(' ', '-'))
    cpSync(of === 'killed' ? killed : taken, home, { recursive: true })
    damage(home)
    await using opened = await openedAt(home)
    const faults = (await opened.faults()).join('\n')
    expect(faults).toMatch(says)
    const found = (await opened.client.documents()).map(({ title }) => title)
    expect(found).toEqual(titles.slice(0, left ?? found.length))
    expect(found.length).toBeGreaterThan(0)
    if (left === null) expect(found.length).toBeLessThan(titles.length)
    expect((await opened.client.describe({ title: 'Later' })).status).toBe(201)
    const log = diagnoseCatalogue(join(home, 'catalogue.sqlite'), Date.now()).find(
      ({ about }) => about === 'Log',
    )
    if (faults === '') expect(log).toBe(undefined)
    else expect(log).toMatchObject({ state: 'wrong', says: faults })
  })

  test('are told at the start, and by the doctor until somebody has seen to it', async () => {
    const home = join(folder.path, 'served')
    {
      await using server = await served(home)
      const client = clientOf(server.address)
      for (const title of titles) expect((await client.describe({ title })).status).toBe(201)
      await server.kill()
    }
    flip(home, 0.9)
    // A row that named it may be among what is lost.
    const named = anOldOriginal(home)
    // Whoever comes first keeps what there is to tell.
    const first = await fondsHere(home, ['doctor'])
    expect(first).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^WRONG {2}Log .*are lost by that/m),
    })
    {
      await using server = await served(home)
      expect(server.stderr()).toMatch(/are lost by that/)
      expect((await clientOf(server.address).describe({ title: 'Later' })).status).toBe(201)
      await server.stop()
    }
    expect(existsSync(named)).toBe(true)
    rmSync(join(home, 'damaged-logs'), { recursive: true })
    expect(await fondsHere(home, ['verify'])).toMatchObject({ code: 0 })
  })
})

/** An original that no row names, and that came days ago. */
function anOldOriginal(home: string): string {
  const path = join(home, 'originals', 'ab', 'cd', `abcd${'0'.repeat(60)}`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, 'a text')
  utimesSync(path, 0, 0)
  return path
}

const logOf = (home: string) => join(home, 'catalogue.sqlite-wal')

function withoutIndex(home: string): string {
  rmSync(join(home, 'catalogue.sqlite-shm'))
  return home
}

/** Flips a byte in the frame that lies so far in what was committed of a log. */
function flip(home: string, far: number): void {
  const frames = (statSync(logOf(home)).size - 32) / frameBytes
  flipByte(home, 32 + Math.round(far * (frames - 1)) * frameBytes + 2000)
}

function flipHead(home: string): void {
  flipByte(home, 17)
}

function flipByte(home: string, at: number): void {
  const file = openSync(logOf(home), 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  writeSync(file, Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, at)
  closeSync(file)
}
