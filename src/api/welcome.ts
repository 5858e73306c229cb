import { type Route, route } from './route.ts'

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Fonds</title>
<style>
  body { font: 1.1rem/1.6 Georgia, serif; max-width: 38rem; margin: 4rem auto; padding: 0 1.2rem; color: #222; background: #fdfcf9 }
  code { font-size: .9em; background: #f1eee6; padding: .1em .3em; overflow-wrap: anywhere }
  @media (prefers-color-scheme: dark) { body { color: #ddd; background: #1b1a18 } code { background: #2b2926 } a { color: #9cf } }
</style>
<h1>Fonds</h1>
<p>An archive for documents whose story is contested. It is served over HTTP: programs and <code>curl</code> are at home here.</p>
<ul>
<li><a href="/docs">Browse the API</a>, or read its <a href="/api/v1/openapi.json">OpenAPI document</a>.</li>
<li>Search: <a href="/api/v1/search?q=deportation"><code>/api/v1/search?q=deportation</code></a></li>
<li>List the documents: <a href="/api/v1/documents"><code>/api/v1/documents</code></a></li>
</ul>
`

/** The page at the root, for people who come with a browser. */
export const welcomeRoutes = (): Route[] => [
  route({
    id: 'readWelcome',
    method: 'get',
    prefix: '',
    path: '/',
    summary: 'Where to go from here',
    access: 'public',
    status: 200,
    produces: 'text/html; charset=utf-8',
    faults: [],
    respond: async ({ res }) => {
      res.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      )
      res.type('html').send(page)
    },
  }),
]
