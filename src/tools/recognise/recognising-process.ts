import { fork } from 'node:child_process'
import { once } from 'node:events'
import { beNice } from '../extract/be-nice.ts'
import { endGroup } from '../extract/end-group.ts'
import { sandboxFlags } from '../extract/sandbox-flags.ts'
import { type Limits, watch } from '../extract/watch.ts'
import type { Answer, EngineName, Request } from './messages.ts'

/** What became of a page; a fault is a whole sentence, with the engine that was at work, if one was. */
export type Outcome =
  | Extract<Answer, { kind: 'page' | 'missing' }>
  | { kind: 'fault'; fault: string; engine: EngineName | null }

/** A child that recognises one page after another, and ends (`isOver`) at the first that it fails on. */
export type RecognisingProcess = {
  pages: number
  isOver(): boolean
  /** Throws the signal's reason when it is stopped. */
  recognise(request: Request, signal: AbortSignal): Promise<Outcome>
  stop(): Promise<void>
}

type Start = { entry: URL; limits: Limits; readable: readonly string[] }

const noNetwork = new URL('./no-network.ts', import.meta.url)

/**
 * Starts a child at the head of a process group of its own, so that whatever it started ends with it. It may read the
 * program and the `readable` folders, load sharp and start the native engine, and has no way to the network.
 */
export function startRecognising({ entry, limits, readable }: Start): RecognisingProcess {
  const child = fork(entry, [String(process.pid)], {
    detached: true,
    env: { MALLOC_ARENA_MAX: '2' },
    execArgv: flagsOf(entry, limits.memoryBytes, readable),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  beNice(child, limits.nice)
  const gone = once(child, 'exit').catch(() => [])
  let isOver = false
  let engine: EngineName | null = null
  let helper: number | null = null
  let settle: (outcome: Outcome) => void = () => {}

  const end = () => {
    isOver = true
    endGroup(child.pid)
  }
  const fail = (fault: string) => {
    end()
    settle({ kind: 'fault', fault, engine })
  }
  child.on('message', (answer: Answer) => {
    if (answer.kind === 'using') engine = answer.engine
    else if (answer.kind === 'helper') helper = answer.pid
    else if (answer.kind === 'fault') fail(answer.fault)
    else settle(answer)
  })
  child.on('error', (error) => fail(cannotStart(error)))
  child.on('exit', (code, killedBy) => fail(died(code, killedBy)))
  const rest = () => {
    child.unref()
    child.channel?.unref()
  }
  rest()

  const running: RecognisingProcess = {
    pages: 0,
    isOver: () => isOver,
    async recognise(request, signal) {
      running.pages++
      engine = null
      child.ref()
      child.channel?.ref()
      const pids = () => [child.pid, helper].filter((pid) => typeof pid === 'number')
      const watching = watch(pids, limits, (fault) => fail(`The picture of this page ${fault}.`))
      watching.waits()
      const aborted = () => fail('stopped')
      signal.addEventListener('abort', aborted, { once: true })
      try {
        const outcome = await new Promise<Outcome>((resolve) => {
          settle = resolve
          if (signal.aborted) aborted()
          else if (isOver) fail(died(child.exitCode, child.signalCode))
          else child.send(request, (error) => error && fail(died(child.exitCode, child.signalCode)))
        })
        signal.throwIfAborted()
        return outcome
      } finally {
        signal.removeEventListener('abort', aborted)
        watching.end()
        settle = () => {}
        rest()
        if (isOver) await gone
      }
    },
    async stop() {
      end()
      child.ref()
      if (child.pid !== undefined) await gone
    },
  }
  return running
}

/** The flags of Node for such a child: those of every reader, native code and programs allowed, the network taken away. */
export function flagsOf(entry: URL, memoryBytes: number, readable: readonly string[]): string[] {
  return [
    ...sandboxFlags(entry, memoryBytes),
    '--allow-addons',
    '--allow-child-process',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--import=${noNetwork.href}`,
  ]
}

const cannotStart = (error: Error) =>
  `The process that recognises pages could not be started (${error.message}); see whether the machine has memory and processes to spare.`

const died = (code: number | null, killedBy: string | null) =>
  `The page made its recogniser crash (${killedBy ?? `exit ${code}`}); make its picture again, or upload another scan.`
