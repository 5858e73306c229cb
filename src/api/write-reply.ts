import { hash } from 'node:crypto'
import type { z } from 'zod'

/** A reply in JSON: only what its schema names leaves the archive; what does not fit it is a fault of ours. */
export function writeReply(route: string, schema: z.ZodType, body: unknown): Buffer {
  const parsed = schema.safeParse(body)
  if (parsed.success) return inUtf8(JSON.stringify(parsed.data))
  const places = parsed.error.issues.map(
    ({ path, code }) => `${path.map(String).join('.') || 'the body'} (${code})`,
  )
  throw new Error(`The reply of route ${route} does not fit its schema at ${places.join(', ')}.`)
}

const encoder = new TextEncoder()
const longest = 2 ** 16
const room = new Uint8Array(3 * longest)

/** `Buffer.from` goes through a text twice, to measure it and to write it. */
const inUtf8 = (text: string): Buffer =>
  text.length > longest
    ? Buffer.from(text)
    : Buffer.from(room.subarray(0, encoder.encodeInto(text, room).written))

/** The entity tag of what is sent. */
export const etagOf = (bytes: Buffer) => `"${hash('sha256', bytes, 'base64url').slice(0, 27)}"`

/** An object in JSON with more fields at its end. */
export function withFields(json: Buffer, fields: object): Buffer {
  const more = `,${JSON.stringify(fields).slice(1)}`
  const whole = Buffer.allocUnsafe(json.length - 1 + Buffer.byteLength(more))
  json.copy(whole)
  whole.write(more, json.length - 1)
  return whole
}
