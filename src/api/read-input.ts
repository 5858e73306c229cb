import type { Request, Response } from 'express'
import { z } from 'zod'
import * as core from 'zod/v4/core'
import { ArchiveError, type InputError } from '../domain/errors.ts'
import { inputErrors } from './input-errors.ts'
import { readJson } from './json-body.ts'
import type { Limits, Route } from './route.ts'
import { strictly } from './strictly.ts'

const noBody = z
  .object({})
  .optional()
  .transform(() => undefined)

/** The checked params, query and body of a request; every fault names all places that are wrong, `invalid-input`. */
export async function readInput(route: Route, req: Request, res: Response, limits: Limits) {
  const params = isEmpty(route.params) ? {} : check(route.params, req.params, 'path')
  const { given, repeated } = readQuery(route.query, req.originalUrl)
  const query = check(route.query, given, 'query', repeated)
  if (route.method === 'get') return { params, query, body: undefined }
  const sent = await readBody(route, req, res, limits)
  const body = check(route.body ?? noBody, sent, 'body')
  return { params, query, body }
}

const isEmpty = ({ shape }: z.ZodObject) => {
  for (const _ in shape) return false
  return true
}

function check(schema: z.ZodType, value: unknown, where: string, also: readonly InputError[] = []): unknown {
  const result = strictly(schema).safeParse(value, { reportInput: true })
  if (result.success && also.length === 0) return result.data
  const errors = [...also, ...inputErrors(result.error?.issues ?? [], where)]
  const detail = errors.map(({ path, message }) => `${path}: ${message.replace(/\.$/, '')}.`).join(' ')
  throw new ArchiveError('invalid-input', detail, errors)
}

async function readBody(route: Route, req: Request, res: Response, limits: Limits): Promise<unknown> {
  if (!hasBody(req)) return undefined
  const mediaType = mediaTypeOf(req.headers['content-type'] ?? '')
  const encoding = req.headers['content-encoding'] ?? 'identity'
  if (!route.consumes.includes(mediaType) || encoding !== 'identity' || !isUtf8(req)) throw unsupported(route)
  if (/[/+]json$/.test(mediaType)) return readJson(req, route.mostBytes ?? limits.body)
  if (route.parse === null) throw unsupported(route)
  return route.parse(req, res, limits)
}

const hasBody = (req: Request) =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0

const mediaTypeOf = (header: string) => (header.split(';')[0] ?? '').trim().toLowerCase()

const isUtf8 = (req: Request) =>
  (/;\s*charset="?([^";\s]+)/i.exec(req.headers['content-type'] ?? '')?.[1] ?? 'utf-8')
    .toLowerCase()
    .replace('utf8', 'utf-8') === 'utf-8'

const unsupported = (route: Route) =>
  new ArchiveError(
    'unsupported-media-type',
    `Send the body as ${route.consumes.join(' or ')}, in UTF-8 and not compressed, and name that in Content-Type.`,
  )

function readQuery(schema: z.ZodObject, url: string) {
  const search = url.includes('?') ? url.slice(url.indexOf('?') + 1) : ''
  // URLSearchParams would put U+FFFD in the place of what cannot be decoded.
  decodeURIComponent(search)
  const repeated: InputError[] = []
  const sent = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(search)) {
    const values = sent.get(name)
    if (values) values.push(value)
    else sent.set(name, [value])
  }
  const given: [string, unknown][] = []
  for (const [name, values] of sent) {
    const several = takesSeveral(schema.shape[name])
    if (!several && values.length > 1)
      repeated.push({ path: name, message: `is given ${values.length} times; give it once` })
    given.push([name, several ? values : values[0]])
  }
  return { given: Object.fromEntries(given), repeated }
}

function takesSeveral(schema: core.$ZodType | undefined): boolean {
  if (schema === undefined) return false
  if (schema instanceof core.$ZodArray) return true
  if (schema instanceof core.$ZodPipe) return takesSeveral(schema._zod.def.in)
  if (
    schema instanceof core.$ZodOptional ||
    schema instanceof core.$ZodNullable ||
    schema instanceof core.$ZodDefault ||
    schema instanceof core.$ZodPrefault
  )
    return takesSeveral(schema._zod.def.innerType)
  return false
}
