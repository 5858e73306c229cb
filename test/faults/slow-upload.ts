import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { asKeeper, type Upload } from './client.ts'

const boundary = 'between-the-parts'

export type SlowUpload = {
  req: ClientRequest
  /** Resolves with the reply; rejects when the connection broke. */
  reply: Promise<{ status: number; body: string }>
}

/** Begins to send a document with one file, its body in so many pieces with a pause after each. */
export function sendSlowly(
  address: string,
  { title, name, bytes }: Upload,
  { pieces, pauseMs, headers = {} }: { pieces: number; pauseMs: number; headers?: Record<string, string> },
): SlowUpload {
  const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`
  const body = Buffer.concat([
    Buffer.from(`${part('name="description"')}${JSON.stringify({ title })}\r\n`),
    Buffer.from(part(`name="files"; filename="${name}"`)),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const req = request(`${address}/api/v1/documents`, {
    method: 'POST',
    headers: {
      ...asKeeper,
      ...headers,
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
      'Content-Length': body.length,
    },
  })
  const reply = replyTo(req)
  reply.catch(() => {})
  void writePieces(req, body, pieces, pauseMs)
  return { req, reply }
}

async function writePieces(req: ClientRequest, body: Buffer, pieces: number, pauseMs: number) {
  const size = Math.ceil(body.length / pieces)
  for (let from = 0; from < body.length && !req.destroyed; from += size) {
    req.write(body.subarray(from, from + size))
    await sleep(pauseMs)
  }
  if (!req.destroyed) req.end()
}

async function replyTo(req: ClientRequest) {
  const [res] = (await once(req, 'response')) as [IncomingMessage]
  return { status: res.statusCode ?? 0, body: await text(res) }
}
