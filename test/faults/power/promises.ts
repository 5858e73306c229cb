import { expect } from 'vitest'
import { type Added, asKeeper, type Client, sha256, until } from '../client.ts'

/** Something that was said to be done, when, and whether it still is: asked of what is served again, or in the folder of it all. */
export type Kept = { at: number; what: string; holds(client: Client, place: string): Promise<void> }

/** Works on an archive as several people do, and notes what they are told. */
export async function workOn(client: Client, name: string): Promise<Kept[]> {
  const kept: Kept[] = []
  const note = (what: string, holds: Kept['holds']) =>
    kept.push({ at: (Date.now() + 1) / 1000, what: `${what} of ${name}`, holds })

  const document = await anUpload(client, name, note)
  await Promise.all([
    aCorrection(client, document, name, note),
    aClaim(client, document, name, note),
    remarks(client, document, name, note),
    inPieces(client, name, note),
    anUpload(client, `${name}-two`, note),
  ])
  return kept
}

type Note = (what: string, holds: Kept['holds']) => void

async function anUpload(client: Client, name: string, note: Note): Promise<string> {
  const bytes = Buffer.from(Array.from({ length: 3 }, (_, at) => leaf(name, at)).join('\f'))
  const reply = await client.upload({ title: `Volume ${name}`, name: `${name}.txt`, bytes })
  const { id } = await said<Added>(reply, 201)
  note('an upload', async (later) => {
    const { witnesses } = await later.json<Added>(`/api/v1/documents/${id}`)
    const [file] = witnesses.flatMap(({ files }) => files)
    expect(file).toMatchObject({ sha256: sha256(bytes), state: 'done' })
    const content = await later.get(`/api/v1/files/${file?.id}/content`)
    expect(sha256(new Uint8Array(await content.arrayBuffer()))).toBe(sha256(bytes))
    const text = await later.get(`/api/v1/documents/${id}/pages/2`)
    expect(await text.json()).toMatchObject({ text: { content: leaf(name, 1) } })
  })
  return id
}

async function aCorrection(client: Client, document: string, name: string, note: Note) {
  const path = `/api/v1/documents/${document}/pages/1`
  await until('page 1 is read', async () => (await client.get(path)).status === 200)
  const { text } = await client.json<{ text: { revision: string } }>(path)
  const content = `Corrected in ${name}.`
  await said(await sent(client, 'PUT', `${path}/text`, { content, basedOn: text.revision }), 200)
  note('a correction', async (later) => expect(await later.json(path)).toMatchObject({ text: { content } }))
}

async function aClaim(client: Client, document: string, name: string, note: Note) {
  const path = `/api/v1/documents/${document}/claims`
  const value = { text: `Subject ${name}` }
  await said(await sent(client, 'POST', path, { property: 'subject', value }), 201)
  note('a claim', async (later) => {
    const { items } = await later.json<{ items: { value: object }[] }>(`${path}?property=subject`)
    expect(items.map((claim) => claim.value)).toContainEqual(expect.objectContaining(value))
  })
}

/** A remark that is written anew and one that is taken back. */
async function remarks(client: Client, document: string, name: string, note: Note) {
  const remark = (value: string) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    body: { type: 'TextualBody', value },
    target: `http://127.0.0.1/api/v1/documents/${document}`,
  })
  const add = async (value: string) => {
    const reply = await sent(client, 'POST', '/annotations/', remark(value))
    const { id } = await said<{ id: string }>(reply, 201)
    return { path: new URL(id).pathname, etag: reply.headers.get('etag') ?? '' }
  }
  const { path, etag } = await add(`Remark ${name}`)
  note('a remark', async (later) =>
    expect(JSON.stringify(await later.json(path))).toMatch(new RegExp(`"(Remark|Edit) ${name}"`)),
  )
  const body = { ...remark(`Edit ${name}`), id: `http://127.0.0.1${path}` }
  await said(await sent(client, 'PUT', path, body, { 'If-Match': etag }), 200)
  note('an edit', async (later) => expect(JSON.stringify(await later.json(path))).toContain(`Edit ${name}`))
  const other = await add(`Mistake ${name}`)
  const removed = await sent(client, 'DELETE', other.path, null)
  expect(removed.status).toBe(204)
  note('a removal', async (later) => expect((await later.get(other.path)).status).toBe(410))
}

/** An upload in pieces, of which each is acknowledged; it goes on after the loss where it is said to stand. */
async function inPieces(client: Client, name: string, note: Note) {
  const bytes = Buffer.alloc(150_000, `A long register ${name}. `)
  const metadata = `filename ${Buffer.from(`${name}.txt`).toString('base64')}`
  const made = await tus(client, 'POST', '/api/v1/uploads/tus', {
    'Upload-Length': `${bytes.length}`,
    'Upload-Metadata': metadata,
  })
  expect(made.status).toBe(201)
  const { pathname } = new URL(made.headers.get('location') ?? '', client.address)
  for (let from = 0; from < bytes.length; from += 50_000) {
    const piece = bytes.subarray(from, from + 50_000)
    const reply = await tus(client, 'PATCH', pathname, { 'Upload-Offset': `${from}` }, piece)
    expect(reply.status, await reply.text()).toBe(204)
    note(`${from + piece.length} bytes of an upload in pieces`, async (later) => {
      const head = await tus(later, 'HEAD', pathname, {})
      expect(head.status).toBe(200)
      const stands = Number(head.headers.get('upload-offset'))
      expect(stands).toBeGreaterThanOrEqual(from + piece.length)
      if (stands < bytes.length) {
        const rest = await tus(
          later,
          'PATCH',
          pathname,
          { 'Upload-Offset': `${stands}` },
          bytes.subarray(stands),
        )
        expect(rest.status).toBe(204)
      }
      expect(await later.json(pathname)).toMatchObject({ sha256: sha256(bytes) })
    })
  }
}

const leaf = (name: string, at: number) => `Leaf ${at + 1} was registered in ${name}.`

const tus = (client: Client, method: string, path: string, headers: object, body?: Buffer) =>
  client.send(path, {
    method,
    headers: {
      ...asKeeper,
      'Tus-Resumable': '1.0.0',
      'Content-Type': 'application/offset+octet-stream',
      ...headers,
    },
    ...(body && { body: Buffer.from(body) }),
  })

const sent = (client: Client, method: string, path: string, body: object | null, headers = {}) =>
  client.send(path, {
    method,
    headers: { ...asKeeper, 'Content-Type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })

async function said<T>(reply: Response, status: number): Promise<T> {
  const body = await reply.text()
  expect(reply.status, body).toBe(status)
  return JSON.parse(body) as T
}
