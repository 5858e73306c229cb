import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { clientOf } from '../faults/client.ts'
import { aFolder, fonds, served, start } from '../support/process.ts'

const files = 200
const env = { FONDS_OCR: 'off', FONDS_IMAGES: 'demand', FONDS_LOG: 'silent' }

type Row = { path: string; state: string; message: string; file: string }

const rowsOf = async (report: string) => parse<Row>(await readFile(report), { columns: true, bom: true })

/** Removes, lengthens, replaces and adds papers for as long as `goes` says so; tells which are gone. */
async function unrest(papers: string, goes: () => boolean): Promise<Set<string>> {
  const gone = new Set<string>()
  // From the end, towards what is read from the beginning.
  for (let at = files - 1; at >= 0 && goes(); at--) {
    const path = join(papers, `box ${at % 4}`, `t${at}.txt`)
    if (at % 4 === 0) {
      await rm(path)
      gone.add(`box ${at % 4}/t${at}.txt`)
    } else if (at % 4 === 1) await appendFile(path, ' And more.')
    else if (at % 4 === 2) {
      await writeFile(`${path}.part`, `Another paper ${at} of the railway.`)
      await rename(`${path}.part`, path)
    } else await writeFile(join(papers, 'box 3', `new${at}.txt`), `A new paper ${at} of the railway.`)
    await turn()
  }
  return gone
}

test('a folder that changes while it is added: each file ends in a state and, where it failed, a sentence; at rest all is added, once', async () => {
  await using home = await aFolder()
  const [papers, archive, report] = ['papers', 'archive', 'report.csv'].map((name) =>
    join(home.path, name),
  ) as [string, string, string]
  for (let box = 0; box < 4; box++) await mkdir(join(papers, `box ${box}`), { recursive: true })
  for (let at = 0; at < files; at++)
    await writeFile(join(papers, `box ${at % 4}`, `t${at}.txt`), `Paper ${at} of the railway.`)
  const adding = start(['add', papers, '--report', report], archive, env)
  let isRunning = true
  const ended = new Promise<number | null>((resolve) =>
    adding.once('exit', (code) => {
      isRunning = false
      resolve(code)
    }),
  )
  const begun = async () => (await readFile(join(archive, 'catalogue.sqlite')).catch(() => null)) !== null
  while (isRunning && !(await begun())) await turn()
  const gone = await unrest(papers, () => isRunning)
  expect([0, 1]).toContain(await ended)
  for (const { path, state, message } of await rowsOf(report)) {
    expect([path, state]).toEqual([path, expect.stringMatching(/^(done|failed)$/)])
    if (state === 'failed') expect([path, message]).toEqual([path, expect.stringMatching(/^\w.*\.$/)])
  }

  const again = await fonds(archive, ['add', papers, '--report', report], env)
  const rows = await rowsOf(report)
  // What has changed since it was taken, and what was listed and has gone since, is told; all else is there.
  for (const { path, state, message } of rows) {
    if (message === '') expect([path, state]).toEqual([path, 'done'])
    else
      expect([path, message]).toEqual([path, expect.stringMatching(/have changed since|not there any more/)])
    if (state === 'failed') expect(gone.has(path)).toBe(true)
  }
  expect(again.code).toBe(rows.some(({ message }) => message !== '') ? 1 : 0)
  const kept = rows.map(({ file }) => file).filter((file) => file !== '')
  expect(new Set(kept).size).toBe(kept.length)

  await using server = await served(archive, env)
  const documents = await clientOf(server.address).documents()
  const inDocuments = documents.flatMap(({ witnesses }) =>
    witnesses.flatMap(({ files: its }) => its.map(({ id }) => id)),
  )
  expect(inDocuments.toSorted()).toEqual(kept.toSorted())
}, 90_000)
