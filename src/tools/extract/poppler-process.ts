import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** Poppler at work on a file: what it writes, and when it has ended, its exit code. */
export type PopplerProcess = { stdout: AsyncIterable<Buffer>; ended: Promise<number | null>; stop(): void }

// Whatever becomes of the process that started it, it ends by itself: it may use so many seconds of a processor, and so
// many kilobytes of memory.
const bounded = 'ulimit -t 300 -v 3145728; exec "$0" "$@"'

/** Lets a program of poppler read the file behind a descriptor, within bounds that the system keeps. */
export function startPoppler(program: string, args: readonly string[], fd: number): PopplerProcess {
  const child: ChildProcess = spawn('/bin/sh', ['-c', bounded, program, ...args], {
    env: {},
    stdio: [fd, 'pipe', 'ignore'],
  })
  const ended = once(child, 'close').then(
    ([code]) => (typeof code === 'number' ? code : null),
    () => null,
  )
  if (!child.stdout) throw new Error('It has no output.')
  return { stdout: child.stdout, ended, stop: () => void child.kill('SIGKILL') }
}

/** What poppler writes of itself when asked for its version, e.g. `22.12.0`; '' where it does not say. */
export async function popplerVersion(program: string): Promise<string> {
  const child = spawn(program, ['-v'], { env: {}, stdio: ['ignore', 'ignore', 'pipe'] })
  const said = await text(child.stderr).catch(() => '')
  return /version (\S+)/.exec(said)?.[1] ?? ''
}
