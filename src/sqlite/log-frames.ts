import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { endianness } from 'node:os'

const headBytes = 32
const frameHeadBytes = 24
const framesAtOnce = 256
const defaultPageSize = 4096

const magics = { LE: 0x377f0682, BE: 0x377f0683 }

/** A write-ahead log (sqlite.org/fileformat2.html, 4). Its frames are numbered from 1 on. */
export type LogFrames = {
  head: Buffer
  isHeadSound: boolean
  salts: Buffer
  frameBytes: number
  /** So many frames from the first on are as they were written. */
  sound: number
  /** The frames that end a commit, of those that belong to the present use of the file. */
  commits: number[]
}

/** What the index of a log tells (sqlite.org/walformat.html, 2.1): how much of it is committed, and how much the database has. */
export type LogIndex = { salts: Buffer; pageSize: number; committed: number; inDatabase: number }

/** Reads a log; null where it has no frames, or was written on a machine of the other byte order. */
export function readLog(path: string, index: LogIndex | null): LogFrames | null {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const head = Buffer.alloc(headBytes)
    if (readSync(file, head, 0, headBytes, 0) < headBytes) return null
    const other = endianness() === 'LE' ? 'BE' : 'LE'
    if (head.readUInt32BE(0) === magics[other]) return null
    const before = sumOf(wordsOf(head), 0, 6, [0, 0])
    const isHeadSound = head.readUInt32BE(0) === magics[endianness()] && isSum(before, head, 24)
    const pageSize = isHeadSound ? head.readUInt32BE(8) : (index?.pageSize ?? defaultPageSize)
    const frameBytes = frameHeadBytes + pageSize
    if (size < headBytes + frameBytes) return null
    const salts = isHeadSound ? head.subarray(16, 24) : (index?.salts ?? saltsOfFirst(file))
    const read = framesOf(file, { frameBytes, salts, before: isHeadSound ? before : null })
    return { head, isHeadSound, salts, frameBytes, ...read }
  } finally {
    closeSync(file)
  }
}

type Sum = [number, number]

function framesOf(
  file: number,
  { frameBytes, salts, before }: { frameBytes: number; salts: Buffer; before: Sum | null },
): Pick<LogFrames, 'sound' | 'commits'> {
  const chunk = Buffer.from(new ArrayBuffer(framesAtOnce * frameBytes))
  const words = wordsOf(chunk)
  const commits: number[] = []
  let sound = 0
  let sum = before
  for (let frame = 1; ; ) {
    const got = readSync(file, chunk, 0, chunk.length, headBytes + (frame - 1) * frameBytes)
    const whole = Math.floor(got / frameBytes)
    for (let at = 0; at < whole * frameBytes; at += frameBytes, frame++) {
      const isOfNow = chunk.compare(salts, 0, 8, at + 8, at + 16) === 0
      if (isOfNow && chunk.readUInt32BE(at + 4) !== 0) commits.push(frame)
      if (sum === null) continue
      const after = sumOf(
        words,
        (at + frameHeadBytes) / 4,
        (at + frameBytes) / 4,
        sumOf(words, at / 4, at / 4 + 2, sum),
      )
      const isRight = isOfNow && chunk.readUInt32BE(at) !== 0 && isSum(after, chunk, at + 16)
      sum = isRight ? after : null
      if (isRight) sound = frame
    }
    if (whole < framesAtOnce) return { sound, commits }
  }
}

/** What the index of a catalogue's log tells; null where there is none that is whole. */
export function readLogIndex(path: string): LogIndex | null {
  if (!existsSync(path)) return null
  const bytes = readFileSync(path).subarray(0, 136)
  if (bytes.length < 136) return null
  const [one, two] = [bytes.subarray(0, 48), bytes.subarray(48, 96)]
  const number = (at: number) => (endianness() === 'LE' ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const words = wordsOf(one)
  const [a, b] = sumOf(words, 0, 10, [0, 0])
  if (!one.equals(two) || words[10] !== a || words[11] !== b || bytes[12] !== 1) return null
  const size = endianness() === 'LE' ? bytes.readUInt16LE(14) : bytes.readUInt16BE(14)
  return {
    salts: Buffer.from(bytes.subarray(32, 40)),
    pageSize: size === 1 ? 65536 : size,
    committed: number(16),
    inDatabase: number(96),
  }
}

/** The checksum of some words, of which there are two at a time, after another. */
function sumOf(words: Int32Array, from: number, to: number, [first, second]: Sum): Sum {
  let a = first
  let b = second
  for (let at = from; at < to; at += 2) {
    a = (a + (words[at] ?? 0) + b) | 0
    b = (b + (words[at + 1] ?? 0) + a) | 0
  }
  return [a, b]
}

const isSum = ([a, b]: Sum, bytes: Buffer, at: number): boolean =>
  bytes.readInt32BE(at) === a && bytes.readInt32BE(at + 4) === b

/** Bytes as words of this machine; copied where they do not lie at the begin of one. */
function wordsOf(bytes: Buffer): Int32Array {
  const isPlaced = bytes.byteOffset % 4 === 0
  const { buffer, byteOffset, length } = isPlaced ? bytes : new Uint8Array(bytes)
  return new Int32Array(buffer, byteOffset, Math.floor(length / 4))
}

function saltsOfFirst(file: number): Buffer {
  const salts = Buffer.alloc(8)
  readSync(file, salts, 0, 8, headBytes + 8)
  return salts
}
