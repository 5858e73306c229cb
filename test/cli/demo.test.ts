import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { clientOf, until } from '../faults/client.ts'
import { isLong } from '../support/long.ts'
import { aFolder, served, start } from '../support/process.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const samples = (
  JSON.parse(readFileSync(new URL('../../samples/archive.json', import.meta.url), 'utf8')) as {
    documents: { description: { title: string } }[]
  }
).documents.map(({ description }) => description.title)
const hasCurl = spawnSync('curl', ['--version']).status === 0

describe('the demo', () => {
  test.runIf(isLong)(
    'loads its samples once, even where it was killed meanwhile, and lets anybody read them',
    async () => {
      await using home = await aFolder()
      await killedWhileLoading(home.path)
      for (const says of [
        /^Loaded the sample archive: \d+ documents\.$/m,
        new RegExp(`there: ${samples.length} doc`),
      ]) {
        await using demo = await served(home.path, {}, 'demo')
        expect(demo.stdout()).toBe(`listening ${demo.address}\n`)
        expect(demo.stderr()).toMatch(says)
        const titles = (await clientOf(demo.address).documents()).map(({ title }) => title)
        expect(titles.sort()).toEqual(samples.toSorted())
        expect((await fetch(`${demo.address}/api/v1/documents`)).status).toBe(200)
        expect((await fetch(`${demo.address}/docs`)).status).toBe(200)
        expect(await demo.stop()).toEqual({ code: 0, signal: null })
      }
    },
  )

  test.skipIf(!hasCurl)('says what to try, and every line of it finds something', async () => {
    await using home = await aFolder()
    await using demo = await served(home.path, { FONDS_ADMIN_TOKEN: '' }, 'demo')
    const lines = demo.stderr().match(/^ {2}(curl|npm) .*$/gm) ?? []
    expect(lines.length).toBeGreaterThanOrEqual(4)
    for (const line of lines) {
      const said = await shell(line.replace('npm run fonds --', `'${process.execPath}' bin/fonds.mjs`))
      if (line.includes('curl')) expect(JSON.parse(said).total.documents, line).toBeGreaterThan(0)
      else expect(said, line).toMatch(/^ {2}p\. \d+: /m)
    }
    const [, token] = /Authorization: Bearer (\S+)/.exec(demo.stderr()) ?? []
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    const made = { method: 'POST', headers, body: '{"title": "One more"}' }
    expect((await fetch(`${demo.address}/api/v1/documents`, made)).status).toBe(201)
  })
})

/** Begins to load the samples and is killed once the first is there. */
async function killedWhileLoading(home: string): Promise<void> {
  const child = start(['demo', '--port', '0'], home, {})
  const ended = once(child, 'exit')
  await until('a sample is there', async () => documentsIn(home) > 0)
  child.kill('SIGKILL')
  await ended
}

function documentsIn(home: string): number {
  try {
    const db = new Database(join(home, 'catalogue.sqlite'), { readonly: true })
    const count = db.prepare<[], number>('select count(*) from document').pluck().get() ?? 0
    db.close()
    return count
  } catch {
    return 0
  }
}

async function shell(line: string): Promise<string> {
  const child = spawn('/bin/sh', ['-c', line], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return said
}
