import { fork } from 'node:child_process'
import { once } from 'node:events'
import { ArchiveError } from '../../domain/errors.ts'
import { beNice } from '../extract/be-nice.ts'
import { cannotStart, died } from '../extract/reader-process.ts'
import { sandboxFlags } from '../extract/sandbox-flags.ts'
import { Unreadable } from '../extract/unreadable.ts'
import { type Limits, watch } from '../extract/watch.ts'
import type { Answer, Asked } from './messages.ts'

/** The folders that a child may read, and write to; what it decodes with is native code and is held by nothing else. */
export type Reach = { reads: readonly string[]; writes: readonly string[] }

/** A child that is asked one thing after the other. Once it has died, or was killed, it is asked nothing more. */
export type ImageProcess = {
  /** The limits count for each question. Throws Unreadable where one is broken, and the signal's reason. */
  ask(asked: Asked, signal: AbortSignal): Promise<Answer>
  isAlive(): boolean
  stop(): Promise<void>
}

/** Starts a child that makes images, and watches over it while it is asked something. */
export function startImageProcess(entry: URL, limits: Limits, reach: Reach): ImageProcess {
  const child = fork(entry, [String(process.pid)], {
    // Decoding in many short-lived threads scatters memory over as many heaps.
    env: { MALLOC_ARENA_MAX: '2' },
    execArgv: [
      ...sandboxFlags(entry, limits.memoryBytes),
      '--allow-addons',
      ...reach.reads.map((path) => `--allow-fs-read=${path}`),
      ...reach.writes.map((path) => `--allow-fs-write=${path}`),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const gone = once(child, 'exit').catch(() => [])
  let over: Error | null = null
  child.on('error', (error) => {
    over ??= new ArchiveError('internal', cannotStart(error))
  })
  child.on('exit', (code, killedBy) => {
    over ??= new Unreadable(died(code, killedBy))
  })
  beNice(child, limits.nice)
  // A child that rests must not keep this process from ending, upon which it ends itself.
  child.unref()
  child.channel?.unref()

  async function stop(): Promise<void> {
    child.kill('SIGKILL')
    if (child.pid !== undefined) await gone
  }

  return {
    async ask(asked, signal) {
      const answered = Promise.withResolvers<Answer>()
      const fail = (reason: unknown) => {
        answered.reject(over ?? reason)
        child.kill('SIGKILL')
      }
      const aborted = () => fail(signal.reason)
      const ended = () => fail(over)
      const watching = watch(
        () => (child.pid === undefined ? [] : [child.pid]),
        limits,
        (fault) => fail(new Unreadable(fault)),
        'its image was made',
      )
      watching.waits()
      child.ref()
      child.channel?.ref()
      child.once('message', answered.resolve)
      child.once('exit', ended)
      child.once('error', ended)
      signal.addEventListener('abort', aborted, { once: true })
      if (over) ended()
      else if (signal.aborted) aborted()
      else child.send(asked, (error) => error && fail(error))
      try {
        return await answered.promise
      } finally {
        signal.removeEventListener('abort', aborted)
        watching.end()
        child.unref()
        child.channel?.unref()
        child.off('message', answered.resolve).off('exit', ended).off('error', ended)
      }
    },
    isAlive: () => over === null && !child.killed,
    stop,
  }
}
