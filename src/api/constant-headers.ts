import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'

type Middleware = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => void

/** Sets what a middleware sets in every reply alike, which is asked for it once; throws what it passes on. */
export function constantHeaders(middleware: Middleware): RequestHandler {
  const headers: Parameters<ServerResponse['setHeader']>[] = []
  const req = new IncomingMessage(new Socket())
  const res = new ServerResponse(req)
  res.setHeader = (...header) => {
    headers.push(header)
    return res
  }
  middleware(req, res, (error) => {
    if (error) throw error
  })
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value)
    next()
  }
}
