import { flushCompileCache } from 'node:module'
import type { MessagePort } from 'node:worker_threads'
import { ArchiveError } from '../domain/errors.ts'
import type { Call, Thrown } from './messages.ts'

type Method = (...args: unknown[]) => Promise<unknown>

type Stores = Readonly<Record<string, object>>

/**
 * Answers the calls that come for the stores of a thread. They are made when it is told to open something, and made anew
 * when, after they were closed, it is told to open another.
 */
export function serve<Data>(port: MessagePort, open: (data: Data) => Stores): void {
  let stores: Stores = {}
  port.on('message', async ({ id, store, method, args }: Call) => {
    try {
      if (store === 'thread' && method === 'open') {
        stores = open(args[0] as Data)
        port.postMessage({ id, value: null })
        // For the next start, even if this one is killed.
        flushCompileCache()
        return
      }
      const target = stores[store] as Record<string, Method> | undefined
      const call = target?.[method]
      if (!call) throw new ArchiveError('internal', `There is no ${store}.${method}.`)
      port.postMessage({ id, value: await call.apply(target, args) })
    } catch (error) {
      port.postMessage({ id, thrown: thrownOf(error) })
    }
  })
}

function thrownOf(error: unknown): Thrown {
  if (!(error instanceof Error))
    return { message: String(error), stack: undefined, code: undefined, fault: undefined, errors: [] }
  const code = 'code' in error ? String(error.code) : undefined
  const archive = error instanceof ArchiveError ? error : null
  return {
    message: error.message,
    stack: error.stack,
    code,
    fault: archive?.fault,
    errors: archive?.errors ?? [],
  }
}
