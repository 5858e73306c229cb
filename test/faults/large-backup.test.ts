import { randomFillSync } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { aFolder, fonds, served } from '../support/process.ts'
import { type Client, clientOf } from './client.ts'

const megabyte = 1024 * 1024
const files = 100
const each = 100 * megabyte
const minutes = 60

test.runIf(isLong)(
  `an archive with ${(files * each) / megabyte} MB of originals is backed up while it is written to, restores whole and verifies`,
  async () => {
    await using folder = await aFolder()
    const at = (name: string) => join(folder.path, name)
    const figures: string[] = []
    /** Runs a command that must find all well. */
    const well = async (home: string, ...args: string[]) => {
      const begun = performance.now()
      const ran = await fonds(at(home), args, {}, [], minutes)
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ code: 0 })
      figures.push(`${args[0]} ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    }
    const acknowledged: string[] = []
    let before = 0
    {
      await using server = await served(at('home'), { FONDS_MAX_FILE: '200MB' })
      const client = clientOf(server.address)
      const add = async (title: string, bytes: Buffer, type: string) => {
        const begun = performance.now()
        // To make so many bytes takes its time, in which the server may end a connection that is kept alive.
        const upload = { title, name: `${title}.${type}`, bytes }
        const reply = await client.upload(upload, { Connection: 'close' })
        expect(reply.status, await reply.text()).toBe(201)
        acknowledged.push(title)
        return performance.now() - begun
      }
      const begun = performance.now()
      // No program reads it, and no two are alike.
      const bytes = Buffer.alloc(each)
      for (let n = 0; n < files; n++) await add(`Film ${n}`, randomFillSync(bytes), 'bin')
      figures.push(`${files} uploads ${((performance.now() - begun) / 1000).toFixed(1)} s`)
      before = acknowledged.length

      let isOver = false
      const waits: number[] = []
      const writing = (async () => {
        for (let n = 0; !isOver; n++, await sleep(20)) {
          waits.push(await add(`Note ${n}`, Buffer.from(`Written meanwhile, ${n}.`), 'txt'))
          if (n % 50 === 0) await add(`Reel ${n}`, randomFillSync(Buffer.alloc(megabyte)), 'bin')
        }
      })()
      await well('home', 'backup', at('backup')).finally(() => {
        isOver = true
      })
      await writing
      expect(acknowledged.length).toBeGreaterThan(before + 1)
      const slowest = Math.max(...waits)
      figures.push(`${waits.length} small uploads meanwhile, the slowest in ${slowest.toFixed(0)} ms`)
      await server.stop()
    }
    await well('home', 'backup', at('backup'), '--verify')
    await rm(join(at('home'), 'originals'), { recursive: true })
    await well('restored', 'restore', at('backup'))
    await well('restored', 'verify')
    await well('restored', 'audit', 'verify')
    await using server = await served(at('restored'))
    const titles = await titlesOf(clientOf(server.address))
    expect(titles.length).toBeGreaterThanOrEqual(before)
    expect(titles).toEqual(acknowledged.slice(0, titles.length))
    console.log(figures.join('; '))
    await server.stop()
  },
  (10 + 5 * minutes) * 60_000,
)

const titlesOf = async (client: Client) => (await client.documents()).map(({ title }) => title)
