import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** Poppler at work on a file: what it writes, and when it has ended, its exit code. */
export type PopplerProcess = { stdout: AsyncIterable<Buffer>; ended: Promise<number | null>; stop(): void }

/** Its libraries and their tables take room in its addresses, of which it holds little in memory. */
const ofItsOwn = 256 * 1024 * 1024

/**
 * Lets a program of poppler read the file behind a descriptor, within bounds that the system keeps: so many bytes of memory,
 * and 300 seconds of a processor, whatever becomes of the process that started it.
 */
export function startPoppler(
  program: string,
  args: readonly string[],
  fd: number,
  memoryBytes: number,
): PopplerProcess {
  const kilobytes = Math.ceil((memoryBytes + ofItsOwn) / 1024)
  const bounded = `ulimit -t 300 -v ${kilobytes}; exec "$0" "$@"`
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
