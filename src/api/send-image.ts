import { hash } from 'node:crypto'
import type { Request, Response } from 'express'
import { type ImageSeeing, render, type SeenImage } from '../actions/see-page-image.ts'
import { ArchiveError } from '../domain/errors.ts'
import type { Rendition } from '../domain/page/rendition.ts'
import { judge } from './conditions.ts'

const mediaTypes: Record<Rendition['format'], string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  tif: 'image/tiff',
  gif: 'image/gif',
}

/** What a page looks like hardly ever changes; who may see it may, so that nobody keeps it for others. */
const caching = 'private, max-age=86400'
/** Others see another image of it, and so may the same browser once somebody has signed in or out. */
const cachingOfVarying = 'private, no-cache'

/** A signal that aborts once the client has gone: nobody waits for its image any more. */
export function untilGone(res: Response): AbortSignal {
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort(new ArchiveError('busy', 'Whoever asked has left.'))
  })
  return gone.signal
}

/** Sends a rendition under the conditions of RFC 9110 §13; what the client has already is not even rendered. */
export async function sendImage(
  deps: ImageSeeing,
  seen: SeenImage,
  rendition: Rendition,
  { req, res, signal }: { req: Request; res: Response; signal: AbortSignal },
): Promise<void> {
  const etag = `"${hash('sha256', `${seen.stamp} ${JSON.stringify(rendition)}`, 'base64url').slice(0, 27)}"`
  const verdict = judge(req.headers, { etag })
  if (verdict === 'failed')
    throw new ArchiveError('precondition-failed', 'The image is not the one that the request expects.')
  const bytes = verdict === 'proceed' ? await render(deps, seen, rendition, signal) : null
  res.setHeader('ETag', etag)
  res.setHeader('Cache-Control', seen.source.varies ? cachingOfVarying : caching)
  if (bytes === null) return void res.status(304).end()
  res.setHeader('Content-Type', mediaTypes[rendition.format])
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Content-Length', bytes.length)
  res.end(bytes)
}
