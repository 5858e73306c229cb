import { createHash } from 'node:crypto'
import { type FileHandle, open, rm, stat, writeFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { DataStore, ERRORS, Upload as TusUpload } from '@tus/server'
import { finishUpload, type UploadDeps } from '../actions/finish-upload.ts'
import { pathWithin } from '../domain/bulk/within.ts'
import { ArchiveError } from '../domain/errors.ts'
import { fileName } from '../domain/file-name.ts'
import type { Upload } from '../ports/uploads.ts'

export type TusDeps = UploadDeps & {
  maxFile: number
  uploadExpiryMs: number
  newId: (prefix: 'u') => string
  /** How many bytes of uploads that are not whole one person may have; 0 for any number. */
  mostUnfinished?: number
}

/** What the request at hand brings beside its bytes; `most` it may have of uploads that are not whole, 0 for any number. */
export type Sending = {
  actor: string
  most: number
  checksum: Checksum | null
  count: (bytes: number) => void
}
export type Checksum = { algorithm: 'sha1' | 'sha256'; digest: Buffer }

/**
 * Keeps what comes in pieces as a file that grows and a row. A piece is synced, and that noted, before it is acknowledged;
 * one whose checksum is wrong is cut off again. The offset is what was noted: where the power goes, a file may have grown
 * further, with anything in it.
 */
export function tusStore(deps: TusDeps, sending: () => Sending): DataStore {
  const { files, uploads, uploadWriter, clock, ageClock, uploadExpiryMs, maxFile } = deps
  const seek = async (id: string): Promise<Upload> => {
    const found = await uploads.find(id, ageClock())
    if (!found) throw ERRORS.FILE_NOT_FOUND
    return found
  }
  const standsAt = async ({ id, received }: Upload): Promise<number> => {
    // An archive that was restored knows of pieces that did not come along: its clients begin anew.
    const known = await stat(await files.partial(id)).catch(() => null)
    if (!known) throw ERRORS.FILE_NOT_FOUND
    return Math.min(known.size, received ?? known.size)
  }
  return Object.assign(new DataStore(), {
    extensions: [
      'creation',
      'creation-with-upload',
      'creation-defer-length',
      'termination',
      'checksum',
      'expiration',
    ],
    getExpiration: () => uploadExpiryMs,

    async create(upload: TusUpload): Promise<TusUpload> {
      const at = clock()
      const metadata = upload.metadata ?? {}
      const given = metadata.relativePath || metadata.filename || metadata.name || 'file'
      const partial = await files.partial(upload.id)
      await writeFile(partial, '')
      await files.syncPartials()
      const { actor, most } = sending()
      const created = uploadWriter.create({
        ...{ actor, at, id: upload.id, batch: metadata.batch ?? null, metadata },
        name: fileName(metadata.filename || metadata.name || given),
        path: pathWithin(given, 'Upload-Metadata relativePath'),
        bytes: upload.size ?? null,
        expiresAt: new Date(Date.parse(at) + uploadExpiryMs).toISOString(),
        unfinished: most === 0 ? null : { most, each: maxFile },
      })
      await created.catch(async (error: unknown) => {
        await rm(partial, { force: true })
        throw error
      })
      upload.creation_date = at
      return upload
    },

    async write(readable: Readable, id: string, offset: number): Promise<number> {
      const { bytes: whole, sha256 } = await seek(id)
      // Who did not hear that it is whole may send an empty piece; any other is too large, as reading it tells.
      if (sha256 !== null) {
        for await (const _ of readable);
        return offset
      }
      const handle = await open(await files.partial(id), 'r+')
      const keep = async (bytes: number) => {
        await handle.sync()
        // What is whole is noted when it is taken in.
        if (bytes !== whole) await uploadWriter.receive({ id, bytes })
      }
      try {
        await handle.truncate(offset)
        return await append(handle, readable, { ...sending(), offset, keep })
      } finally {
        await handle.close()
      }
    },

    async getUpload(id: string): Promise<TusUpload> {
      const upload = await seek(id)
      const { bytes, metadata, createdAt } = upload
      const offset = upload.sha256 === null ? await standsAt(upload) : (bytes ?? 0)
      // The process ended between the last piece and taking the whole in.
      if (upload.sha256 === null && offset === bytes) await finishUpload(deps, upload)
      const size = bytes ?? undefined
      return new TusUpload({ id, size, offset, metadata: { ...metadata }, creation_date: createdAt })
    },

    async declareUploadLength(id: string, bytes: number): Promise<void> {
      await uploadWriter.declare({ id, bytes })
    },

    async remove(id: string): Promise<void> {
      const { sha256, batch } = await seek(id)
      if (sha256 !== null && batch !== null)
        throw new ArchiveError('conflict', 'It is whole and part of its batch: give that up, or leave it.')
      await uploadWriter.remove(id)
      await rm(await files.partial(id), { force: true })
    },
  })
}

type Appending = Sending & { offset: number; keep: (bytes: number) => Promise<void> }

/** So many bytes of one piece are sent again at most after a crash. */
const keptEvery = 16 * 1024 * 1024

async function append(
  handle: FileHandle,
  readable: Readable,
  { offset, checksum, count, keep }: Appending,
): Promise<number> {
  const hash = checksum && createHash(checksum.algorithm)
  let at = offset
  let kept = offset
  try {
    for await (const chunk of readable as AsyncIterable<Buffer>) {
      count(chunk.length)
      await handle.write(chunk, 0, chunk.length, at)
      at += chunk.length
      hash?.update(chunk)
      if (checksum || at - kept < keptEvery) continue
      await keep(at)
      kept = at
    }
  } catch (error) {
    await handle.truncate(checksum ? offset : at)
    // The offset is then asked for, and is what could be kept.
    if (!checksum) await keep(at).catch(() => {})
    throw error
  }
  if (hash && checksum && !hash.digest().equals(checksum.digest)) {
    await handle.truncate(offset)
    throw new ArchiveError(
      'checksum-mismatch',
      'The piece does not match its Upload-Checksum: send it again.',
    )
  }
  await keep(at)
  return at
}
