import { residentBytes } from './resident-bytes.ts'

/**
 * What one file may take: resident memory in bytes, and milliseconds in all and without progress, both counted only
 * while the consumer waits for the child. `nice` runs from 0 to 19.
 */
export type Limits = { memoryBytes: number; wallMs: number; stallMs: number; nice: number }

/** A watch over a child: told when its consumer waits or rests and when the child progressed. */
export type Watch = { waits(): void; rests(): void; progressed(): void; end(): void }

const everyMs = 250

/**
 * Looks at processes, counted as one, four times a second and says, in words that continue the file's name, which limit
 * they broke while what `doing` says.
 */
export function watch(
  processes: () => readonly number[],
  limits: Limits,
  broke: (fault: string) => void,
  doing = 'its text was read',
): Watch {
  let waitingSince: number | null = null
  let waited = 0
  let progressedAt = performance.now()
  let looking = false

  const look = async () => {
    if (looking) return
    looking = true
    await check().finally(() => {
      looking = false
    })
  }
  const check = async () => {
    const now = performance.now()
    const waiting = waitingSince === null ? 0 : now - waitingSince
    const still = waitingSince === null ? 0 : now - Math.max(progressedAt, waitingSince)
    if (waited + waiting > limits.wallMs) broke(tookLong(limits.wallMs))
    else if (still > limits.stallMs) broke(stoodStill(limits.stallMs, doing))
    else if ((await residentBytes(processes())) > limits.memoryBytes)
      broke(tookMemory(limits.memoryBytes, doing))
  }
  const timer = setInterval(look, everyMs)

  return {
    waits() {
      waitingSince = performance.now()
    },
    rests() {
      if (waitingSince !== null) waited += performance.now() - waitingSince
      waitingSince = null
    },
    progressed() {
      progressedAt = performance.now()
    },
    end: () => clearInterval(timer),
  }
}

const tookMemory = (bytes: number, doing: string) =>
  `needed more than ${count(bytes / 1024 / 1024)} MB of memory while ${doing}; split it into smaller parts, or allow its reader more memory`

const tookLong = (ms: number) =>
  `took more than ${duration(ms)} to read; split it into smaller parts, or allow its reader more time`

const stoodStill = (ms: number, doing: string) =>
  `made no progress for ${duration(ms)} while ${doing}; upload another copy of it, or print it to a new PDF`

const duration = (ms: number) =>
  ms < 120_000 ? `${count(ms / 1000)} seconds` : `${count(ms / 60_000)} minutes`

const count = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 })
