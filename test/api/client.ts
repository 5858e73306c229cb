import { once } from 'node:events'
import request from 'supertest'
import { expect } from 'vitest'
import { adminToken, aTestArchive, type TestArchive } from '../support/archive.ts'

/** What an administrator sends. */
export const keeper = { Authorization: `Bearer ${adminToken}` }
/** What whoever has no token sends. */
export const nobody = {}

export type Part = { name: string; bytes: Buffer | string; type?: string }
export type Served = TestArchive & ReturnType<typeof clientOf>

/** A whole archive that anybody may read, served on a free port unless told, with a client for it. */
export async function aServedArchive(env: Record<string, string> = {}, port = 0): Promise<Served> {
  const it = await aTestArchive({ FONDS_ANONYMOUS: 'reader', ...env })
  it.server.listen(port, '127.0.0.1')
  await once(it.server, 'listening')
  return { ...it, ...clientOf(it) }
}

function clientOf(it: TestArchive) {
  const send =
    (method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options') =>
    (path: string, as: Record<string, string> = keeper) =>
      request(it.server)
        [method](
          /^\/(api\/v1|annotations(?=\/)|iiif|oembed|health|metrics|docs|problems)\b|^\/$/.test(path)
            ? path
            : `/api/v1${path}`,
        )
        .set(as)
        .ok(() => true)
  const client = {
    get: send('get'),
    head: send('head'),
    post: send('post'),
    put: send('put'),
    patch: send('patch'),
    delete: send('delete'),
    options: send('options'),
  }

  /** Uploads files with a description. */
  function upload(description: object | string, files: readonly Part[], as: Record<string, string> = keeper) {
    const text = typeof description === 'string' ? description : JSON.stringify(description)
    const sent = client.post('/documents', as).field('description', text)
    for (const { name, bytes, type } of files)
      sent.attach('files', Buffer.from(bytes), {
        filename: name,
        contentType: type ?? 'application/octet-stream',
      })
    return sent
  }

  return {
    ...client,
    upload,
    /** Adds a document of one text with these pages, reads it to the end and returns it. */
    async add(pages: readonly string[], description: object = {}) {
      const file = { name: 'paper.txt', bytes: pages.join('\f') }
      const added = await upload({ title: 'A paper', ...description }, pages.length > 0 ? [file] : [])
      expect(added.status, added.text).toBe(201)
      await it.idle()
      return (await client.get(`/documents/${added.body.id}`)).body
    },
  }
}

/** Expects problem details (RFC 9457) with this status and type, and returns them. */
export function problem(reply: request.Response, status: number, fault: string) {
  expect([reply.status, reply.body?.type], reply.text).toEqual([status, `/problems/${fault}`])
  expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(reply.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
  expect(reply.body.requestId).toBe(reply.headers['x-request-id'])
  expect(reply.body.instance).toMatch(/^\//)
  return reply.body as { detail: string; errors?: { path: string; message: string; column?: number }[] }
}

/** The paths that a problem names. */
export const wrongPaths = (reply: request.Response): string[] =>
  problem(reply, 400, 'invalid-input').errors?.map(({ path }) => path) ?? []

/** Reads a reply of whatever media type as text, for `.buffer().parse(asText)`. */
export function asText(reply: request.Response, done: (error: Error | null, body: string) => void): void {
  const chunks: Buffer[] = []
  reply.on('data', (chunk: Buffer) => chunks.push(chunk))
  reply.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')))
}
