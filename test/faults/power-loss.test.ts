import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { aFolder, fonds, served } from '../support/process.ts'
import { clientOf, seeded, sha256 } from './client.ts'
import { allKept, type Found, foundAfter, type Luck, layOut } from './power/lost-writes.ts'
import { openedAt } from './power/opened.ts'
import { type Kept, workOn } from './power/promises.ts'
import { type Asked, askedOf, mayTrace, tracing } from './power/traced.ts'

const losses = isLong ? 200 : 4
const rounds = isLong ? 4 : 1
const random = seeded(19410614)

test.skipIf(!mayTrace())(
  `nothing acknowledged is lost and nothing half made taken for whole when the power goes, at ${losses} moments`,
  async () => {
    await using folder = await aFolder()
    const home = join(folder.path, 'archive')
    const { asked, kept } = await recorded(folder.path, home)
    const all = foundAfter(asked, folder.path, Infinity, allKept)
    expect(digests(all.get('archive') as Found)).toEqual(digests(await lookAt(home)))

    for (let loss = 0; loss < losses; loss++) {
      const moments = momentsOf(asked, kept, loss % 8 === 7 ? 3 : loss % 3)
      const cut = moments[Math.floor(random() * moments.length)] ?? 0
      const luck: Luck = { kept: [0, 0.5, 0.9, 1][loss % 4] ?? 0, isTorn: loss % 3 > 0, random }
      const place = join(folder.path, `loss-${loss}`)
      await layOut(foundAfter(asked, folder.path, cut, luck), place)
      const promised = kept.filter(({ at }) => at <= cut)
      await using opened = await openedAt(join(place, 'archive'))
      await opened.idle()
      for (const { what, holds } of promised)
        await holds(opened.client, place).catch((error) => {
          throw new Error(`Loss ${loss}: ${what} is not there: ${error.message}`, { cause: error })
        })
      expect(await opened.faults(), `loss ${loss}`).toEqual([])
      await expectWholePoints(home, place)
    }
  },
  60_000 + losses * 5_000,
)

/**
 * When it is most telling that the power goes: just when something has been acknowledged, about a change of names, at any time;
 * just when a backup was said to be done.
 */
function momentsOf(asked: readonly Asked[], kept: readonly Kept[], kind: number): number[] {
  const done = kept.filter(({ what }) => what === 'a backup')
  if (kind === 3 && done.length > 0) return done.map(({ at }) => at)
  if (kind === 0) return kept.map(({ at }) => at)
  const names = /open|rename|link|mkdir|remove/
  return asked.filter(({ does }) => kind === 2 || names.test(does)).map(({ to }) => to + 1e-6)
}

/** What a server asked of the disk while people worked, and what they were told. */
async function recorded(folder: string, home: string): Promise<{ asked: Asked[]; kept: Kept[] }> {
  const logs: string[] = []
  const traced = () => {
    const log = join(folder, `log-${logs.length}`)
    logs.push(log)
    return tracing(log)
  }
  const kept: Kept[] = []
  await using server = await served(home, { UV_USE_IO_URING: '0' }, 'serve', traced())
  for (let round = 0; round < rounds; round++) {
    kept.push(...(await workOn(clientOf(server.address), `r${round}`)))
    if (isLong && round % 2 === 1) kept.push(...(await backedUp(folder, home, traced())))
  }
  await server.stop()
  const asked = (await Promise.all(logs.map((log) => askedOf(log, folder)))).flat()
  return { asked: asked.sort((a, b) => a.from - b.from), kept }
}

/** A backup beside the server, which is whole from when it is said to be done. */
async function backedUp(folder: string, home: string, under: string[]): Promise<Kept[]> {
  const ran = await fonds(home, ['backup', join(folder, 'backup')], {}, under)
  expect(ran).toMatchObject({ code: 0 })
  const [, point = ''] = /^Point (\S+):/m.exec(ran.stdout) ?? []
  const holds: Kept['holds'] = async (_, place) => {
    const restored = join(place, point)
    for (const args of [['restore', join(place, 'backup'), '--at', point], ['verify']]) {
      const said = await fonds(restored, args)
      expect(said, said.stdout + said.stderr).toMatchObject({ code: 0 })
    }
  }
  return [{ at: (Date.now() + 1) / 1000, what: 'a backup', holds }]
}

/** What is a point of a backup is whole, whenever the power went. */
async function expectWholePoints(home: string, place: string): Promise<void> {
  const backup = join(place, 'backup')
  const points = await readdir(join(backup, 'points')).catch(() => [])
  if (points.length > 0) expect(await fonds(home, ['backup', backup, '--verify'])).toMatchObject({ code: 0 })
}

async function lookAt(folder: string): Promise<Found> {
  const found: Found = new Map()
  for (const name of (await readdir(folder)).filter((one) => !one.endsWith('-shm'))) {
    const path = join(folder, name)
    found.set(name, (await stat(path)).isDirectory() ? await lookAt(path) : await readFile(path))
  }
  return found
}

/** The SHA-256 of every file, by its path. */
const digests = (found: Found): string[] =>
  [...found]
    .flatMap(([name, what]) =>
      what instanceof Map ? digests(what).map((line) => `${name}/${line}`) : [`${name} ${sha256(what)}`],
    )
    .sort()
