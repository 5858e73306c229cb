import type { Reply } from '../api/ask.ts'
import { Refusal, unreached } from '../api/refusal.ts'
import type { Problem } from '../api/types.ts'

/**
 * Sends files as one document, telling the share that has gone (0 to 1); throws a `Refusal`, and the signal's reason once
 * it aborts. By XMLHttpRequest, for `fetch` does not tell how far it is.
 */
export function sendFiles(
  files: readonly File[],
  title: string,
  { onShare, signal }: { onShare: (share: number) => void; signal: AbortSignal },
): Promise<Reply<'addDocument'>> {
  const form = new FormData()
  form.set('description', JSON.stringify(title === '' ? {} : { title }))
  for (const file of files) form.append('files', file)
  const request = new XMLHttpRequest()
  request.open('POST', '/api/v1/documents')
  request.responseType = 'json'
  const { promise, resolve, reject } = Promise.withResolvers<Reply<'addDocument'>>()
  signal.addEventListener('abort', () => {
    request.abort()
    reject(signal.reason)
  })
  request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
  request.onerror = () => reject(unreached())
  request.onload = () => {
    if (request.status === 201) resolve(request.response)
    // What is no success is a problem, by the contract of the API.
    else reject(request.response ? new Refusal(request.response as Problem) : unreached())
  }
  request.send(form)
  return promise
}
