import { cp, mkdir, open, readdir, readFile, rm, stat, statfs, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf } from '../faults/client.ts'
import { aSmallDisk } from '../faults/tmpfs.ts'
import { isLong } from '../support/long.ts'
import { aFolder, fonds, fondsHere, fondsOneAfterAnother, served, start } from '../support/process.ts'

const papers = 40
const sound = /^All is well: \d+ originals match, the database and the index are sound\.\n$/

describe('backup and restore', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>
  let home: string
  beforeAll(async () => {
    folder = await aFolder()
    home = join(folder.path, 'archive')
    await mkdir(join(folder.path, 'papers'))
    for (let at = 0; at < papers; at++)
      await writeFile(join(folder.path, 'papers', `paper ${at}.txt`), `Paper ${at}. ${'word '.repeat(2000)}`)
    expect(await fondsHere(home, ['add', join(folder.path, 'papers')])).toMatchObject({ code: 0 })
  })
  afterAll(() => folder?.[Symbol.asyncDispose]())

  const at = (...names: string[]) => join(folder.path, ...names)
  const lines = (from: string, ...args: string[][]) => fondsOneAfterAnother(from, args)
  const say = async (path: string, content: string) => {
    await writeFile(at(path), content)
    expect(await fondsHere(home, ['add', at(path)])).toMatchObject({ code: 0 })
  }

  test('a second point copies only what is new, and each is restored as it was, verified', async () => {
    const where = at('backup')
    const [first] = await lines(home, ['backup', where])
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first?.stdout).toMatch(
      new RegExp(`^Point \\S+: the database \\(.+\\), ${papers} originals copied \\(.+\\), 0 there`),
    )
    const [oldest = ''] = await readdir(join(where, 'points'))
    const before = await changes(join(where, 'originals'))
    await say('later.txt', 'A paper that came later.')
    const [second, listed, verified] = await lines(
      home,
      ['backup', where],
      ['backup', where, '--list'],
      [...['backup', where, '--verify']],
    )
    expect(second?.stdout).toContain(` 1 originals copied (24 bytes), ${papers} there already.`)
    const after = await changes(join(where, 'originals'))
    expect(after.size).toBe(before.size + 1)
    for (const [path, changed] of before) expect(after.get(path)).toBe(changed)
    expect(listed?.stdout.trim().split('\n')).toEqual([
      expect.stringContaining(`${papers} originals`),
      expect.stringContaining(`${papers + 1} originals`),
    ])
    expect(verified).toMatchObject({
      code: 0,
      stdout: `All is well: 2 points, ${papers + 1} originals match.\n`,
    })

    const [latest, old] = [at('latest'), at('old')]
    expect(await lines(latest, ['restore', where], ['verify'], ['search', '"came later"'])).toMatchObject([
      { code: 0, stdout: expect.stringContaining(`and ${papers + 1} originals.`) },
      { code: 0, stdout: expect.stringMatching(sound) },
      { code: 0 },
    ])
    expect(
      await lines(
        old,
        ['restore', where, '--at', oldest],
        ['verify'],
        ['search', '"came later"'],
        [...['restore', where]],
      ),
    ).toMatchObject([
      { code: 0, stdout: expect.stringContaining(`and ${papers} originals.`) },
      { code: 0, stdout: expect.stringMatching(sound) },
      { code: 1, stdout: '' },
      { code: 1, stderr: expect.stringMatching(/is not empty \(it has \S+\): name a new or empty folder/) },
    ])
    // What was restored goes on being backed up where it was.
    const [again, early, none] = await lines(
      old,
      ['backup', where, '--keep', '1'],
      ['--home', at('early'), 'restore', where, '--at', '2001-01-01'],
      ['--home', at('early'), 'restore', where, '--at', 'yesterday'],
    )
    expect(again).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 older points and 1 originals that only they named went.\n'),
    })
    expect((await changes(join(where, 'originals'))).size).toBe(papers)
    expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('its oldest is of 20') })
    expect(none).toMatchObject({ code: 2, stderr: expect.stringMatching(/^--at: write a day/) })
    expect(await readdir(folder.path)).not.toContain('early')
  })

  test.runIf(isLong)(
    'killed in the middle, a backup and a restore go on, and nothing half made is taken for whole',
    async () => {
      const where = at('killed')
      const anew = (folder: string) => () => rm(folder, { recursive: true, force: true })
      await killedOnce(home, ['backup', where], join(where, 'originals'), anew(where))
      const begun = await changes(join(where, 'originals'))
      expect(await readdir(join(where, 'points')).catch(() => [])).toEqual([])
      const target = at('killed-target')
      const [nothing, whole] = await lines(home, ['--home', target, 'restore', where], ['backup', where])
      expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining('has no point yet') })
      expect(whole).toMatchObject({ code: 0 })
      const after = await changes(join(where, 'originals'))
      for (const [path, changed] of begun) expect(after.get(path)).toBe(changed)
      expect(await readdir(join(where, 'incoming'))).toEqual([])

      await killedOnce(target, ['restore', where], join(target, 'originals'), anew(target))
      const [refused, empty, restored, verified] = await lines(
        target,
        ['add', at('papers', 'paper 1.txt')],
        ['verify'],
        ['restore', where],
        ['verify'],
      )
      expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('run "fonds restore" again') })
      expect(empty).toMatchObject({ code: 1, stderr: expect.stringMatching(/^There is no archive/) })
      expect(restored).toMatchObject({ code: 0 })
      expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(sound) })
    },
  )

  test.runIf(isLong)('beside a server that is written to, the point is one state', async () => {
    const [busy, where, target] = [at('busy'), at('busy-backup'), at('busy-target')]
    await cp(home, busy, { recursive: true })
    await using server = await served(busy)
    const client = clientOf(server.address)
    let isOver = false
    let added = 0
    const writing = (async () => {
      for (; !isOver; added++, await sleep(50)) {
        const bytes = Buffer.from(`Written meanwhile, ${added}.`)
        expect((await client.upload({ title: `${added}`, name: `${added}.txt`, bytes })).status).toBe(201)
      }
    })()
    const ran = await fonds(busy, ['backup', where])
    isOver = true
    await writing
    expect(ran).toMatchObject({ code: 0 })
    expect(added).toBeGreaterThan(1)
    const [whole, restored] = await lines(target, ['backup', where, '--verify'], ['restore', where])
    expect(whole).toMatchObject({ code: 0 })
    expect(restored).toMatchObject({ code: 0 })
    expect(await fondsHere(target, ['verify'])).toMatchObject({ code: 0 })
  })

  test('a damaged original is told, never goes over a good copy, and is put back from it', async () => {
    const [ill, where, late] = [at('ill'), at('ill-backup'), at('ill-late')]
    await cp(home, ill, { recursive: true })
    const [first] = await lines(ill, ['backup', where])
    expect(first).toMatchObject({ code: 0 })
    const [one = '', two = '', three = ''] = [...(await changes(join(ill, 'originals'))).keys()]
    await flip(join(ill, 'originals', one))
    await rm(join(ill, 'originals', two))
    await truncate(join(ill, 'originals', three), 5)
    const [known, lacking, healed, unhealed, repaired, verified] = await lines(
      ill,
      ['backup', where],
      ['backup', late],
      ['backup', where, '--verify'],
      ['verify', '--repair-from', late],
      ['verify', '--repair-from', where],
      ['verify'],
    )
    expect(known).toMatchObject({ code: 0 })
    expect(lacking?.code).toBe(1)
    expect(lacking?.stdout.match(/^paper \d+\.txt \(d\S+\)$/gm)).toHaveLength(3)
    expect(lacking?.stdout).toMatch(/have changed.* It is not in the backup\./)
    expect(lacking?.stdout).toMatch(/ \d+ originals copied/)
    expect(healed).toMatchObject({ code: 0 })
    expect(unhealed?.stdout.match(/The backup has no sound copy\./g)).toHaveLength(3)
    expect(repaired).toMatchObject({ code: 0, stdout: expect.stringMatching(/3 originals were put back/) })
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(sound) })

    const target = at('ill-target')
    const [restored, found] = await lines(target, ['restore', late], ['verify'])
    expect(restored).toMatchObject({ code: 1, stdout: expect.stringContaining('it was not restored') })
    expect(found?.stdout.match(/are missing/g)).toHaveLength(3)
  })

  test.runIf(isLong)('a copy that went bad is told, put aside, and brought anew', async () => {
    const where = at('bad')
    await lines(home, ['backup', where])
    const [one = ''] = [...(await changes(join(where, 'originals'))).keys()]
    await flip(join(where, 'originals', one))
    const [bad, next, good] = await lines(
      home,
      ['backup', where, '--verify'],
      ['backup', where],
      ['backup', where, '--verify'],
    )
    expect(bad).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/have changed.*its copy in the backup/),
    })
    expect(next?.stdout).toContain(' 1 originals copied')
    expect(good).toMatchObject({ code: 0 })
    const [point = ''] = (await readdir(join(where, 'points'))).sort()
    await flip(join(where, 'points', point, 'catalogue.sqlite'))
    const [, refused, other] = await lines(
      at('bad-target'),
      ['backup', where, '--verify'],
      ['restore', where, '--at', point],
      ['restore', where],
    )
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('choose another with --at') })
    expect(other).toMatchObject({ code: 0 })
  })

  test('what cannot be is said in a sentence, and changes nothing', async () => {
    await mkdir(at('full'))
    await writeFile(at('full', 'letter.txt'), 'Not a backup.')
    const other = at('other')
    await lines(other, ['add', at('papers', 'paper 1.txt')], ['backup', at('of-other')])
    const refused: [string[], RegExp][] = [
      [['backup', join(home, 'backup')], /lie within one another: name a folder elsewhere/],
      [['backup', folder.path], /lie within one another/],
      [['backup', at('full')], /is not empty and no backup/],
      [['backup', at('of-other')], /is of another archive/],
      [['backup', at('no', 'disk')], /There is no folder .*no: is its disk there\?/],
      [['backup', at('full'), '--list'], /There is no backup in /],
      [['backup', at('full'), '--verify'], /There is no backup in /],
      [['verify', '--repair-from', at('full')], /There is no backup in /],
      [['--home', at('new'), 'restore', at('full')], /There is no backup in /],
    ]
    const ran = await lines(home, ...refused.map(([args]) => args))
    for (const [index, [args, says]] of refused.entries()) {
      expect({ args, ...ran[index] }).toMatchObject({ args, stdout: '', stderr: expect.stringMatching(says) })
      expect(ran[index]?.code).toBeGreaterThan(0)
    }
    expect(await readdir(at('full'))).toEqual(['letter.txt'])
    expect(await readFile(at('full', 'letter.txt'), 'utf8')).toBe('Not a backup.')
    expect(await readdir(folder.path)).not.toContain('new')
  })

  test('a disk that is full is named, and the backup goes on once there is space', async (context) => {
    using disk = aSmallDisk(6)
    if (!disk) return context.skip()
    const filler = join(disk.path, 'lost+found')
    await writeFile(filler, Buffer.alloc(5 * 1024 * 1024))
    expect(await fonds(home, ['backup', disk.path])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The disk of the backup in \S+ is full/),
    })
    await rm(filler)
    expect(await fonds(home, ['backup', disk.path])).toMatchObject({ code: 0 })
  })

  test('a disk that is full or read-only leaves the points whole that are there', async (context) => {
    using disk = aSmallDisk(12)
    if (!disk) return context.skip('A disk cannot be mounted here.')
    const where = join(disk.path, 'backup')
    const more = at('more')
    await cp(home, more, { recursive: true })
    const [first] = await lines(more, ['backup', where])
    expect(first).toMatchObject({ code: 0 })
    await writeFile(at('large.txt'), 'A long register. '.repeat(100_000))
    await lines(more, ['add', at('large.txt')])
    const { bavail, bsize } = await statfs(disk.path)
    const filler = join(disk.path, 'filler')
    await writeFile(filler, Buffer.alloc(bavail * bsize - 2_500_000))
    const full = await fonds(more, ['backup', where])
    expect(full, full.stdout).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The disk of the backup .*is full/),
    })
    disk.turn('ro')
    const [refused, verified, restored] = await lines(
      at('of-read-only'),
      ['--home', more, 'backup', where],
      ['backup', where, '--verify'],
      ['restore', where],
    )
    expect(refused).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^The folder \S+ cannot be written/),
    })
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/^All is well: 1 points/) })
    expect(restored).toMatchObject({ code: 0 })
    disk.turn('rw')
    await rm(filler)
    const [second, both] = await lines(more, ['backup', where], ['backup', where, '--verify'])
    expect(second?.stdout).toContain(` 1 originals copied`)
    expect(both).toMatchObject({ code: 0, stdout: expect.stringContaining('2 points') })
  })
})

