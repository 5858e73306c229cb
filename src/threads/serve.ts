import { flushCompileCache } from 'node:module'
import type { MessagePort } from 'node:worker_threads'
import { ArchiveError } from '../domain/errors.ts'
import type { Call, Thrown } from './messages.ts'

type Method = (...args: unknown[]) => Promise<unknown>

type Stores = Readonly<Record<string, object>>

/** Makes a thread's stores and answers the calls that come for their methods; what fails at the start is told, too. */
export function serve(port: MessagePort, open: () => Stores): void {
  try {
    answer(port, open())
    port.postMessage({ id: 0, value: 'ready' })
    // For the next start, even if this one is killed.
    flushCompileCache()
  } catch (error) {
    port.postMessage({ id: 0, thrown: thrownOf(error) })
  }
}

function answer(port: MessagePort, stores: Stores): void {
  port.on('message', async ({ id, store, method, args }: Call) => {
    try {
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
