import { expect } from 'vitest'
import type { Served } from './client.ts'

/** What tests of datings do again and again with an archive: say something, change it, and read how a document is dated. */
export const said = (served: () => Served) => ({
  async post(path: string, body: object): Promise<{ id: string }> {
    const reply = await served().post(path).send(body)
    expect(reply.status, reply.text).toBe(201)
    return reply.body
  },
  async patch(path: string, body: object): Promise<void> {
    const reply = await served().patch(path).send(body)
    expect(reply.status, reply.text).toBe(200)
  },
  async datingOf(document: string) {
    const reply = await served().get(`/documents/${document}/dating`)
    expect(reply.status, reply.text).toBe(200)
    return reply.body
  },
})
