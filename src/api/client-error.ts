import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { v7 as uuid } from 'uuid'

const causes: Readonly<Record<string, { status: number; fault: string; detail: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    fault: 'too-large',
    detail: 'The headers are larger than this server takes: send less.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    fault: 'busy',
    detail: 'The headers took too long to arrive: send the request again.',
  },
  HPE_INVALID_URL: {
    status: 400,
    fault: 'invalid-input',
    detail:
      'The address holds characters that must be percent-encoded (with curl: -G --data-urlencode "q=Šiauliai").',
  },
}

const malformed = {
  status: 400,
  fault: 'invalid-input',
  detail: 'This is not a well-formed HTTP/1.1 request: check the method, the address and the headers.',
}

/** Answers what is not HTTP, and so never reaches a route, with a problem (RFC 9457) all the same. */
export function answerClientError(error: Error & { code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const { status, fault, detail } = causes[error.code ?? ''] ?? malformed
  const title = STATUS_CODES[status] ?? 'Bad Request'
  const requestId = uuid()
  const body = JSON.stringify({ type: `/problems/${fault}`, title, status, detail, instance: '', requestId })
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
