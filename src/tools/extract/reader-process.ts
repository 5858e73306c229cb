import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { FileHandle } from 'node:fs/promises'
import { ArchiveError } from '../../domain/errors.ts'
import { beNice } from './be-nice.ts'
import type { FromChild, FromParent } from './messages.ts'
import { sandboxFlags } from './sandbox-flags.ts'
import { Unreadable } from './unreadable.ts'
import { type Limits, watch } from './watch.ts'

/** A child that reads one file. `next` rejects when the child has died; `stop` resolves when it is gone. */
export type ReaderProcess = { next(): Promise<FromChild>; taken(): void; stop(): Promise<void> }

/** `second` lets poppler read a PDF in the place of pdf.js: its program, and why. */
export type Second = { program: string; because: string }

type Start = {
  entry: URL
  handle: FileHandle
  mediaType: string
  limits: Limits
  signal: AbortSignal
  second?: Second
}

/** Starts a child on an open file and watches over it. */
export function startReader({ entry, handle, mediaType, limits, signal, second }: Start): ReaderProcess {
  const child = fork(
    entry,
    [String(process.pid), mediaType, ...(second ? [second.program, second.because] : [])],
    {
      env: {},
      execArgv: [...sandboxFlags(entry, limits.memoryBytes), ...(second ? ['--allow-child-process'] : [])],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc', handle.fd],
    },
  )
  const gone = once(child, 'exit').catch(() => [])
  const arrived: FromChild[] = []
  let failure: { reason: unknown } | null = null
  let wake = () => {}

  const fail = (reason: unknown) => {
    failure ??= { reason }
    child.kill('SIGKILL')
    wake()
  }
  const watching = watch(
    () => (child.pid === undefined ? [] : [child.pid]),
    limits,
    (fault) => fail(new Unreadable(fault)),
  )
  const aborted = () => fail(signal.reason)

  child.on('message', (message: FromChild) => {
    arrived.push(message)
    watching.progressed()
    wake()
  })
  child.on('error', (error) => fail(new ArchiveError('internal', cannotStart(error))))
  child.on('exit', (code, killedBy) => fail(new Unreadable(died(code, killedBy))))
  signal.addEventListener('abort', aborted, { once: true })
  if (signal.aborted) aborted()
  beNice(child, limits.nice)

  return {
    async next() {
      watching.waits()
      while (!failure && arrived.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      watching.rests()
      const message = arrived.shift()
      if (failure || !message) throw failure?.reason
      return message
    },
    taken() {
      const answer: FromParent = { kind: 'taken' }
      if (child.connected) child.send(answer, () => {})
    },
    async stop() {
      signal.removeEventListener('abort', aborted)
      watching.end()
      child.kill('SIGKILL')
      if (child.pid !== undefined) await gone
    },
  }
}

/** What to say where no child can be started. */
export const cannotStart = (error: Error) =>
  `The process that reads files could not be started (${error.message}); see whether the machine has memory and processes to spare.`

/** What to say of a file at which its reader died, in words that continue the file's name. */
export const died = (code: number | null, killedBy: string | null) =>
  killedBy === 'SIGKILL' || killedBy === 'SIGABRT'
    ? 'made its reader die, probably for want of memory; split it into smaller parts, or give the machine more memory'
    : `made its reader crash (${killedBy ?? `exit ${code}`}); upload another copy of it, or print it to a new PDF`
