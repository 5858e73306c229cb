import { writeFileSync } from 'node:fs'
import { currentOpenApi } from './current-openapi.ts'
import { webOperations } from './web-operations.ts'

// Writes openapi.json anew from the routes, and from it what the web app knows of the API;
// test/house/openapi.test.ts fails while they are not current.
const text = currentOpenApi()
writeFileSync(new URL('../openapi.json', import.meta.url), text)
for (const [path, written] of Object.entries(await webOperations(JSON.parse(text))))
  writeFileSync(new URL(`../${path}`, import.meta.url), written)
