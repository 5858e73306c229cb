import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { ArchiveError } from '../domain/errors.ts'
import { type ByteRange, rangeOf } from './byte-range.ts'
import { changedSince, judge } from './conditions.ts'

/** Whatever was uploaded runs nothing and loads nothing; browsers still show PDFs, pictures and text. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"

/** A file to be sent. `etag` is strong and quoted; `open` gives bytes `from` to `to`, both inclusive. */
export type Bytes = {
  size: number
  etag: string
  lastModified?: Date
  mediaType: string
  /** The `Content-Disposition` header; see `contentDisposition`. */
  disposition: string
  open: (from: number, to: number) => Promise<Readable>
}

/**
 * Sends a file or the one range of it that was asked for (RFC 9110 §14), honouring all conditions (§13); HEAD and
 * 304 open nothing. Faults: `precondition-failed`, `range-not-satisfiable`, and whatever `open` throws.
 */
export async function sendBytes(req: Request, res: Response, bytes: Bytes): Promise<void> {
  const verdict = judge(req.headers, bytes)
  if (verdict === 'failed')
    throw new ArchiveError(
      'precondition-failed',
      'The file is not the one that the request expects. Ask for it anew.',
    )
  const range = verdict === 'proceed' ? askedRange(req, bytes) : null
  if (range === 'outside') {
    res.setHeader('Content-Range', `bytes */${bytes.size}`)
    throw new ArchiveError(
      'range-not-satisfiable',
      `The file has ${bytes.size} bytes; ask for a range inside it.`,
    )
  }
  const { from, to } = range ?? { from: 0, to: bytes.size - 1 }
  const empty = verdict === 'not-modified' || req.method === 'HEAD' || bytes.size === 0
  // Opened first, so that a file that is missing still becomes a problem with clean headers.
  const source = empty ? null : await bytes.open(from, to)
  describe(res, bytes)
  if (verdict === 'not-modified') return void res.status(304).end()
  res.status(range ? 206 : 200)
  if (range) res.setHeader('Content-Range', `bytes ${from}-${to}/${bytes.size}`)
  res.setHeader('Content-Type', bytes.mediaType)
  res.setHeader('Content-Length', to - from + 1)
  if (source === null) return void res.end()
  // A pipeline into a response that has closed already would never end.
  if (res.destroyed || req.socket.destroyed) return void source.destroy()
  await pipeline(source, exactly(to - from + 1), res)
}

/** A file that has shrunk must break the connection, for the client would wait for the rest. */
const exactly = (size: number) =>
  async function* (source: AsyncIterable<Buffer>) {
    let sent = 0
    for await (const chunk of source) {
      sent += chunk.length
      yield chunk
    }
    if (sent !== size) throw new Error(`A file gave ${sent} bytes where ${size} were promised.`)
  }

function describe(res: Response, bytes: Bytes): void {
  res.setHeader('ETag', bytes.etag)
  res.setHeader('Accept-Ranges', 'bytes')
  res.setHeader('Content-Disposition', bytes.disposition)
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Content-Security-Policy', contentPolicy)
  if (bytes.lastModified) res.setHeader('Last-Modified', bytes.lastModified.toUTCString())
}

function askedRange(req: Request, bytes: Bytes): ByteRange | 'outside' | null {
  const { range, 'if-range': condition } = req.headers
  if (range === undefined || req.method !== 'GET') return null
  if (typeof condition === 'string' && !isSame(condition, bytes)) return null
  return rangeOf(range, bytes.size)
}

/** `If-Range` (§13.1.5) wants the very same bytes: a strong tag, or the exact date. */
function isSame(condition: string, { etag, lastModified }: Bytes): boolean {
  if (/^(W\/)?"/.test(condition)) return condition === etag
  return changedSince(condition, lastModified) === false && condition === lastModified?.toUTCString()
}
