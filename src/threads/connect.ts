import { once } from 'node:events'
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

/** Starts a thread from a file that calls `serve`; resolves once it is ready. */
export async function startThread(file: URL, workerData: unknown): Promise<Thread> {
  const worker = new Worker(file, { workerData, resourceLimits: forShortLived })
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
  const [first] = (await Promise.race([
    once(worker, 'message'),
    ended.then((error) => {
      throw error ?? new Error('A thread ended before it was ready.')
    }),
  ])) as [Reply]
  if ('thrown' in first) throw errorOf(first.thrown)

  const call = (store: string, method: string, args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (over) return reject(failure ?? closing())
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, store, method, args })
    })

  return {
    store: (name) => asStore((method, args) => call(name, method, args)),
    underWay: () => waiting.size,
    ended,
    async close() {
      if (failure === null) await call('thread', 'close', []).catch(() => undefined)
      await worker.terminate()
    },
  }
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
