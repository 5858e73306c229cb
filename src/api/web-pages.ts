import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Request, RequestHandler, Response } from 'express'
import sirv from 'sirv'

const built = fileURLToPath(new URL('../../dist/web/', import.meta.url))

/** Addresses that programs ask: there, a wrong one is a problem and never a page. */
const forPrograms = /^\/(api|annotations|iiif|oembed|health|metrics|docs|problems)(\/|$)/

/** The first segments of the pages that there are (src/web/app.tsx); at others the same page says that nothing is there. */
const pages =
  /^\/($|search|documents|collections|agents|places|happenings|sources|upload|import|jobs|attention|transcribe|notes|sign-in|join|account|people|help|embed)(\/|$)/

/** What the pages of others may hold. */
const embedded = /^\/embed\//

/** No script but the archive's own, none inline, and nothing from other hosts. */
const policyFor = (path: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${embedded.test(path) ? '*' : "'none'"}`,
  ].join('; ')

/**
 * Serves the reading room as it was built into `folder`: its files, whose names change with what is in them, for a year;
 * and its one page wherever a browser asks for an address that no route has.
 */
export function webPages(folder: string = built): RequestHandler {
  const files = existsSync(folder)
    ? sirv(folder, {
        etag: true,
        gzip: true,
        brotli: true,
        extensions: [],
        setHeaders: (res, path) => {
          res.setHeader(
            'Cache-Control',
            path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          )
        },
      })
    : null
  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    if (req.path === '/' || req.path === '/index.html')
      return wantsPage(req) ? sendPage(folder, req, res) : next()
    if (files && !forPrograms.test(req.path)) return files(req, res, () => orPage(req, res, next))
    return orPage(req, res, next)
  }

  function orPage(req: Request, res: Response, next: () => void) {
    return wantsPage(req) && !forPrograms.test(req.path) ? sendPage(folder, req, res) : next()
  }
}

const isDocument = /^\/documents\/[^/]+(\/pages\/\d+)?$/

/** Where others learn how to show what is at an address (oEmbed 1.0, 4). */
const embedding = (address: string) =>
  `</oembed?url=${encodeURIComponent(address)}>; rel="alternate"; type="application/json+oembed"`

const wantsPage = (req: Request) => req.path === '/' || req.accepts(['json', 'html']) === 'html'

function sendPage(folder: string, req: Request, res: Response): void {
  const file = join(folder, 'index.html')
  res.vary('Accept')
  res.setHeader('Content-Security-Policy', policyFor(req.path))
  if (isDocument.test(req.path)) res.setHeader('Link', embedding(req.originalUrl))
  res.setHeader('Cache-Control', 'no-cache')
  res.status(pages.test(req.path) || req.path === '/index.html' ? 200 : 404).type('html')
  res.send(existsSync(file) ? readFileSync(file, 'utf8') : notBuilt)
}

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Fonds</title>
<p>The web pages have not been built yet: stop the server and start it with <code>npm start</code>. The <a href="/docs">API</a> works without them.</p>
`
