import { asStore, closing, type Thread } from './connect.ts'

/** A thread that is started by the first call, or when it is told to. */
export type ThreadOnDemand = Thread & {
  isStarted(): boolean
  /** Resolves once it is ready; throws what keeps it from that. */
  start(): Promise<void>
}

type Method = (...args: unknown[]) => Promise<unknown>

/** A thread that costs nothing before it is needed. Where it cannot start, that is its end, and what every call throws. */
export function threadOnDemand(startThread: () => Promise<Thread>): ThreadOnDemand {
  let starting: Promise<Thread> | null = null
  let asked = 0
  let isClosed = false
  const { promise: ended, resolve: end } = Promise.withResolvers<Error | null>()

  const started = () => {
    if (starting === null) {
      starting = isClosed ? Promise.reject(closing()) : startThread()
      starting.then((thread) => thread.ended.then(end), end)
    }
    return starting
  }

  return {
    isStarted: () => starting !== null,
    start: async () => void (await started()),
    store: (name) =>
      asStore(async (method, args) => {
        asked++
        try {
          const store = (await started()).store<Record<string, Method>>(name)
          return await store[method]?.(...args)
        } finally {
          asked--
        }
      }),
    underWay: () => asked,
    ended,
    async close() {
      isClosed = true
      await starting?.then(
        (thread) => thread.close(),
        () => {},
      )
    },
  }
}
