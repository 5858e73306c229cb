import { once } from 'node:events'
import type { Request, Response } from 'express'

const heartbeatMs = 15_000

/**
 * Sends Server-Sent Events as they come, as fast as they are taken, with a comment now and then so that nothing on the way takes
 * the line for dead. Ends when there are no more, when the reader is gone, or when `closing` aborts; `events` hears of both.
 */
export async function streamEvents(
  { req, res }: { req: Request; res: Response },
  closing: AbortSignal | undefined,
  events: (ended: AbortSignal) => AsyncIterable<string>,
): Promise<void> {
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  const ended = closing ? AbortSignal.any([gone.signal, closing]) : gone.signal
  res.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  })
  if (req.method === 'HEAD') return void res.end()
  const alive = setInterval(() => res.write(': still here\n\n'), heartbeatMs)
  try {
    for await (const event of events(ended))
      if (!res.write(event)) await once(res, 'drain', { signal: ended }).catch(() => undefined)
  } finally {
    clearInterval(alive)
  }
  res.end()
}
