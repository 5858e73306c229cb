import { BroadcastChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Connection } from './open-database.ts'

/** The words of a new reading, joined by spaces, and the hash that its row keeps of them. */
type News = { row: number; words: string; hash: Uint8Array }

/** Tells of the words of a new reading. */
export type TellWords = (row: number, words: string, hash: Uint8Array) => void

/** Readings whose words were told of before they could be seen. */
export type HeardWords = {
  /** From now on tells of the words of new readings as they come. */
  listen(note: (row: number, words: string) => void): void
  /**
   * Whether what was told of a reading, if anything was, are its words: 'others' where they were undone and others came
   * instead. Asked once.
   */
  take(row: number, hash: Uint8Array): 'told' | 'untold' | 'others'
  /** Forgets what nobody has taken up to a row; what comes after it may not be committed yet. */
  forget(upTo: number): void
  close(): void
}

const channels = new WeakMap<Connection, BroadcastChannel>()
const nameOf = (db: Connection) => `words of ${db.name}`

/**
 * From now on the words of readings written on this connection are told to the other threads of this process, so that
 * none of them has to analyse the texts again. Returns how to stop.
 */
export function announceWords(db: Connection): () => void {
  const channel = new BroadcastChannel(nameOf(db))
  channels.set(db, channel)
  return () => {
    channels.delete(db)
    channel.close()
  }
}

/** How to tell of new readings; who announces nothing on the connection tells nobody. */
export const wordNews =
  (db: Connection): TellWords =>
  (row, words, hash) =>
    channels.get(db)?.postMessage({ row, words, hash } satisfies News)

/**
 * Hears of the words of new readings. What a writer tells before it commits is here before the commit can be seen; what
 * was undone, or was written by another process, is told by the hash.
 */
export function hearWords(db: Connection): HeardWords {
  /** By row the hash of its words; null where words were told twice, and those of the first time undone. */
  const heard = new Map<number, Uint8Array | null>()
  let note = (_row: number, _words: string) => {}
  const channel = new BroadcastChannel(nameOf(db))
  // Node takes either here (worker_threads, receiveMessageOnPort); its types know of ports only.
  const port = channel as unknown as MessagePort
  // Noted one by one as they are told, so that little is left to do at the commit of a hundred.
  function hear({ row, hash, words }: News): void {
    heard.set(row, heard.has(row) ? null : hash)
    note(row, words)
  }
  channel.onmessage = (event) => hear((event as { data: News }).data)
  channel.unref()
  const hearAll = () => {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
      hear(next.message as News)
  }
  return {
    listen(listener) {
      note = listener
    },
    take(row, hash) {
      hearAll()
      const told = heard.get(row)
      heard.delete(row)
      if (told === undefined) return 'untold'
      return told !== null && Buffer.compare(told, hash) === 0 ? 'told' : 'others'
    },
    forget(upTo) {
      hearAll()
      for (const row of heard.keys()) if (row <= upTo) heard.delete(row)
    },
    close: () => channel.close(),
  }
}
