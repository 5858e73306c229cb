import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { aFolder, fondsHere, fondsOneAfterAnother, start } from '../support/process.ts'

const papers = 20

describe('bags from the command line', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>
  let home: string
  beforeAll(async () => {
    folder = await aFolder()
    home = join(folder.path, 'archive')
    await mkdir(join(folder.path, 'papers'))
    for (let at = 0; at < papers; at++)
      await writeFile(join(folder.path, 'papers', `paper ${at}.txt`), `Paper ${at}. ${'word '.repeat(500)}`)
    expect(await fondsHere(home, ['add', join(folder.path, 'papers')])).toMatchObject({ code: 0 })
  })
  afterAll(() => folder?.[Symbol.asyncDispose]())
  const at = (...names: string[]) => join(folder.path, ...names)

  test.runIf(isLong)(
    'killed in the middle, an export goes on with the bag after the last whole one, of the same moment',
    async () => {
      const where = at('bags')
      const before = await killedInTheMiddle(where)
      await writeFile(at('later.txt'), 'A paper that came later.')
      const [unfinished, , exported, verified, again] = await fondsOneAfterAnother(home, [
        ['bags', 'verify', where],
        ['add', at('later.txt')],
        ['bags', 'export', where],
        ['bags', 'verify', where],
        ['bags', 'export', where],
      ])
      expect(unfinished).toMatchObject({
        code: 1,
        stdout: expect.stringContaining('was not finished: run it again'),
      })
      expect(exported).toMatchObject({
        code: 0,
        stdout: expect.stringContaining(`${papers} documents, ${before.size} of them before, each a bag`),
      })
      expect(verified).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(`^All is well: ${papers + 1} bags are complete and valid`),
      })
      const after = await bags(where)
      expect(after.size).toBe(papers)
      for (const [name, made] of before) expect([name, after.get(name)]).toEqual([name, made])
      expect((await readdir(where)).toSorted()).toEqual(['archive', 'documents'])
      expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('has a whole archive as bags') })
    },
  )

  test('killed in the middle, an import is no archive, and is run again', async () => {
    const [where, target] = [at('all'), at('in')]
    await fondsOneAfterAnother(home, [['bags', 'export', where]])
    const child = start(['bags', 'import', where], target, {})
    const ended = new Promise((resolve) => child.once('exit', resolve))
    while ((await readdir(join(target, 'originals')).catch(() => [])).length === 0) await sleep(2)
    child.kill('SIGKILL')
    await ended
    expect(await readdir(target)).not.toContain('catalogue.sqlite')
    const [refused, imported, sound, recorded, found, again] = await fondsOneAfterAnother(target, [
      ['add', at('papers', 'paper 1.txt')],
      ['bags', 'import', where],
      ['verify'],
      ['audit', 'verify'],
      ['search', '"Paper 7"'],
      ['bags', 'import', where],
    ])
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('run "fonds bags import" again'),
    })
    expect(imported).toMatchObject({ code: 0, stdout: expect.stringMatching(/is in \S+: \d+ documents\.\n/) })
    expect(sound).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^All is well: \d+ originals match/),
    })
    expect(recorded).toMatchObject({ code: 0, stdout: expect.stringMatching(/^All is well: \d+ events/) })
    expect(found).toMatchObject({ code: 0, stdout: expect.stringContaining('Paper 7') })
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') })
  })

  /** Kills an export when it has written some bags, and not all. */
  async function killedInTheMiddle(where: string): Promise<Map<string, number>> {
    const child = start(['bags', 'export', where], home, {})
    const ended = new Promise((resolve) => child.once('exit', resolve))
    while ((await bags(where)).size < 3) await sleep(2)
    child.kill('SIGKILL')
    await ended
    const made = await bags(where)
    expect(made.size).toBeLessThan(papers)
    expect(await readdir(where)).toContain('unfinished')
    return made
  }

  /** The bags of documents that are there, and when their tag manifests were written. */
  async function bags(where: string): Promise<Map<string, number>> {
    const found = new Map<string, number>()
    for (const name of await readdir(join(where, 'documents')).catch(() => []))
      found.set(name, (await stat(join(where, 'documents', name, 'tagmanifest-sha256.txt'))).mtimeMs)
    return found
  }
})
