import { createRequire } from 'node:module'
import type { Response } from 'express'
import { z } from 'zod'
import { notFound } from '../domain/errors.ts'
import { type Route, route } from './route.ts'

const require = createRequire(import.meta.url)
const assets: Record<string, string> = {
  'swagger-ui.css': require.resolve('swagger-ui-dist/swagger-ui.css'),
  'swagger-ui-bundle.js': require.resolve('swagger-ui-dist/swagger-ui-bundle.js'),
  'favicon-32x32.png': require.resolve('swagger-ui-dist/favicon-32x32.png'),
}

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Fonds: the HTTP API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="operations"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

const start = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#operations',
  deepLinking: true,
  validatorUrl: null,
})
`

/** The machine's and the person's view of the API: `/api/v1/openapi.json` and `/docs`, with nothing from other hosts. */
export function docsRoutes(document: () => object): Route[] {
  return [
    route({
      id: 'readOpenApi',
      method: 'get',
      path: '/openapi.json',
      summary: 'The description of this API in OpenAPI 3.1',
      tags: ['about'],
      access: 'public',
      status: 200,
      reply: z.looseObject({ openapi: z.string() }),
      faults: [],
      handle: async () => ({ body: { openapi: '3.1.0', ...document() } }),
    }),
    route({
      id: 'readDocs',
      method: 'get',
      prefix: '',
      path: '/docs',
      summary: 'This API to browse and try',
      tags: ['about'],
      access: 'public',
      status: 200,
      produces: 'text/html',
      faults: [],
      respond: async ({ res }) => {
        res.setHeader('Content-Security-Policy', policy)
        res.type('html').send(page)
      },
    }),
    route({
      id: 'readDocsAsset',
      method: 'get',
      prefix: '',
      path: '/docs/:asset',
      summary: 'Scripts and styles of the page for browsing',
      tags: ['about'],
      access: 'public',
      params: z.object({ asset: z.string() }),
      status: 200,
      produces: '*/*',
      faults: ['not-found'],
      respond: async ({ params, res }) => {
        if (params.asset === 'start.js') return void res.type('js').send(start)
        const file = Object.hasOwn(assets, params.asset) ? assets[params.asset] : undefined
        if (file === undefined) throw notFound('part of the page')
        await sendFile(res, file)
      },
    }),
  ]
}

const sendFile = (res: Response, file: string) =>
  new Promise<void>((resolve, reject) =>
    // The archive may live below a folder whose name begins with a dot.
    res.sendFile(file, { dotfiles: 'allow' }, (error) => (error ? reject(error) : resolve())),
  )
