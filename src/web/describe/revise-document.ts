import { type Reply, send } from '../api/ask.ts'
import { readGregorian } from '../forms/read-date.ts'
import type { Base, Revisable } from '../forms/use-revising.ts'
import { changeOf, type Draft, draftOf } from './draft.ts'

/** A document's description, to be changed. */
export const description: Revisable<Draft> = {
  async read(documentId): Promise<Base<Draft>> {
    const reply = await send('readDocument', { params: { documentId } })
    // The shape is what the OpenAPI document says, which the server's own tests hold it to.
    const document = (await reply.json()) as Reply<'readDocument'>
    return { id: documentId, draft: draftOf(document), etag: reply.headers.get('ETag') ?? '' }
  },
  async write({ id, etag }, changed) {
    const body = changeOf(changed)
    if (typeof body.date === 'string') body.date = await readGregorian(body.date, 'date')
    return send('reviseDocument', { params: { documentId: id }, body, headers: { 'If-Match': etag } })
  },
}
