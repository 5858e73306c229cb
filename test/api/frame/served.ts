import { Readable } from 'node:stream'
import request from 'supertest'
import { type Bytes, sendBytes } from '../../../src/api/send-bytes.ts'
import { aRoute, toyApp } from './toy.ts'

/** The alphabet: what is served unless told. */
export const text = 'abcdefghijklmnopqrstuvwxyz'
const lastModified = new Date('2024-05-02T10:00:00.500Z')
/** The date of the file as HTTP writes it. */
export const httpDate = 'Thu, 02 May 2024 10:00:00 GMT'

/** An app that serves one file at `/things`, with every range that it opened. */
export function served(part: Partial<Bytes> = {}, content = text) {
  const opened: [number, number][] = []
  const bytes: Bytes = {
    size: content.length,
    etag: '"abc"',
    lastModified,
    mediaType: 'text/plain',
    disposition: 'inline',
    open: async (from, to) => {
      opened.push([from, to])
      return Readable.from([Buffer.from(content.slice(from, to + 1))])
    },
    ...part,
  }
  return {
    ...toyApp([aRoute({ reply: undefined, respond: ({ req, res }) => sendBytes(req, res, bytes) })]),
    opened,
  }
}
/** Asks for that file. */
export const get = (app: ReturnType<typeof served>['app'], headers: Record<string, string> = {}) =>
  request(app).get('/api/v1/things').set(headers)
