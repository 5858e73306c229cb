import { writeFile } from 'node:fs/promises'
import { addDocument } from '../../src/actions/add-document.ts'
import { openArchive } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { everybody } from '../../src/domain/audience.ts'
import type { Clock } from '../../src/ports/identity.ts'
import { childExtractor } from '../../src/tools/extract/child-extractor.ts'
import { lent } from '../support/archive.ts'
import { aFolder, keeperToken } from '../support/process.ts'
import { sha256 } from './client.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** An archive whose jobs wait for somebody to run them, by a clock of their own. */
export async function anArchiveWhoseJobsWait() {
  const home = await aFolder()
  const env = { FONDS_ADMIN_TOKEN: keeperToken, FONDS_IMAGES: 'demand', FONDS_OCR: 'off' }
  const config = readConfig({ ...env, FONDS_HOME: home.path })
  const archive = await openArchive(config, silent, lent)
  const { deps, audit } = archive
  return {
    deps,
    audit,
    config,
    extractor: childExtractor(config.extract),
    /** Adds a document with a text, at a time that the clock tells; returns its id. */
    async addText(content: string, clock: Clock = deps.clock): Promise<string> {
      const bytes = Buffer.from(content)
      const path = await deps.files.incoming()
      await writeFile(path, bytes)
      const upload = { path, name: 'text.txt', sha256: sha256(bytes), bytes: bytes.length }
      const actor = { id: 'a keeper', role: 'administrator' } as const
      const asked = { description: {}, uploads: [upload], idempotency: null }
      return (await addDocument({ ...deps, clock }, actor, asked)).id
    },
    /** The ids of all documents as they are listed, the newest first. */
    async listed(): Promise<string[]> {
      const { items } = await deps.documents.list(everybody, {}, { limit: 100, cursor: null })
      return items.map(({ id }) => id)
    },
    async [Symbol.asyncDispose]() {
      await archive.close()
      await home[Symbol.asyncDispose]()
    },
  }
}
