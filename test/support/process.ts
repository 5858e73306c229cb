import { type ChildProcess, spawn } from 'node:child_process'
import { Console } from 'node:console'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/fonds.mjs', import.meta.url))

/** The administrator's token of every archive that runs here. */
export const keeperToken = 'a-token-of-the-keeper-for-tests-0123456789'

export type Env = Record<string, string>
export type Ended = { code: number | null; signal: NodeJS.Signals | null }
export type Ran = Ended & { stdout: string; stderr: string }

export type Serving = AsyncDisposable & {
  address: string
  pid: number
  /** What was written to stdout and stderr so far. */
  stdout(): string
  stderr(): string
  /** Resolves once the process has ended. */
  ended: Promise<Ended>
  /** Asks it to stop, and resolves once it has. */
  stop(): Promise<Ended>
  /** Ends it at once, as a loss of power would. */
  kill(): Promise<Ended>
}

/** An empty folder that is gone, with all in it, when its block ends. */
export async function aFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'fonds-process-'))
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/**
 * Serves the archive in a folder by a process of its own; resolves once it listens, throws what it said if it ends first.
 * `under` is a program that runs it, with its arguments.
 */
export async function served(
  home: string,
  env: Env = {},
  command = 'serve',
  under: readonly string[] = [],
): Promise<Serving> {
  const child = start([command, '--port', '0'], home, env, under)
  const written = { stdout: '', stderr: '' }
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    written.stderr += chunk
  })
  const ended = endOf(child)
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      written.stdout += chunk
      const [, found] = /^listening (\S+)\n/m.exec(written.stdout) ?? []
      if (found) resolve(found)
    })
    void ended.then(({ code }) => reject(new Error(`It ended with ${code}: ${written.stderr}`)))
  })
  const endBy = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    address,
    pid: child.pid ?? 0,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    ended,
    stop: () => endBy('SIGTERM'),
    kill: () => endBy('SIGKILL'),
    [Symbol.asyncDispose]: async () => void (await endBy('SIGKILL')),
  }
}

/** Runs a command of the command line, its output in pipes, until it ends; it is killed after a minute, or so many. */
export async function fonds(
  home: string,
  args: readonly string[],
  env: Env = {},
  under: readonly string[] = [],
  minutes = 1,
): Promise<Ran> {
  const child = start(args, home, env, under)
  const late = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000)
  const [stdout, stderr, ended] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    endOf(child),
  ])
  clearTimeout(late)
  return { ...ended, stdout, stderr }
}

/** Runs a command of the command line in this process, one at a time: to start one takes longer than most commands. */
export async function fondsHere(home: string, args: readonly string[]): Promise<Ran> {
  const { main } = await import('../../src/main.ts')
  const said = { stdout: '', stderr: '' }
  const { env } = process
  const { console } = globalThis
  const { stdout, stderr } = process
  const before = [stdout, stderr].map(({ write }) => write)
  process.env = quietly(home)
  for (const name of ['stdout', 'stderr'] as const)
    process[name].write = (chunk: string | Uint8Array) => {
      said[name] += chunk
      return true
    }
  // The one of the test runner writes elsewhere.
  globalThis.console = new Console(stdout, stderr)
  try {
    return { code: await main(['node', 'fonds', ...args]), signal: null, ...said }
  } finally {
    Object.assign(globalThis, { console })
    process.env = env
    for (const [at, stream] of [stdout, stderr].entries()) stream.write = before[at] ?? stream.write
  }
}

/** The same for several command lines, one after another. */
export async function fondsOneAfterAnother(
  home: string,
  lines: readonly (readonly string[])[],
): Promise<Ran[]> {
  const ran: Ran[] = []
  for (const args of lines) ran.push(await fondsHere(home, args))
  return ran
}

/** Starts a command of the command line; whoever does that ends it. */
export function start(
  args: readonly string[],
  home: string,
  env: Env,
  under: readonly string[] = [],
): ChildProcess {
  const [first = process.execPath, ...rest] = [...under, process.execPath, program, ...args]
  return spawn(first, rest, {
    env: { ...quietly(home), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The environment of this process, without what it says to Fonds. */
function quietly(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('FONDS_'))
  const own = {
    FONDS_HOME: home,
    FONDS_ADMIN_TOKEN: keeperToken,
    FONDS_LOG: 'warn',
    FONDS_IMAGES: 'demand',
    FONDS_OCR: 'off',
  }
  return { ...Object.fromEntries(kept), ...own, NO_COLOR: '1' }
}

async function endOf(child: ChildProcess): Promise<Ended> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  return { code, signal }
}
