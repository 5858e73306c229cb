import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import request from 'supertest'
import { expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { createMetrics } from '../../src/api/metrics.ts'
import { createHttpServer } from '../../src/api/server.ts'
import { openArchive } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { runJobs } from '../../src/ingest/run-jobs.ts'
import { childExtractor } from '../../src/tools/extract/child-extractor.ts'
import { lent } from '../support/archive.ts'
import { aFolder, keeperToken } from '../support/process.ts'
import { asKeeper, sha256 } from './client.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }
const configOf = (home: string) =>
  readConfig({ FONDS_HOME: home, FONDS_ADMIN_TOKEN: keeperToken, FONDS_IMAGES: 'demand', FONDS_OCR: 'off' })
const full = (code: string) => Object.assign(new Error('no space left on device'), { code })

test.each(['ENOSPC', 'EDQUOT'])('%s while an upload is stored is 507 and leaves nothing', async (code) => {
  await using home = await aFolder()
  await using archive = await opened(home.path)
  const failing = { ...archive.deps.files, put: () => Promise.reject(full(code)) }
  const server = createHttpServer(
    { ...archive.deps, files: failing, metrics: createMetrics(), parts: {} },
    { baseUrl: undefined },
  )
  const reply = await request(server)
    .post('/api/v1/documents')
    .set(asKeeper)
    .field('description', '{}')
    .attach('files', Buffer.from('A text.'), 'text.txt')
  expect(reply.status).toBe(507)
  expect(reply.body).toMatchObject({ type: '/problems/disk-full', detail: expect.stringMatching(/space/) })
  await expect.poll(() => readdir(join(home.path, 'incoming'))).toEqual([])
  const listed = await request(server).get('/api/v1/documents').set(asKeeper)
  expect(listed.body).toEqual({ items: [], next: null })
})

test.each([
  ['a full disk is not given up, however long that is', 'SQLITE_FULL', 'done', 9],
  ['another fault of the machine is given up after four attempts', 'EIO', 'failed', 4],
] as const)('a job that meets %s', async (_, code, state, attempts) => {
  await using home = await aFolder()
  await using archive = await opened(home.path)
  const { deps } = archive
  const document = await addText(archive, 'A text.')
  let tried = 0
  const addPages = (command: Parameters<typeof deps.textWriter.addPages>[0]) =>
    ++tried <= 8 ? Promise.reject(full(code)) : deps.textWriter.addPages(command)
  // The clock leaps over every pause.
  let hours = 0
  const clock = () => new Date(Date.now() + hours++ * 3_600_000).toISOString()
  const extractor = childExtractor(configOf(home.path).extract)
  const texts = { ...deps.textWriter, addPages }
  const runner = runJobs({ ...deps, texts, extractor, clock }, 1)
  await runner.idle()
  await runner.stop()
  expect(tried).toBe(attempts)
  const record = await deps.documents.find(document)
  expect(record?.witnesses[0]?.files[0]?.state).toBe(state)
})

/** An archive whose jobs wait. */
async function opened(home: string) {
  const archive = await openArchive(configOf(home), silent, lent)
  return { ...archive, [Symbol.asyncDispose]: () => archive.close() }
}

async function addText({ deps }: Awaited<ReturnType<typeof opened>>, content: string): Promise<string> {
  const bytes = Buffer.from(content)
  const path = await deps.files.incoming()
  await writeFile(path, bytes)
  const upload = { path, name: 'text.txt', sha256: sha256(bytes), bytes: bytes.length }
  const actor = { id: 'a keeper', role: 'administrator' } as const
  const added = await addDocument(deps, actor, { description: {}, uploads: [upload], idempotency: null })
  return added.id
}
