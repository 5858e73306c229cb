import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { aFolder, fondsOneAfterAnother, type Serving, served, start } from '../support/process.ts'
import { type Client, clientOf, seeded, until } from './client.ts'
import * as deeds from './deeds.ts'

const kills = isLong ? 200 : 2
const random = seeded(19410614)
const upTo = (count: number) => Math.floor(random() * count)

/** A deed, and whether it was answered. */
type Begun = deeds.Deed & { isAnswered: boolean }

test(
  `of uploads, corrections, claims, annotations, imports and backups nothing acknowledged is lost and nothing done twice after ${kills} kills at any moment`,
  async () => {
    await using home = await aFolder()
    const archive = join(home.path, 'archive')
    const backup = join(home.path, 'backup')
    const world: deeds.World = { papers: [], remarks: [] }
    const all: Begun[] = []
    for (let round = 1; round <= kills; round++) {
      await using server = await served(archive)
      await finish(server, all)
      const batch = someDeeds(world, round).map((deed) => ({ ...deed, isAnswered: false }))
      all.push(...batch)
      const answers = Promise.all(batch.map((deed) => attempt(server, deed)))
      const copying = round % 4 === 2 ? start(['backup', backup], archive, {}) : null
      await sleep(random() * 1000)
      await server.kill()
      await answers
      if (copying) await killLater(copying)
    }

    await using server = await served(archive)
    const client = clientOf(server.address)
    await finish(server, all)
    await until('the jobs end', () => noneUnderWay(client), 60 + kills * 3)
    await until('incoming/ is swept', async () => (await readdir(join(archive, 'incoming'))).length === 0)
    for (const deed of all) await deed.check(client)
    const titles = (await client.documents()).map(({ title }) => title)
    expect(titles.filter((title) => title.startsWith('Volume'))).toHaveLength(world.papers.length)
    const corrected = new Set(
      world.papers.flatMap(({ pages }) => pages.filter((page) => /^Corrected/.test(page))),
    )
    const left = world.papers.flatMap(({ pages }) => pages).length - corrected.size
    expect(await pagesWith(client, 'registered')).toBe(left)
    expect(await pagesWith(client, 'corrected')).toBe(corrected.size)
    await server.stop()

    const restored = join(home.path, 'restored')
    const lines = [['verify'], ['audit', 'verify'], ['backup', backup], ['backup', backup, '--verify']]
    lines.push(['--home', restored, 'restore', backup], ['--home', restored, 'verify'])
    for (const ran of await fondsOneAfterAnother(archive, lines)) expect(ran).toMatchObject({ code: 0 })
  },
  120_000 + kills * 10_000,
)

/** New documents of two files and, on what is there, a deed of every other kind. */
function someDeeds(world: deeds.World, round: number): deeds.Deed[] {
  const name = `r${round}`
  const fresh = [
    deeds.anUpload(world, `${name}n0`, 'txt', 1 + upTo(30)),
    deeds.anUpload(world, `${name}n1`, 'pdf', 1 + upTo(30)),
    deeds.anImport(`${name}t`, 1 + upTo(100)),
  ]
  const paper = world.papers[upTo(world.papers.length)]
  if (!paper) return fresh
  const standing = world.remarks.filter(({ text }) => text !== null)
  const remark = standing[upTo(standing.length)]
  return [
    ...fresh,
    deeds.aClaim(paper, name),
    deeds.anAnnotation(world, paper, `Remark ${name}`),
    ...(paper.free.length > 0 ? [deeds.aCorrection(paper, `Corrected in ${name}`)] : []),
    ...(remark ? [random() < 0.7 ? deeds.anEdit(remark, `Edit ${name}`) : deeds.aRemoval(remark)] : []),
  ]
}

/** Asks for a deed; that the server went away is no answer. */
async function attempt(server: Serving, deed: Begun): Promise<void> {
  try {
    await deed.attempt(clientOf(server.address))
    deed.isAnswered = true
  } catch (error) {
    if (!isDeparture(error)) throw error
  }
}

/** Asks again for what was not answered, and for the last of what was: some of it was done, some not. */
async function finish(server: Serving, all: readonly Begun[]): Promise<void> {
  const last = all.slice(-3)
  for (const deed of all) if (!deed.isAnswered || last.includes(deed)) await attempt(server, deed)
  expect(all.filter(({ isAnswered }) => !isAnswered)).toEqual([])
}

async function killLater(child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
  await sleep(random() * 1500)
  child.kill('SIGKILL')
  await ended
}

async function pagesWith(client: Client, q: string): Promise<number> {
  const { total } = await client.json<{ total: { pages: number } }>(`/api/v1/search?q=${q}`)
  return total.pages
}

async function noneUnderWay(client: Client): Promise<boolean> {
  const counts = await Promise.all(
    ['queued', 'running'].map((state) => client.json<{ items: unknown[] }>(`/api/v1/jobs?state=${state}`)),
  )
  return counts.every(({ items }) => items.length === 0)
}

/** Whether an error only says that the connection broke. */
const isDeparture = (error: unknown): boolean =>
  error instanceof Error &&
  (error instanceof TypeError ||
    ('code' in error && ['ECONNRESET', 'ECONNREFUSED'].includes(`${error.code}`)))
