import { connect } from 'node:net'

/** A request as it goes out, nothing of it checked: heads and targets are bytes, each a letter of latin-1. */
export type Raw = {
  method: string
  target: string
  headers: readonly (readonly [string, string])[]
  body: Buffer
}

export type Answered = { status: number; headers: Record<string, string>; body: Buffer; ms: number }

const patience = 30_000

/**
 * Sends a request and reads its answer, over a connection of its own. Of an answer that goes on for ever its head is all. Throws
 * where none came in time, or where it ends within itself.
 */
export async function ask(port: number, request: Raw): Promise<Answered> {
  const began = performance.now()
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  try {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('No answer came in time.')), patience)
      const done = (error?: Error) => {
        clearTimeout(late)
        error ? reject(error) : resolve()
      }
      socket.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (
          chunks.length < 3 &&
          /\r\ncontent-type: text\/event-stream\r/i.test(Buffer.concat(chunks).toString('latin1'))
        )
          done()
      })
      socket.once('end', () => done())
      // What is refused before it was read to its end is cut, with its answer before.
      socket.once('error', (error) => done(chunks.length > 0 ? undefined : error))
      const lines = [...request.headers, ['Connection', 'close']].map(
        ([name, value]) => `${name}: ${value}\r\n`,
      )
      const head = `${request.method} ${request.target} HTTP/1.1\r\n${lines.join('')}\r\n`
      socket.write(Buffer.concat([Buffer.from(head, 'latin1'), request.body]))
    })
  } finally {
    socket.destroy()
  }
  return { ...read(Buffer.concat(chunks)), ms: performance.now() - began }
}

function read(bytes: Buffer): Omit<Answered, 'ms'> {
  const goOn = 'HTTP/1.1 100 Continue\r\n\r\n'
  if (bytes.subarray(0, goOn.length).toString() === goOn) return read(bytes.subarray(goOn.length))
  const end = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1])
  if (end < 0 || !status) throw new Error(`This is no answer: ${bytes.subarray(0, 200).toString('latin1')}`)
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const [, name, value] = /^([\w-]+): (.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) throw new Error(`This is no header: ${line}`)
    headers[name.toLowerCase()] = value
  }
  const rest = bytes.subarray(end + 4)
  if (headers['transfer-encoding'] === 'chunked') return { status, headers, body: unchunked(rest) }
  // Behind it may stand the answer to what was sent beyond the length that was told.
  return { status, headers, body: rest.subarray(0, Number(headers['content-length'] ?? rest.length)) }
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16)
    if (!size) break
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = line + 4 + size
  }
  return Buffer.concat(parts)
}