/** Every file below a folder, and when it was changed. */
async function changes(where: string): Promise<Map<string, number>> {
  const names = await readdir(where, { recursive: true }).catch(() => [])
  const found = new Map<string, number>()
  for (const name of names.sort()) {
    const { mtimeMs } = await stat(join(where, name))
    if (/[0-9a-f]{64}$/.test(name)) found.set(name, mtimeMs)
  }
  return found
}

async function flip(path: string): Promise<void> {
  const file = await open(path, 'r+')
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, 3)
  await file.write(Uint8Array.of((buffer[0] ?? 0) ^ 1), 0, 1, 3)
  await file.close()
}

/** Runs a command and kills it once some originals have come. */
async function killedOnce(
  home: string,
  args: string[],
  originals: string,
  begin: () => Promise<unknown>,
): Promise<void> {
  // Who is too late, for all has been copied by then, begins anew.
  for (let attempt = 1; ; attempt++) {
    await begin()
    const child = start(args, home, {})
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
    while (child.exitCode === null && (await changes(originals)).size === 0) await sleep(1)
    child.kill('SIGKILL')
    const signal = await ended
    const { size } = await changes(originals)
    if (signal === 'SIGKILL' && size > 0 && size < papers) return
    if (attempt === 8) throw new Error(`It ended by ${signal} with ${size} originals before it was killed.`)
  }
}
