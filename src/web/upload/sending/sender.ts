import { Refusal } from '../../api/refusal.ts'
import { type Chosen, printOf } from '../choose/chosen.ts'
import { type Pace, pacing } from './pace.ts'
import { type Remembered, recallBatch, remember } from './remembered.ts'
import { seenEvery } from './seen.ts'
import { sendOne } from './send-one.ts'

/** A file on its way: how much of it has gone, why it was refused, and where its bytes went. */
export type Going = Chosen & {
  state: 'waiting' | 'sending' | 'sent' | 'failed'
  sent: number
  says: string | null
  upload: string | null
}

/** How far everything is that was given to a sender. `stuck`: it waits until somebody has mended what `trouble` says. */
export type Sending = Pace & {
  status: 'idle' | 'sending' | 'paused' | 'unreached' | 'stuck' | 'stopped'
  trouble: Error | null
  /** In the order in which they came; not to be changed. */
  files: readonly Readonly<Going>[]
  counts: Readonly<Record<Going['state'], number>>
  bytes: number
  sentBytes: number
}

export type Sender = {
  /** Sends files; one that is there already is not sent twice, one that has changed since takes its place. */
  add(files: readonly Chosen[]): Promise<void>
  pause(): void
  /** Goes on after a pause, or at once with what waits for the archive to be reached. */
  goOn(): void
  /** Tries the files again that were refused. */
  again(): void
  /** Gives up for good. */
  stop(): void
  see(): Sending
  subscribe(onChange: () => void): () => void
}

type Options = {
  batch: string | null
  /** What a file is that this device cannot read any more. */
  sayUnreadable: string
  send?: typeof sendOne
  atOnce?: number
}

const tellEveryMs = 200
const waitsMs = [500, 1000, 2000, 4000, 8000, 15_000, 30_000]
const triesOfOne = 3

/**
 * Sends files to a batch (or to none), a few at a time. Where the archive cannot be reached it goes on by itself as soon as it
 * can; a file that is refused fails alone; what would refuse every file stops all of them until somebody goes on.
 */
