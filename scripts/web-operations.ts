import { compile } from 'json-schema-to-typescript'

type Schema = Record<string, unknown>
type Parameter = { in: string; name: string; required?: boolean; schema: Schema }
type Content = Record<string, { schema?: Schema }>
type Operation = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}
type OpenApi = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const note = '// Written by `npm run openapi` from openapi.json; not by hand.\n'

/** The files by which the web app knows the API, by path: the types of every operation, and where each is asked for. */
export async function webOperations(document: object): Promise<Record<string, string>> {
  // The document is our own, made by openApiDocument.
  const api = document as OpenApi
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const schema = {
    ...closed(Object.fromEntries(all.map(({ operation }) => [operation.operationId, schemaOf(operation)]))),
    $defs: api.components.schemas,
  }
  const types = await compile(renamed(schema) as Schema, 'Operations', {
    bannerComment: note,
    additionalProperties: false,
    format: false,
    unreachableDefinitions: true,
  })
  const rows = all.map(
    ({ path, method, operation }) => `  ${operation.operationId}: ['${method.toUpperCase()}', '${path}'],`,
  )
  const table = `${note}\n/** The method and the path of every operation of the API. */\nexport const operations = {\n${rows.join('\n')}\n} as const\n`
  return { 'src/web/api/types.ts': plain(types), 'src/web/api/operations.ts': table }
}

const schemaOf = ({ parameters = [], requestBody, responses }: Operation): Schema => {
  const ok = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
  const within = (place: string) => parameters.filter((parameter) => parameter.in === place)
  return closed({
    params: fields(within('path')),
    query: fields(within('query')),
    body: jsonOf(requestBody?.content) ?? {},
    reply: jsonOf(ok?.content) ?? {},
  })
}

const jsonOf = (content: Content | undefined): Schema | undefined =>
  Object.entries(content ?? {}).find(([type]) => /json/.test(type))?.[1].schema

const closed = (properties: Record<string, unknown>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const fields = (parameters: readonly Parameter[]): Schema => ({
  ...closed(Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]))),
  required: parameters.filter(({ required }) => required).map(({ name }) => name),
})

/** The same with its references where JSON Schema has them. */
const renamed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(renamed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' ? String(inner).replace('#/components/schemas/', '#/$defs/') : renamed(inner),
    ]),
  )
}

/** Without the notes on how the types were found. */
const plain = (types: string) =>
  types
    .replace(/( \* ?\n)? \* This interface was referenced by .*\n \* via the `definition` .*\n/g, '')
    .replace(/\/\*\*\n \*\/\n/g, '')
