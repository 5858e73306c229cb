import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'

type Listener = (event: { data: unknown }) => void

/**
 * The worker of pdfjs in this very thread. Where it has no thread of its own pdfjs copies every message all the same; here
 * the runs of a page's text, which are most of all that it tells and which it makes for that alone, and messages of plain
 * values are handed over as they are. To be destroyed behind the document.
 */
export function workerInThread(): PDFWorker {
  const port = handingPort()
  WorkerMessageHandler.initializeFromPort(port)
  // It is typed as a worker of browsers, of which pdfjs uses these three methods.
  return new PDFWorker({ port: port as never })
}

function handingPort() {
  const listeners = new Map<Listener, AbortSignal | undefined>()
  const port = {
    postMessage(message: unknown, transfer?: ArrayBuffer[]) {
      const data = handed(message) ?? structuredClone(message, transfer ? { transfer } : undefined)
      queueMicrotask(() => {
        for (const [listener, signal] of listeners) if (!signal?.aborted) listener.call(port, { data })
      })
    },
    addEventListener(_: string, listener: Listener, { signal }: { signal?: AbortSignal } = {}) {
      listeners.set(listener, signal)
      signal?.addEventListener('abort', () => listeners.delete(listener), { once: true })
    },
    removeEventListener: (_: string, listener: Listener) => void listeners.delete(listener),
  }
  return port
}

/**
 * A message that needs no copy: one of plain values, as most are that a stream sends to and fro, or one that brings some of
 * the runs of a page (`TextContent`), which the worker goes on to fill anew; else null.
 */
function handed(message: unknown): object | null {
  if (!isObject(message) || !('stream' in message)) return null
  if (Object.values(message).every(isPlain)) return message
  if (!('chunk' in message)) return null
  const { chunk } = message
  return isObject(chunk) && 'items' in chunk && 'styles' in chunk ? { ...message, chunk: { ...chunk } } : null
}

const isPlain = (value: unknown) => typeof value !== 'object'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
