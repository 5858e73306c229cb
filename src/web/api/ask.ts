import { operations } from './operations.ts'
import { refusalOf, unreached } from './refusal.ts'
import type { Operations } from './types.ts'

/** The operations of the HTTP API by their ids in its OpenAPI document. */
export type OperationId = keyof Operations & keyof typeof operations

/** What an operation takes; what is left out is empty. Query values that are undefined are not sent. */
export type Input<O extends OperationId> = {
  params?: Operations[O]['params']
  query?: Operations[O]['query']
  body?: Operations[O]['body']
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** What an operation answers. */
export type Reply<O extends OperationId> = Operations[O]['reply']

/** Asks the archive and resolves with the JSON of its answer (undefined for 204); throws a `Refusal`. */
export async function ask<O extends OperationId>(operation: O, input: Input<O> = {}): Promise<Reply<O>> {
  const reply = await send(operation, input)
  // The shape is what the OpenAPI document says, which the server's own tests hold it to.
  return (reply.status === 204 ? undefined : await reply.json()) as Reply<O>
}

/** The same, with the whole response: for its ETag, its Location or a body that is not JSON. */
export async function send<O extends OperationId>(operation: O, input: Input<O> = {}): Promise<Response> {
  const [method] = operations[operation]
  // The generated types know the bodies of forms as little as JSON that may be anything.
  const { headers, signal } = input
  const body = input.body as object | null | undefined
  const isJson = body && !(body instanceof FormData) && !(body instanceof Blob)
  const asked = fetch(addressOf(operation, input), {
    method,
    headers: {
      Accept: 'application/json',
      ...(isJson && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: isJson ? JSON.stringify(body) : body,
    signal,
  })
  const reply = await asked.catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw unreached()
  })
  if (!reply.ok) throw await refusalOf(reply)
  return reply
}

/** Left empty these ask for what has none; all other values that are empty are left out. */
const saysNone = ['parent']

/** Where an operation is asked for, for links, pictures and downloads. */
export function addressOf<O extends OperationId>(operation: O, { params, query }: Input<O> = {}): string {
  const [, path] = operations[operation]
  // Named by the OpenAPI document; the generated types have no index signature.
  const named = (params ?? {}) as Record<string, string | number>
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(named[name] ?? ''))
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== null && (value !== '' || saysNone.includes(name)))
      asked.set(name, String(value))
  return asked.size > 0 ? `${filled}?${asked}` : filled
}
