import { DetailedError, Upload } from 'tus-js-client'
import { addressOf } from '../../api/ask.ts'
import { Refusal, unreached } from '../../api/refusal.ts'
import type { Problem } from '../../api/types.ts'
import type { Chosen } from '../choose/chosen.ts'

type Way = {
  /** The batch to which it belongs; null for one that is named by a request of its own. */
  batch: string | null
  /** Where it began to go before; null where it is sent for the first time. */
  upload: string | null
  signal: AbortSignal
  /** Told how many bytes have gone, and where they go as soon as that is known. */
  onSent: (bytes: number) => void
  onUpload: (upload: string) => void
}

// A piece is on the archive's disk before the next begins; below, one request does for the whole.
const pieceBytes = 32 * 1024 * 1024
const smallBytes = 1024 * 1024

/**
 * Sends a file by tus 1.0, from where it was cut short, and resolves with the id of its upload. Throws a `Refusal`, of
 * status 0 where the archive cannot be reached, and the signal's reason once that aborts.
 */
export function sendOne({ path, file }: Chosen, way: Way): Promise<string> {
  const { batch, signal, onSent, onUpload } = way
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let id = way.upload
  const upload = new Upload(file, {
    endpoint: addressOf('beginUpload'),
    uploadUrl: id === null ? null : addressOf('readUpload', { params: { tusId: id } }),
    metadata: { filename: file.name, relativePath: path, ...(batch === null ? {} : { batch }) },
    chunkSize: pieceBytes,
    uploadDataDuringCreation: file.size <= smallBytes,
    // Who calls decides when it is tried again, and remembers it.
    retryDelays: null,
    storeFingerprintForResuming: false,
    onUploadUrlAvailable: () => {
      // The archive may name itself otherwise than it is called from here.
      id = upload.url?.slice(upload.url.lastIndexOf('/') + 1) ?? null
      if (id === null) return
      upload.url = addressOf('readUpload', { params: { tusId: id } })
      onUpload(id)
    },
    onProgress: onSent,
    onSuccess: () => (id === null ? reject(unreached()) : resolve(id)),
    onError: (error) => reject(refusalIn(error)),
  })
  const stop = () => {
    void upload.abort()
    reject(signal.reason)
  }
  if (signal.aborted) stop()
  else {
    signal.addEventListener('abort', stop)
    upload.start()
  }
  return promise.finally(() => signal.removeEventListener('abort', stop))
}

function refusalIn(error: Error): Error {
  if (!(error instanceof DetailedError)) return error
  const status = error.originalResponse?.getStatus() ?? 0
  if (status === 0) return unreached()
  try {
    // What is no success is a problem, by the contract of the API; a proxy in between may not know.
    const problem: Problem = JSON.parse(error.originalResponse?.getBody() ?? '')
    if (typeof problem.detail === 'string') return new Refusal(problem)
  } catch {}
  const detail = `The archive answered ${status}.`
  return new Refusal({ type: 'about:blank', title: detail, status, detail, instance: '', requestId: '' })
}
