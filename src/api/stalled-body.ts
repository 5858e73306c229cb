import type { IncomingMessage } from 'node:http'

/**
 * Cuts off who has begun to send a body and then sends nothing of it for so long; how long the whole takes, and the answer, is
 * not counted.
 */
export function cutStalledBody(req: IncomingMessage, ms: number): void {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length']) > 0
  if (!hasBody) return
  req.setTimeout(ms, () => req.destroy())
  req.once('end', () => req.setTimeout(0))
}
