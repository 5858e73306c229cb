import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { PassThrough, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import multer from 'multer'
import type { Received } from '../actions/store-upload.ts'
import { ArchiveError, invalid } from '../domain/errors.ts'
import type { FileStore } from '../ports/file-store.ts'
import { jsonOf } from './json-body.ts'
import type { Limits } from './route.ts'
import { countUploaded } from './upload-quota.ts'

type Part = Express.Multer.File & { received?: Received; json?: unknown }

export type Multipart = { fields: Record<string, unknown>; uploads: Received[] }

const received = new WeakMap<Request, Received[]>()

/** The files that came with a request, in the order in which they were sent. */
export const uploadsOf = (req: Request): readonly Received[] => received.get(req) ?? []

const mostFiles = 1000

/**
 * Reads multipart/form-data: `files` are hashed on their way to disk, never held in memory; `description` is JSON, as
 * a plain field or as a file part. What no row names once the answer is sent is removed. Faults: `too-large`,
 * `invalid-input`, `malformed-json`.
 */
export async function receiveFiles(
  store: FileStore,
  maxFile: number,
  req: Request,
  res: Response,
  limits: Limits,
): Promise<Multipart> {
  const uploads: Received[] = []
  received.set(req, uploads)
  const gone = new AbortController()
  res.once('close', () => {
    gone.abort()
    for (const { path } of uploads) if (path !== '') void rm(path, { force: true })
  })
  const engine = partStorage(store, maxFile, limits, gone.signal, uploads, (bytes) =>
    countUploaded(req, bytes),
  )
  const parser = multer({
    storage: engine,
    defParamCharset: 'utf8',
    // A name that is nothing but a path, such as "..", would else be none, and the file be passed over in silence.
    preservePath: true,
    limits: { files: mostFiles, fields: 50, fieldSize: limits.body, fieldNameSize: 200 },
  })
  await new Promise<void>((resolve, reject) => {
    parser.any()(req, res, (error: unknown) => (error ? reject(troubleWith(error)) : resolve()))
  })
  const parts = (req.files ?? []) as Part[]
  const described = parts.filter((part) => part.json !== undefined)
  const field: unknown = req.body?.description
  if (described.length > (field === undefined ? 1 : 0) || (field !== undefined && typeof field !== 'string'))
    throw invalid('description', 'is sent several times or in pieces: send it once, as one JSON object.')
  const [description] = described
  return { fields: { ...req.body, ...(description && { description: description.json }) }, uploads }
}

/** The description of a multipart request, whichever way it was sent. */
export function descriptionOf({ fields }: Multipart): unknown {
  const { description, ...others } = fields
  const [stray] = Object.keys(others)
  if (stray !== undefined)
    throw invalid(stray, 'is not a field of this form: send "description" (JSON) and "files".')
  if (description === undefined)
    throw invalid('description', 'is required: a JSON object, {} if there is nothing to say.')
  return typeof description === 'string' ? jsonOf(Buffer.from(description)) : description
}

function partStorage(
  store: FileStore,
  maxFile: number,
  limits: Limits,
  gone: AbortSignal,
  uploads: Received[],
  count: (bytes: number) => void,
): multer.StorageEngine {
  return {
    _handleFile(_req, part, done) {
      const handled = part.fieldname === 'description' ? readJsonPart(part, limits.body) : keep(part)
      handled.then((info) => done(null, info as Partial<Part>), done)
    },
    // The files go when the answer is sent, see above.
    _removeFile: (_req, _part, done) => done(null),
  }

  async function keep(part: Express.Multer.File): Promise<{ received: Received }> {
    if (part.fieldname !== 'files')
      throw invalid(part.fieldname, 'is not a file part of this form: send files as "files".')
    // Before anything is waited for: parts overtake each other, pages must not.
    const file: Received = { path: '', name: part.originalname, sha256: '', bytes: 0 }
    uploads.push(file)
    file.path = await store.incoming()
    const hash = createHash('sha256')
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        file.bytes += chunk.length
        hash.update(chunk)
        try {
          count(chunk.length)
        } catch (error) {
          return next(error as Error)
        }
        next(file.bytes > maxFile ? tooLarge(part.originalname, maxFile) : null, chunk)
      },
    })
    // A stream of our own: destroying the parser's would leave its request unanswered.
    const source = part.stream.pipe(new PassThrough())
    await pipeline(source, measure, createWriteStream(file.path), { signal: gone }).catch((error) => {
      part.stream.unpipe(source).resume()
      throw error
    })
    file.sha256 = hash.digest('hex')
    return { received: file }
  }
}

async function readJsonPart(part: Express.Multer.File, most: number): Promise<{ json: unknown }> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of part.stream) {
    bytes += chunk.length
    if (bytes <= most) chunks.push(chunk)
  }
  if (bytes > most) throw new ArchiveError('too-large', `The description is larger than ${most} bytes.`)
  return { json: jsonOf(Buffer.concat(chunks)) }
}

const tooLarge = (name: string, most: number) =>
  new ArchiveError(
    'too-large',
    `${name} is larger than ${most} bytes, the most that this archive takes (FONDS_MAX_FILE).`,
  )

function troubleWith(error: unknown): unknown {
  if (error instanceof multer.MulterError) {
    const large = error.code === 'LIMIT_FIELD_VALUE'
    if (large) return new ArchiveError('too-large', `${error.field ?? 'A field'} is too large.`)
    return invalid(error.field ?? 'body', `${error.message}: send at most ${mostFiles} files as "files".`)
  }
  const isForm =
    error instanceof Error &&
    /form|multipart|boundary|header/i.test(error.message) &&
    !(error instanceof ArchiveError) &&
    !('code' in error)
  return isForm ? invalid('body', `is not well-formed multipart/form-data (${error.message}).`) : error
}
