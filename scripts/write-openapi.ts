import { writeFileSync } from 'node:fs'
import { currentOpenApi } from './current-openapi.ts'

// Writes openapi.json anew from the routes; test/house/openapi.test.ts fails while it is not current.
writeFileSync(new URL('../openapi.json', import.meta.url), currentOpenApi())
