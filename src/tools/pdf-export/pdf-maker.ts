import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { dirname } from 'node:path'
import { ArchiveError } from '../../domain/errors.ts'
import type { PdfMaker } from '../../ports/pdf-maker.ts'
import { sandboxFlags } from '../extract/sandbox-flags.ts'
import { type Limits, watch } from '../extract/watch.ts'
import type { FromPdf, ToPdf } from './messages.ts'

const entry = new URL('./child.ts', import.meta.url)
const mostAtOnce = 2

/**
 * Makes PDFs, two at a time, each in a niced child process of its own that may read only the program and `home`, and is
 * killed when it outgrows its limits, which count while it is at work, or the signal aborts.
 */
export function pdfMaker(limits: Limits, home: string): PdfMaker {
  let underWay = 0

  return {
    async make(pages, about, target, signal) {
      signal.throwIfAborted()
      if (underWay >= mostAtOnce)
        throw new ArchiveError('busy', 'Other PDFs are being made: ask for this one again in a minute.')
      underWay++
      const child = startChild(limits, home, target, signal)
      try {
        await child.ask({ kind: 'begin', target, about })
        for await (const page of pages) await child.ask({ kind: 'page', page })
        await child.ask({ kind: 'end' })
      } finally {
        underWay--
        await child.stop()
      }
    },
  }
}

function startChild(limits: Limits, home: string, target: string, signal: AbortSignal) {
  const child = fork(entry, [String(process.pid)], {
    env: { MALLOC_ARENA_MAX: '2' },
    execArgv: [
      ...sandboxFlags(entry, limits.memoryBytes),
      '--allow-addons',
      `--allow-fs-read=${home}`,
      `--allow-fs-read=${dirname(target)}`,
      `--allow-fs-write=${dirname(target)}`,
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const gone = once(child, 'exit').catch(() => [])
  let over: unknown = null
  let asked: PromiseWithResolvers<void> | null = null
  const fail = (reason: unknown) => {
    over ??= reason
    child.kill('SIGKILL')
    asked?.reject(over)
  }
  const aborted = () => fail(signal.reason)
  const processes = () => (child.pid === undefined ? [] : [child.pid])
  const watching = watch(processes, limits, (fault) => fail(fallen(`it ${fault}`)), 'it was made')
  child.on('message', (answer: FromPdf) => {
    watching.progressed()
    if (answer.kind === 'fault') fail(fallen(answer.says))
    else asked?.resolve()
  })
  child.on('error', fail)
  child.on('exit', (code, killedBy) => fail(fallen(`its maker ended (${killedBy ?? code})`)))
  signal.addEventListener('abort', aborted, { once: true })
  try {
    if (child.pid !== undefined) setPriority(child.pid, limits.nice)
  } catch {
    // It has already ended, which its exit event tells.
  }

  return {
    async ask(told: ToPdf): Promise<void> {
      if (over !== null) throw over
      asked = Promise.withResolvers<void>()
      watching.waits()
      child.send(told, (error) => error && fail(error))
      await asked.promise
      watching.rests()
    },
    async stop(): Promise<void> {
      signal.removeEventListener('abort', aborted)
      watching.end()
      asked?.promise.catch(() => {})
      child.kill('SIGKILL')
      if (child.pid !== undefined) await gone
    },
  }
}

const fallen = (says: string) =>
  new ArchiveError('internal', `The PDF could not be made: ${says}. See the log, then ask for fewer pages.`)
