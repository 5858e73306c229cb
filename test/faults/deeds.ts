import { expect } from 'vitest'
import { aPdf } from '../support/pdf.ts'
import { type Added, asKeeper, type Client, sha256, type Upload, until } from './client.ts'
import { sendSlowly } from './slow-upload.ts'

/** Something that is asked of an archive, as often as it takes until it is answered. */
export type Deed = {
  /** Asks for it; asked again after a kill, it finds what was done already. */
  attempt(client: Client): Promise<void>
  /** That it is there, whole and once. */
  check(client: Client): Promise<void>
}

/** A document that was acknowledged, and the texts that its pages have by now. */
export type Paper = { id: string; pages: string[]; free: number[] }
/** An annotation that was acknowledged; `text` is null once its removal is asked for, and it is busy while an edit is. */
export type Remark = { path: string; text: string | null; isBusy: boolean }
/** What the deeds so far have made, for others to work on. */
export type World = { papers: Paper[]; remarks: Remark[] }

const sendJson = (client: Client, method: string, path: string, body: object | null, headers = {}) =>
  client.send(path, {
    method,
    headers: { ...asKeeper, 'Content-Type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })

/** The JSON of an answer that must have this status. */
async function answered<T>(reply: Response, status: number): Promise<T> {
  const body = await reply.text()
  expect(reply.status, body).toBe(status)
  return JSON.parse(body) as T
}

/** The answer to an upload that comes in pieces. */
async function answeredSlowly(
  client: Client,
  upload: Upload,
  headers: Record<string, string>,
): Promise<Added> {
  const { status, body } = await sendSlowly(client.address, upload, { pieces: 10, pauseMs: 60, headers })
    .reply
  expect(status, body).toBe(201)
  return JSON.parse(body) as Added
}

/** A new document of one file, read into pages. */
export function anUpload(world: World, name: string, kind: 'txt' | 'pdf', count: number): Deed {
  const pages = Array.from(
    { length: count },
    (_, at) => `Leaf leaf${name}p${at + 1} was registered in ${name}.`,
  )
  const headers = { 'Idempotency-Key': `key-${name}` }
  let bytes: Uint8Array | null = null
  let paper: Paper | null = null
  return {
    async attempt(client) {
      bytes ??= kind === 'pdf' ? await aPdf(pages) : Buffer.from(pages.join('\f'))
      const upload = { title: `Volume ${name}`, name: `${name}.${kind}`, bytes }
      const { id } =
        kind === 'txt' && !paper
          ? await answeredSlowly(client, upload, headers)
          : await answered<Added>(await client.upload(upload, headers), 201)
      expect(paper?.id ?? id).toBe(id)
      if (paper) return
      paper = { id, pages: [...pages], free: pages.map((_, at) => at) }
      world.papers.push(paper)
    },
    async check(client) {
      const { id = '', pages: texts = [] } = paper ?? {}
      const { witnesses } = await client.json<Added>(`/api/v1/documents/${id}`)
      const files = witnesses.flatMap(({ files }) => files)
      const hash = sha256(bytes ?? new Uint8Array())
      expect(files).toMatchObject([{ state: 'done', sha256: hash, duplicateOf: null }])
      const content = await client.get(`/api/v1/files/${files[0]?.id}/content`)
      expect(sha256(new Uint8Array(await content.arrayBuffer()))).toBe(hash)
      const text = await (await client.get(`/api/v1/documents/${id}/text`)).text()
      expect(text.split('\f').map((page) => page.trim())).toEqual(texts)
    },
  }
}

type Revisions = { items: { id: string }[] }

/** A page's text written anew, once its file has been read. */
export function aCorrection(paper: Paper, wording: string): Deed {
  const at = paper.free.shift() ?? 0
  const path = `/api/v1/documents/${paper.id}/pages/${at + 1}`
  const before = paper.pages[at]
  paper.pages[at] = wording
  return {
    async attempt(client) {
      const isRead = async () => (await client.get(path)).status === 200
      await until(`page ${at + 1} is read`, isRead)
      const { text } = await client.json<{ text: { revision: string; content: string } }>(path)
      if (text.content === wording) return
      expect(text.content.trim()).toBe(before)
      const body = { content: wording, basedOn: text.revision }
      await answered(await sendJson(client, 'PUT', `${path}/text`, body), 200)
    },
    async check(client) {
      const { items } = await client.json<Revisions>(`${path}/text/revisions`)
      expect(items).toHaveLength(2)
    },
  }
}

/** A claim about a document. */
export function aClaim(paper: Paper, name: string): Deed {
  const path = `/api/v1/documents/${paper.id}/claims`
  const body = { property: 'subject', value: { text: `Subject ${name}` } }
  return {
    async attempt(client) {
      await answered(await sendJson(client, 'POST', path, body, { 'Idempotency-Key': `claim-${name}` }), 201)
    },
    async check(client) {
      const { items } = await client.json<{ items: { value: { text?: string } }[] }>(
        `${path}?property=subject`,
      )
      expect(items.filter(({ value }) => value.text === body.value.text)).toHaveLength(1)
    },
  }
}

/** A remark on a document's first page. */
export function anAnnotation(world: World, paper: Paper, text: string): Deed {
  const remark: Remark = { path: '', text, isBusy: false }
  return {
    async attempt(client) {
      const headers = { 'Idempotency-Key': `remark-${text.replaceAll(' ', '-')}` }
      const body = annotationOf(paper, text)
      const { id } = await answered<{ id: string }>(
        await sendJson(client, 'POST', '/annotations/', body, headers),
        201,
      )
      const { pathname } = new URL(id)
      expect(remark.path || pathname).toBe(pathname)
      if (remark.path === '') world.remarks.push(remark)
      remark.path = pathname
    },
    async check(client) {
      const reply = await client.get(remark.path)
      if (remark.text === null) expect(reply.status).toBe(410)
      else expect(await answered(reply, 200)).toMatchObject({ body: { value: remark.text } })
      const all = await (await client.get(`/api/v1/documents/${paper.id}/annotations.jsonld`)).text()
      const told = all.split(JSON.stringify(remark.text ?? text)).length - 1
      expect(told).toBe(remark.text === null ? 0 : 1)
    },
  }
}

const annotationOf = (paper: Paper, value: string) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  motivation: 'commenting',
  body: { type: 'TextualBody', value },
  target: `http://127.0.0.1/api/v1/documents/${paper.id}`,
})

/** A remark worded anew, by the version that was read. */
export function anEdit(remark: Remark, text: string): Deed {
  remark.text = text
  remark.isBusy = true
  return {
    async attempt(client) {
      const reply = await client.get(remark.path)
      const etag = reply.headers.get('etag') ?? ''
      const before = await answered<{ body: { value: string } }>(reply, 200)
      if (before.body.value !== text) {
        const body = { ...before, body: { ...before.body, value: text } }
        await answered(await sendJson(client, 'PUT', remark.path, body, { 'If-Match': etag }), 200)
      }
      remark.isBusy = false
    },
    check: async () => {},
  }
}

/** A remark taken back. */
export function aRemoval(remark: Remark): Deed {
  remark.text = null
  return {
    async attempt(client) {
      const { status } = await sendJson(client, 'DELETE', remark.path, null)
      expect([204, 410]).toContain(status)
    },
    check: async () => {},
  }
}

type Told = { id: string; finishedAt: string | null; counts: Record<string, number> }

/** A table of descriptions, each row a document by its key. */
export function anImport(name: string, rows: number): Deed {
  const lines = Array.from({ length: rows }, (_, at) => `${name}-${at},Row row${name} of a table,7 June 1941`)
  let id = ''
  return {
    async attempt(client) {
      const form = new FormData()
      form.append('files', new Blob([`key,title,date\n${lines.join('\n')}\n`]), `${name}.csv`)
      const headers = { ...asKeeper, 'Idempotency-Key': `table-${name}` }
      const told = await answered<Told>(
        await client.send('/api/v1/imports', { method: 'POST', headers, body: form }),
        201,
      )
      expect(id || told.id).toBe(told.id)
      id = told.id
    },
    async check(client) {
      const told = () => client.json<Told>(`/api/v1/imports/${id}`)
      await until('the table is imported', async () => (await told()).finishedAt !== null)
      expect((await told()).counts).toMatchObject({ added: rows, known: 0, refused: 0 })
      const { total } = await client.json<{ total: object }>(`/api/v1/search?q=row${name}`)
      expect(total).toMatchObject({ documents: rows, exact: true })
    },
  }
}
