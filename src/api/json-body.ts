import type { Request } from 'express'
import { ArchiveError } from '../domain/errors.ts'

const deepest = 100

/** The body of a request as JSON, `undefined` if it is empty. Faults: `too-large` over `limit` bytes, as `jsonOf`. */
export async function readJson(req: Request, limit: number): Promise<unknown> {
  const bytes = await readBytes(req, limit)
  return bytes.length === 0 ? undefined : jsonOf(bytes)
}

/**
 * Bytes read as JSON in UTF-8 (RFC 8259). Faults: `malformed-json` with the place where it is known, `invalid-input`
 * when nested more than 100 deep.
 */
export function jsonOf(bytes: Uint8Array): unknown {
  const value = parseJson(decode(bytes))
  if (depthOver(value, deepest))
    throw new ArchiveError('invalid-input', `The body is nested more than ${deepest} deep.`)
  return value
}

/** The body of a request. Fault: `too-large` over `limit` bytes. */
export async function readBytes(req: Request, limit: number): Promise<Buffer> {
  const tooLarge = () =>
    new ArchiveError(
      'too-large',
      `The body may have at most ${limit} bytes. Send less, or send files as multipart.`,
    )
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  // Iterating would destroy the request at the limit, and the reply with it.
  await new Promise<void>((resolve, reject) => {
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else reject(tooLarge())
    })
    req.once('end', resolve)
    req.once('error', reject)
    req.once('close', () => reject(Object.assign(new Error('The client went away.'), { code: 'ECONNRESET' })))
  })
  return Buffer.concat(chunks)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ArchiveError('malformed-json', 'The body is not UTF-8. Send JSON encoded in UTF-8.')
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // The parser's own message quotes the body, which must not reach a log.
    const at = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const position = at === undefined ? text.trimEnd().length : Number(at)
    const before = text.slice(0, position).split('\n')
    const column = [...(before.at(-1) ?? '')].length + 1
    const message =
      at === undefined && !endsEarly(error)
        ? 'is not JSON'
        : `is not JSON at line ${before.length}, column ${column}`
    throw new ArchiveError('malformed-json', `The body ${message}. Check quotes, commas and brackets.`, [
      { path: 'body', message, ...(message.includes('column') ? { column } : {}) },
    ])
  }
}

const endsEarly = (error: unknown) => error instanceof Error && error.message.includes('end of JSON input')

function depthOver(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth <= limit; depth++) {
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
    if (level.length === 0) return false
  }
  return true
}
