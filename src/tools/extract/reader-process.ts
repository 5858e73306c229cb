import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { FileHandle } from 'node:fs/promises'
import { ArchiveError } from '../../domain/errors.ts'
import { beNice } from './be-nice.ts'
import { endGroup } from './end-group.ts'
import type { FromChild, FromParent, What } from './messages.ts'
import { sandboxFlags } from './sandbox-flags.ts'
import { ReaderLost } from './unreadable.ts'
import { type Limits, watch } from './watch.ts'

/** A child that reads what is behind its descriptor, one file after the other; none more once it has died or was killed. */
export type ReaderProcess = {
  read(what: What, signal: AbortSignal): ReadingFile
  isAlive(): boolean
  /** Resolves when it is gone. */
  stop(): Promise<void>
}

/** A file that is being read. `next` rejects when a limit is broken, the signal aborts or the child dies. */
export type ReadingFile = { next(): Promise<FromChild>; taken(): void; end(): void }

/** `second` lets poppler read a PDF in the place of pdf.js: its program, and why. */
export type Second = { program: string; because: string }

type Start = { entry: URL; handle: FileHandle; limits: Limits; second?: Second }

/**
 * Starts a child on an open file, and watches over it while it reads. While it rests it holds up nobody's end. One that has
 * poppler read leads a group, which ends with it.
 */
export function startReader({ entry, handle, limits, second }: Start): ReaderProcess {
  const toSecond = second ? [second.program, String(limits.memoryBytes), second.because] : []
  const child = fork(entry, [String(process.pid), ...toSecond], {
    detached: second !== undefined,
    env: {},
    execArgv: [...sandboxFlags(entry, limits.memoryBytes), ...(second ? ['--allow-child-process'] : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc', handle.fd],
  })
  const gone = once(child, 'exit').catch(() => [])
  let failure: { reason: unknown } | null = null
  let arrive: (message: FromChild) => void = () => {}
  let wake = () => {}

  const kill = () => (second ? endGroup(child.pid) : child.kill('SIGKILL'))
  const fail = (reason: unknown) => {
    failure ??= { reason }
    kill()
    wake()
  }
  child.on('message', (message: FromChild) => arrive(message))
  child.on('error', (error) => fail(new ArchiveError('internal', cannotStart(error))))
  child.on('exit', (code, killedBy) => {
    const lost = () => fail(new ReaderLost(died(code, killedBy)))
    // What it told before it died may arrive after that.
    if (child.connected) child.once('disconnect', lost)
    else lost()
  })
  beNice(child, limits.nice)
  rest()

  function rest(): void {
    child.unref()
    child.channel?.unref()
  }

  function say(message: FromParent): void {
    if (child.connected) child.send(message, () => {})
  }

  return {
    read(what, signal) {
      const arrived: FromChild[] = []
      const watching = watch(
        () => (child.pid === undefined ? [] : [child.pid]),
        limits,
        (fault) => fail(new ReaderLost(fault)),
      )
      const aborted = () => fail(signal.reason)
      arrive = (message) => {
        arrived.push(message)
        watching.progressed()
        wake()
      }
      child.ref()
      child.channel?.ref()
      signal.addEventListener('abort', aborted, { once: true })
      if (signal.aborted) aborted()
      else say({ kind: 'read', ...what })
      return {
        async next() {
          watching.waits()
          while (!failure && arrived.length === 0)
            await new Promise<void>((resolve) => {
              wake = resolve
            })
          watching.rests()
          // Of a reader that was lost all that it has told is good.
          const isLost = failure === null || failure.reason instanceof ReaderLost
          const message = isLost ? arrived.shift() : undefined
          if (!message) throw failure?.reason
          return message
        },
        taken: () => say({ kind: 'taken' }),
        end() {
          signal.removeEventListener('abort', aborted)
          watching.end()
          arrive = () => {}
          rest()
        },
      }
    },
    isAlive: () => failure === null && child.connected,
    async stop() {
      kill()
      child.ref()
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
