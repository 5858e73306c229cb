import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMetrics } from '../../src/api/metrics.ts'
import { createHttpServer } from '../../src/api/server.ts'
import { type Archive, openArchive } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { childReaders } from '../../src/tools/extract/child-readers.ts'
import { lentThread } from './lent-threads.ts'

export const adminToken = 'an-administrator-token-for-tests-0123456789'

export type TestArchive = {
  archive: Archive
  server: Server
  home: string
  /** Resolves once every job is done. */
  idle(): Promise<void>
  close(): Promise<void>
}

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** What most tests are not about: recognition and images cost seconds. */
const quiet = { FONDS_IMAGES: 'demand', FONDS_OCR: 'off' }

const reading = new Map<string, ReturnType<typeof childReaders>>()

/** Readers that go on to the files of the next archive: the start of one takes longer than most files. */
async function lentReaders(limits: Parameters<typeof childReaders>[0]): ReturnType<typeof childReaders> {
  const key = JSON.stringify(limits)
  const readers = reading.get(key) ?? childReaders(limits)
  reading.set(key, readers)
  const { extract } = await readers
  return { extract, close: async () => {} }
}

/** What an archive goes on with that another had before it, for `openArchive`. */
export const lent = { readers: lentReaders, start: lentThread }

/** A whole archive in a folder of its own, its jobs running, with a server that listens nowhere until it is asked. */
export async function aTestArchive(env: Record<string, string> = {}): Promise<TestArchive> {
  const home = await mkdtemp(join(tmpdir(), 'fonds-test-'))
  const config = readConfig({
    FONDS_HOME: home,
    FONDS_ADMIN_TOKEN: adminToken,
    FONDS_LOG: 'silent',
    ...quiet,
    ...env,
  })
  const archive = await openArchive(config, silent, lent)
  const unlock = archive.lock()
  const runner = await archive.run()
  const { deps } = archive
  const parts = {
    database: () => deps.documents.find(''),
    index: () => deps.searchIndex.settled(),
    files: () => deps.files.stat('0'.repeat(64)),
  }
  const { baseUrl, uploadDaily, uploadUnfinished } = config
  const options = { baseUrl, uploadDaily, uploadUnfinished }
  const server = createHttpServer(
    { ...deps, metrics: createMetrics(() => deps.searchIndex.figures()), parts },
    options,
  )
  return {
    archive,
    server,
    home,
    idle: () => runner.idle(),
    async close() {
      server.closeAllConnections()
      await archive.close()
      unlock()
      await rm(home, { recursive: true, force: true })
    },
  }
}
