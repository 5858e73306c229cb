import { readFileSync } from 'node:fs'
import { openApiDocument } from '../src/api/openapi.ts'
import { describedRoutes, type ServerDeps } from '../src/api/server.ts'

/** The OpenAPI document of the routes as they are, as the text of openapi.json. */
export function currentOpenApi(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  // Routes use what they are given only when they answer.
  const routes = describedRoutes({} as ServerDeps)
  return `${JSON.stringify(openApiDocument(routes, version), null, 2)}\n`
}
