import { Worker } from 'node:worker_threads'
import { ArchiveError } from '../domain/errors.ts'
import type { Reply, Thrown } from './messages.ts'

/** What lives no longer than one call is then hardly ever copied when memory is tidied up. */
const forShortLived = { maxYoungGenerationSizeMb: 64 }

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** A thread whose stores are used as if they were here. */
export type Thread = {
  /** The store of that name: every method becomes a message and its answer. */
  store<T extends object>(name: string): T
  /** How many calls are not answered yet. */
  underWay(): number
  /** Resolves when the thread has ended by itself, with its error if it had one. */
  ended: Promise<Error | null>
  /** Ends the thread once the calls under way are answered. */
  close(): Promise<void>
}

/** A worker whose file calls `serve`. It has nothing open until it is told to. */
export type Served = {
  worker: Worker
  call(store: string, method: string, args: readonly unknown[]): Promise<unknown>
  underWay(): number
  ended: Promise<Error | null>
}

/** Starts a thread from a file that calls `serve`, and opens there what `data` says; resolves once it is ready. */
export type Start = (file: URL, data: unknown) => Promise<Thread>

/** In a worker that ends with it. */
export const startThread: Start = async (file, data) => {
  const served = startWorker(file)
  try {
    await served.call('thread', 'open', [data])
  } catch (error) {
    await served.worker.terminate()
    throw error
  }
  return threadOf(served, async () => void (await served.worker.terminate()))
}

/** The thread of a worker that has opened what it was told to; `letGo` is called when that is closed. */
export const threadOf = ({ call, underWay, ended }: Served, letGo: () => Promise<void>): Thread => ({
  store: (name) => asStore((method, args) => call(name, method, args)),
  underWay,
  ended,
  async close() {
    await call('thread', 'close', []).catch(() => undefined)
    await letGo()
  },
})

export function startWorker(file: URL): Served {
  const worker = new Worker(file, { resourceLimits: forShortLived })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let failure: Error | null = null
  let over = false

  worker.on('message', (reply: Reply) => {
    const call = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('thrown' in reply) call?.reject(errorOf(reply.thrown))
    else call?.resolve(reply.value)
  })
  worker.on('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error))
  })
  const ended = new Promise<Error | null>((resolve) => {
    worker.once('exit', () => {
      over = true
      for (const call of waiting.values()) call.reject(failure ?? closing())
      waiting.clear()
      resolve(failure)
    })
  })
  const call = (store: string, method: string, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (over) return reject(failure ?? closing())
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, store, method, args })
    })
  return { worker, call, underWay: () => waiting.size, ended }
}

/** A store whose methods are all that call. */
export const asStore = <T extends object>(call: (method: string, args: unknown[]) => Promise<unknown>): T =>
  new Proxy({} as T, {
    get: (_, method) =>
      typeof method === 'string' && method !== 'then'
        ? (...args: unknown[]) => call(method, args)
        : undefined,
  })

/** What is thrown where a thread is asked that is being closed. */
export const closing = () => new ArchiveError('internal', 'The archive is closing.')

function errorOf({ message, stack, code, fault, errors }: Thrown): Error {
  const error = fault ? new ArchiveError(fault, message, errors) : Object.assign(new Error(message), { code })
  if (stack !== undefined) error.stack = stack
  return error
}
