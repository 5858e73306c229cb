import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, rm } from 'node:fs/promises'
import { ArchiveError } from '../domain/errors.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock } from '../ports/identity.ts'
import type { Upload, UploadReader, UploadWriter } from '../ports/uploads.ts'
import type { Held } from './store-upload.ts'

export type UploadDeps = {
  uploads: UploadReader
  uploadWriter: UploadWriter
  files: FileStore
  clock: Clock
  ageClock: Clock
}

/**
 * Takes an upload whose bytes are all there into the file store: bytes first, then the row that names them, so that it can be
 * begun again after a crash. ArchiveError('checksum-mismatch') where they are not those that the client meant.
 */
export async function finishUpload(
  { uploadWriter, files, clock }: UploadDeps,
  { id, bytes, metadata }: Pick<Upload, 'id' | 'bytes' | 'metadata'>,
): Promise<void> {
  const partial = await files.partial(id)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(partial)) hash.update(chunk)
  const sha256 = hash.digest('hex')
  const meant = metadata.sha256?.trim().toLowerCase()
  if (meant !== undefined && meant !== sha256) {
    await rm(partial, { force: true })
    await uploadWriter.remove(id)
    const says = `The upload has the SHA-256 ${sha256}, not the one that was announced. It was given up: begin again.`
    throw new ArchiveError('checksum-mismatch', says)
  }
  const incoming = await files.incoming()
  // Some file systems have no links.
  await link(partial, incoming).catch(() => copyFile(partial, incoming))
  await files.put(incoming, sha256)
  await uploadWriter.finish({ id, at: clock(), sha256, bytes: bytes ?? 0 })
  await rm(partial, { force: true })
}

/** The bytes of uploads that are whole, by their ids. ArchiveError('invalid-input') for one that is not, or is a batch's. */
export async function uploadsNamed(
  { uploads, ageClock }: UploadDeps,
  ids: readonly string[],
): Promise<Held[]> {
  const held: Held[] = []
  for (const [at, id] of ids.entries()) {
    const upload = await uploads.find(id, ageClock())
    const path = `uploads.${at}`
    const refused = (says: string) =>
      new ArchiveError('invalid-input', `${path}: ${says}`, [{ path, message: says }])
    if (upload === null) throw refused('names no upload, or one that has expired.')
    if (upload.batch !== null)
      throw refused(`belongs to the uploads ${upload.batch}, whose commit makes the document of it.`)
    if (upload.sha256 === null) throw refused('is not whole yet: send the rest first.')
    held.push({ name: upload.name, sha256: upload.sha256, bytes: upload.bytes ?? 0 })
  }
  return held
}

const hour = 3_600_000

/** Forgets uploads whose time is over, and pieces of which nothing is known. Returns how many went. */
export async function expireUploads(deps: UploadDeps & { uploadExpiryMs: number }): Promise<number> {
  const { uploads, uploadWriter, files, ageClock, uploadExpiryMs } = deps
  const at = ageClock()
  const batchesBefore = new Date(Date.parse(at) - uploadExpiryMs).toISOString()
  let gone = 0
  for (;;) {
    const ids = await uploadWriter.expire({ at, batchesBefore, most: 100 })
    for (const id of ids) await rm(await files.partial(id), { force: true })
    gone += ids.length
    if (ids.length === 0) break
  }
  for (const { id, changedAt } of await files.partials()) {
    if (Date.parse(at) - changedAt < hour || (await uploads.find(id, at)) !== null) continue
    await rm(await files.partial(id), { force: true })
    gone++
  }
  return gone
}
