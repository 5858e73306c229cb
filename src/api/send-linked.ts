import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Request, Response } from 'express'
import { ArchiveError } from '../domain/errors.ts'
import { accepted } from './accepted.ts'
import { judge } from './conditions.ts'

/**
 * Sends JSON-LD, a thing or the text of one in pieces, between which others are served, under a strong tag of what it says; as plain
 * JSON to who likes that better. Honours all conditions (RFC 9110 §13).
 */
export async function sendLinked(
  { req, res }: { req: Request; res: Response },
  mediaType: string,
  pieces: Iterable<string | object>,
): Promise<void> {
  const hash = createHash('sha256')
  const written: Buffer[] = []
  for (const piece of pieces) {
    const bytes = Buffer.from(typeof piece === 'string' ? piece : JSON.stringify(piece))
    hash.update(bytes)
    written.push(bytes)
    await setImmediate()
    if (res.destroyed) return
  }
  const etag = `"${hash.digest('base64url').slice(0, 27)}"`
  const verdict = judge(req.headers, { etag })
  if (verdict === 'failed')
    throw new ArchiveError(
      'precondition-failed',
      'It is not what If-Match names. Read it again without If-Match.',
    )
  res.vary('Accept')
  res.setHeader('ETag', etag)
  if (verdict === 'not-modified') return void res.status(304).end()
  const isPlain = accepted(req, 'application/ld+json', 'application/json') === 'application/json'
  res.setHeader('Content-Type', isPlain ? 'application/json; charset=utf-8' : mediaType)
  res.setHeader(
    'Content-Length',
    written.reduce((sum, { length }) => sum + length, 0),
  )
  if (req.method === 'HEAD') return void res.end()
  for (const bytes of written) res.write(bytes)
  res.end()
}
