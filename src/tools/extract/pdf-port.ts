import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
import { streamsAtOnce } from './pdf-runs.ts'

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
  const atOnce = streamsAtOnce()
  const deliver = (data: unknown) =>
    queueMicrotask(() => {
      for (const [listener, signal] of listeners) if (!signal?.aborted) listener.call(port, { data })
    })
  const port = {
    postMessage(message: unknown, transfer?: ArrayBuffer[]) {
      const messages = atOnce(message) ?? [structuredClone(message, transfer ? { transfer } : undefined)]
      for (const data of messages) deliver(data)
    },
    addEventListener(_: string, listener: Listener, { signal }: { signal?: AbortSignal } = {}) {
      listeners.set(listener, signal)
      signal?.addEventListener('abort', () => listeners.delete(listener), { once: true })
    },
    removeEventListener: (_: string, listener: Listener) => void listeners.delete(listener),
  }
  return port
}
