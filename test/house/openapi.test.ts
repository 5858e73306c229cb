import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { currentOpenApi } from '../../scripts/current-openapi.ts'
import { webOperations } from '../../scripts/web-operations.ts'

type Schema = { $ref?: string }
type Operation = {
  operationId: string
  summary?: string
  'x-access'?: string
  responses: Record<string, unknown>
}

describe('openapi.json', () => {
  const text = readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')

  test('is what the routes declare today', () => {
    expect(
      text === currentOpenApi(),
      'Routes have changed: run "npm run openapi" and commit openapi.json.',
    ).toBe(true)
  })

  test('is what the web app knows of the API', async () => {
    for (const [path, written] of Object.entries(await webOperations(JSON.parse(text))))
      expect(
        readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8') === written,
        `${path}: run "npm run openapi" and commit it.`,
      ).toBe(true)
  })

  test('names every operation once, with its access level and a sentence, and refers to what is there', () => {
    const document = JSON.parse(text)
    const paths: Record<string, Operation>[] = Object.values(document.paths)
    const operations = paths.flatMap((path) => Object.values(path))
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const operation of operations) {
      expect(operation.summary, operation.operationId).toMatch(/^\S.{10,}/)
      expect(['public', 'reader', 'annotator', 'archivist', 'administrator']).toContain(operation['x-access'])
    }
    const refs = [...text.matchAll(/"\$ref": "#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name ?? '',
    )
    const schemas: Record<string, Schema> = document.components.schemas
    for (const name of refs) expect(schemas, name).toHaveProperty([name])
  })
})
