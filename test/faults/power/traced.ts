import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Something that a program asked of the disk, when it began and when it had its answer, in seconds since 1970. */
export type Asked = { from: number; to: number } & (
  | { does: 'open'; path: string; isMade: boolean; isEmptied: boolean; appends: boolean }
  /** At null it is written where the last writing to the file ended. */
  | { does: 'write'; path: string; at: number | null; bytes: Buffer }
  | { does: 'truncate'; path: string; size: number }
  | { does: 'rename' | 'link'; path: string; becomes: string }
  | { does: 'remove' | 'mkdir' | 'sync'; path: string }
)

const longestWrite = 4 * 1024 * 1024
const calls =
  'openat open creat write pwrite64 writev pwritev pwritev2 truncate ftruncate rename renameat renameat2 unlink unlinkat rmdir mkdir mkdirat link linkat fsync fdatasync sync_file_range fallocate copy_file_range sendfile'

/** What is put before a program so that all it asks of the disk is written to a log. It remains a child of who started it. */
export const tracing = (log: string): string[] => [
  ...[
    'strace',
    '-D',
    '-f',
    '--seccomp-bpf',
    '-ttt',
    '-T',
    '-y',
    '-xx',
    '-s',
    String(longestWrite),
    '-o',
    log,
  ],
  ...['-e', `trace=${calls.replaceAll(/\w+/g, '?$&').replaceAll(' ', ',')}`, '-e', 'signal=none'],
]

/** Whether programs can be traced here. */
export const mayTrace = (): boolean => {
  const [strace = '', ...options] = tracing('/dev/null')
  return process.platform === 'linux' && spawnSync(strace, [...options, 'true']).status === 0
}

/** What was asked about files below a folder, in the order in which it began. */
export async function askedOf(log: string, folder: string): Promise<Asked[]> {
  const lines = (await whole(log)).split('\n')
  const begun = new Map<string, { from: number; text: string }>()
  const all: Asked[] = []
  for (const line of lines) {
    const [, thread = '', time, said = ''] = /^(\d+) +(\d+\.\d+) (.*)$/s.exec(line) ?? []
    const head = /^(.*) <unfinished \.\.\.>$/s.exec(said)?.[1]
    if (head !== undefined) {
      begun.set(thread, { from: Number(time), text: head })
      continue
    }
    const rest = /^<\.\.\. \w+ resumed>(.*)$/s.exec(said)?.[1]
    const before = rest === undefined ? undefined : begun.get(thread)
    const [, call = '', args = '', result, lasted] =
      /^(\w+)\((.*)\) += (-?\d+.*?) <(\d+\.\d+)>$/s.exec(before ? before.text + rest : said) ?? []
    if (result === undefined || result.startsWith('-')) continue
    const from = before?.from ?? Number(time)
    const to = before ? Number(time) : from + Number(lasted)
    for (const what of meaning(call, args, result)) {
      if (!`${what.path}/`.startsWith(`${folder}/`) || what.path.endsWith('-shm')) continue
      all.push({ ...what, from, to } as Asked)
    }
  }
  return all.sort((a, b) => a.from - b.from)
}

type Unplaced<T> = T extends unknown ? Omit<T, 'from' | 'to'> : never

function meaning(call: string, args: string, result: string): Unplaced<Asked>[] {
  const file = () => pathOfHandle(/^\d+<[^>]*>/.exec(args)?.[0] ?? '')
  const numbers = () => args.match(/\d+$/)?.[0] ?? '0'
  switch (call) {
    case 'open':
    case 'openat': {
      if (!/O_WRONLY|O_RDWR|O_CREAT/.test(args)) return []
      const path = pathOfHandle(result)
      const isMade = args.includes('O_CREAT')
      return [
        {
          does: 'open',
          path,
          isMade,
          isEmptied: args.includes('O_TRUNC'),
          appends: args.includes('O_APPEND'),
        },
      ]
    }
    case 'write':
    case 'writev':
    case 'pwrite64':
    case 'pwritev':
    case 'pwritev2': {
      if (args.includes('"...')) throw new Error(`A write of more than ${longestWrite} bytes was cut short.`)
      const bytes = Buffer.concat([...args.matchAll(/"([^"]*)"/g)].map(([, hex = '']) => unhexed(hex)))
      const isPlaced = call.startsWith('p')
      const at = isPlaced ? Number(call === 'pwritev2' ? /, (\d+), \w+$/.exec(args)?.[1] : numbers()) : null
      return args.includes('>(deleted)')
        ? []
        : [{ does: 'write', path: file(), at, bytes: bytes.subarray(0, Number(result)) }]
    }
    case 'ftruncate':
      return [{ does: 'truncate', path: file(), size: Number(numbers()) }]
    case 'rename':
    case 'renameat':
    case 'renameat2':
    case 'link':
    case 'linkat': {
      const [path = '', becomes = ''] = pathsIn(args)
      return [{ does: call.startsWith('link') ? 'link' : 'rename', path, becomes }]
    }
    case 'unlink':
    case 'unlinkat':
    case 'rmdir':
      return [{ does: 'remove', path: pathsIn(args)[0] ?? '' }]
    case 'mkdir':
    case 'mkdirat':
      return [{ does: 'mkdir', path: pathsIn(args)[0] ?? '' }]
    case 'fsync':
    case 'fdatasync':
      return [{ does: 'sync', path: file() }]
    case 'sync_file_range':
      return []
    default:
      // Nothing here does that to files of an archive; were it to begin, the replay would be wrong.
      return /<\\x2f/.test(args) && call !== 'sendfile' ? [{ does: 'truncate', path: file(), size: -1 }] : []
  }
}

/** The names in a call, each below the folder that is named before it, if one is. */
const pathsIn = (args: string): string[] =>
  [...args.matchAll(/(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"([^"]*)"/g)].map(([, folder = '', name = '']) =>
    resolve(join('/', unhexed(folder).toString()), unhexed(name).toString()),
  )

const pathOfHandle = (handle: string): string => unhexed(/<([^>]*)>/.exec(handle)?.[1] ?? '').toString()

const unhexed = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex')

/** The log once who writes it has written all: its last line tells of the end of the program. */
async function whole(log: string): Promise<string> {
  for (let tries = 0; tries < 500; tries++) {
    const text = await readFile(log, 'latin1')
    if (/\+\+\+ (exited with|killed by).*\+\+\+\n$/.test(text)) {
      const [first = ''] = text.split(' ', 1)
      if (new RegExp(`^${first} .*\\+\\+\\+$`, 'm').test(text)) return text
    }
    await sleep(20)
  }
  throw new Error('The log of what was asked of the disk has no end.')
}