export function aSender({ batch, sayUnreadable, send = sendOne, atOnce = 3 }: Options): Sender {
  const files: Going[] = []
  const byPath = new Map<string, Going>()
  const tries = new Map<Going, number>()
  const stopping = new Map<Going, AbortController>()
  const counts = { waiting: 0, sending: 0, sent: 0, failed: 0 }
  const pace = pacing()
  let queue: Going[] = []
  let bytes = 0
  let sentBytes = 0
  let status: Sending['status'] = 'idle'
  let trouble: Error | null = null
  let waited = 0
  let waking: ReturnType<typeof setTimeout> | null = null

  function look(): Sending {
    const told = pace.pace(performance.now(), bytes - sentBytes)
    return { ...told, status, trouble, files, counts: { ...counts }, bytes, sentBytes }
  }
  const seen = seenEvery(tellEveryMs, look)
  const { change } = seen
  function become(next: Sending['status'], because: Error | null = null): void {
    if (status === 'stopped') return
    status = next
    trouble = because
    if (next !== 'sending') pace.forget()
    change()
  }
  function move(file: Going, state: Going['state']): void {
    counts[file.state]--
    counts[state]++
    file.state = state
    change()
  }
  function count(file: Going, sent: number): void {
    sentBytes += sent - file.sent
    file.sent = sent
    if (status === 'sending') pace.note(performance.now(), sentBytes)
    change()
  }

  function pump(): void {
    while (status === 'sending' && counts.sending < atOnce) {
      const file = queue.shift()
      if (!file) break
      if (file.state === 'waiting' && isOurs(file)) void goes(file)
    }
    if (status === 'sending' && counts.sending === 0 && queue.length === 0) become('idle')
  }

  async function goes(file: Going): Promise<void> {
    const stop = new AbortController()
    stopping.set(file, stop)
    move(file, 'sending')
    try {
      file.upload = await send(file, {
        ...{ batch, upload: file.upload, signal: stop.signal },
        onSent: (sent) => {
          if (!isOurs(file)) return
          if (sent > file.sent) waited = 0
          count(file, sent)
        },
        onUpload: (upload) => {
          file.upload = upload
          if (isOurs(file)) note([file])
        },
      })
      if (!isOurs(file)) return
      count(file, file.file.size)
      move(file, 'sent')
      note([file])
      if (status === 'unreached') reached()
    } catch (error) {
      if (!isOurs(file)) return
      if (stop.signal.aborted) move(file, 'waiting')
      else await failed(file, error instanceof Error ? error : new Error(String(error)))
    } finally {
      stopping.delete(file)
      pump()
    }
  }

  /** Not when another has come under its path meanwhile. */
  function isOurs(file: Going): boolean {
    return byPath.get(file.path) === file
  }

  async function failed(file: Going, error: Error): Promise<void> {
    const code = error instanceof Refusal ? error.status : null
    if (code === 0 && !(await isReadable(file.file))) return refuse(file, sayUnreadable)
    if (code === 0 || code === 502 || code === 503 || code === 504) {
      putBack(file)
      if (status === 'sending' || status === 'unreached') wait(error)
    } else if (code === 401 || code === 403 || code === 404 || code === 507) {
      // None of the others would fare better.
      putBack(file)
      become('stuck', error)
    } else if ((code === 409 || code === 500) && (tries.get(file) ?? 0) + 1 < triesOfOne) {
      tries.set(file, (tries.get(file) ?? 0) + 1)
      move(file, 'waiting')
      queue.push(file)
    } else refuse(file, error.message)
  }
  function putBack(file: Going): void {
    move(file, 'waiting')
    queue.unshift(file)
  }
  function refuse(file: Going, says: string): void {
    count(file, 0)
    bytes -= file.file.size
    file.says = says
    move(file, 'failed')
  }

  function wait(because: Error): void {
    become('unreached', because)
    if (waking !== null) return
    waking = setTimeout(reached, waitsMs[Math.min(waited, waitsMs.length - 1)])
    waited++
  }
  function reached(): void {
    if (waking !== null) clearTimeout(waking)
    waking = null
    if (status !== 'unreached') return
    become('sending')
    pump()
  }
  function interrupt(): void {
    if (waking !== null) clearTimeout(waking)
    waking = null
    for (const [file, stop] of stopping) {
      queue.unshift(file)
      stop.abort()
    }
    // A signal is heard at once, but what it stops is moved a moment later.
    queue = [...new Set(queue)]
  }

  function note(some: readonly Going[]): void {
    if (batch === null) return
    const at = Date.now()
    void remember(some.map((one) => rememberedOf(batch, one, at)))
  }

  globalThis.addEventListener?.('online', reached)

  return {
    async add(chosen) {
      if (status === 'stopped') return
      const known = new Map<string, Remembered>()
      if (batch !== null) for (const one of await recallBatch(batch)) known.set(one.path, one)
      const fresh: Going[] = []
      for (const { path, file } of chosen) {
        const there = byPath.get(path)
        const print = printOf({ path, file })
        if (there && printOf(there) === print && there.state !== 'failed') continue
        if (there) drop(there)
        const before = known.get(path)
        const isKnown = before?.print === print
        const going: Going = { path, file, state: 'waiting', sent: 0, says: null, upload: null }
        if (isKnown) going.upload = before.upload
        files.push(going)
        byPath.set(path, going)
        bytes += file.size
        counts.waiting++
        if (isKnown && before.isWhole) {
          count(going, file.size)
          move(going, 'sent')
        } else {
          queue.push(going)
          fresh.push(going)
        }
      }
      note(fresh)
      if (status === 'idle' && queue.length > 0) become('sending')
      pump()
      seen.show()
    },
    pause() {
      if (status !== 'sending' && status !== 'unreached') return
      become('paused')
      interrupt()
      seen.show()
    },
    goOn() {
      if (status === 'idle' || status === 'sending' || status === 'stopped') return
      waited = 0
      become('sending')
      pump()
      seen.show()
    },
    again() {
      for (const file of files)
        if (file.state === 'failed') {
          bytes += file.file.size
          file.says = null
          tries.delete(file)
          move(file, 'waiting')
          queue.push(file)
        }
      if (status === 'idle') become('sending')
      pump()
    },
    stop() {
      become('stopped')
      interrupt()
      queue = []
      globalThis.removeEventListener?.('online', reached)
    },
    see: seen.see,
    subscribe: seen.subscribe,
  }

  /** Another file has come under its path. */
  function drop(file: Going): void {
    stopping.get(file)?.abort()
    if (file.state !== 'failed') {
      sentBytes -= file.sent
      bytes -= file.file.size
    }
    counts[file.state]--
    files.splice(files.indexOf(file), 1)
    byPath.delete(file.path)
  }
}

const rememberedOf = (batch: string, going: Going, at: number): Remembered => ({
  ...{ batch, path: going.path, print: printOf(going), bytes: going.file.size, upload: going.upload, at },
  isWhole: going.state === 'sent',
})

/** Whether the device still has the file as it was chosen: a browser calls one that has changed a fault of the network. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return true
  } catch {
    return false
  }
}
