import { AsyncLocalStorage } from 'node:async_hooks'
import { type ERRORS, Server } from '@tus/server'
import type { Request, Response } from 'express'
import { finishUpload } from '../actions/finish-upload.ts'
import { type Actor, mayUse } from '../domain/access.ts'
import { ArchiveError, type Fault } from '../domain/errors.ts'
import { takingOver } from './tus-locker.ts'
import { type Checksum, type Sending, type TusDeps, tusStore } from './tus-store.ts'
import { countUploaded } from './upload-quota.ts'

const path = '/api/v1/uploads/tus'
const version = '1.0.0'

export type Asking = { req: Request; res: Response; actor: Actor; baseUrl: string }

/** Answers requests of the tus protocol, 1.0; what goes wrong is thrown as everywhere, and becomes a problem. */
export function tusServer(deps: TusDeps) {
  const asking = new AsyncLocalStorage<Sending & { baseUrl: string }>()
  const sending = () => {
    const now = asking.getStore()
    if (!now) throw new Error('The upload is written outside of a request.')
    return now
  }
  const store = tusStore(deps, sending)
  const server = new Server({
    path,
    datastore: store,
    locker: takingOver(),
    lockDrainTimeout: 500,
    maxSize: deps.maxFile,
    // As everywhere, pages of other origins may only read.
    allowedOrigins: () => false,
    namingFunction: () => deps.newId('u'),
    generateUrl: (_req, { id }) => `${sending().baseUrl}${path}/${id}`,
    getFileIdFromRequest: (_req, last) => (/^u[0-9a-f]{32}$/.test(last ?? '') ? last : undefined),
    onUploadFinish: async (_req, upload) => {
      const found = await deps.uploads.find(upload.id, deps.ageClock())
      if (found && found.sha256 === null) await finishUpload(deps, found)
      return {}
    },
    onResponseError: (_req, error) => {
      throw asFault(error)
    },
  })
  const { write } = server
  // What it finds wrong in headers it would say in plain text.
  server.write = async (context, headers, status, body) => {
    if (status >= 400) throw asFault({ status_code: status, body: body ?? '' })
    return write.call(server, context, headers, status, body)
  }
  return {
    /** What OPTIONS tells of the protocol. */
    options: (): Record<string, string> => ({
      'Tus-Resumable': version,
      'Tus-Version': version,
      'Tus-Max-Size': String(deps.maxFile),
      'Tus-Extension': store.extensions.join(','),
      'Tus-Checksum-Algorithm': 'sha1,sha256',
    }),
    async handle({ req, res, actor, baseUrl }: Asking): Promise<void> {
      res.setHeader('Tus-Resumable', version)
      if (req.get('Tus-Resumable') !== version) {
        res.setHeader('Tus-Version', version)
        throw new ArchiveError(
          'precondition-failed',
          `Send Tus-Resumable: ${version}; no other version is spoken here.`,
        )
      }
      // Behind several proxies it is a list, which the protocol's server refuses; addresses are made without it.
      req.rawHeaders = withoutPair(req.rawHeaders, 'x-forwarded-proto')
      const most = mayUse(actor, 'administrator') ? 0 : (deps.mostUnfinished ?? 0)
      const count = (bytes: number) => countUploaded(req, bytes)
      const sent = { actor: actor.id, most, baseUrl, checksum: checksumOf(req), count }
      await asking.run(sent, () => server.handle(req, res))
    },
  }
}

/** Names and values in turns, without those of a name. */
const withoutPair = (headers: readonly string[], name: string) =>
  headers.filter((_, at) => headers[at - (at % 2)]?.toLowerCase() !== name)

function checksumOf(req: Request): Checksum | null {
  const header = req.get('Upload-Checksum')
  if (header === undefined) return null
  const [algorithm, digest, ...rest] = header.split(' ')
  const isKnown = algorithm === 'sha1' || algorithm === 'sha256'
  if (!isKnown || digest === undefined || rest.length > 0) {
    const message = 'must be sha1 or sha256, a space and the digest in Base64.'
    throw new ArchiveError('invalid-input', `Upload-Checksum ${message}`, [
      { path: 'Upload-Checksum', message },
    ])
  }
  return { algorithm, digest: Buffer.from(digest, 'base64') }
}

type TusError = (typeof ERRORS)[keyof typeof ERRORS]

const faultOf: Readonly<Record<number, Fault>> = {
  400: 'invalid-input',
  403: 'invalid-input',
  404: 'not-found',
  409: 'conflict',
  410: 'gone',
  413: 'too-large',
}

const isTusError = (error: object): error is TusError => 'status_code' in error && 'body' in error

function asFault(error: object): unknown {
  if (!isTusError(error)) return error
  const fault = faultOf[error.status_code]
  return fault === undefined ? error : new ArchiveError(fault, `${error.body.trim()}.`)
}
