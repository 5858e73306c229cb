import { BroadcastChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Connection } from './open-database.ts'

/** The words of a new reading, joined by spaces, and the hash that its row keeps of them. */
type News = { row: number; words: string; hash: Uint8Array }

/** Tells of the words of a new reading. */
export type TellWords = (row: number, words: string, hash: Uint8Array) => void

/** How often each word stands in a reading. */
export type WordCounts = ReadonlyMap<string, number>

/** Words of new readings that were told of. */
export type HeardWords = {
  /** The words of a reading, once; null where nobody told of them, or of others. */
  take(row: number, hash: Uint8Array): WordCounts | null
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
  const heard = new Map<number, { hash: Uint8Array; counts: WordCounts }>()
  const channel = new BroadcastChannel(nameOf(db))
  // Node takes either here (worker_threads, receiveMessageOnPort); its types know of ports only.
  const port = channel as unknown as MessagePort
  // Counted one by one as they are told, so that little is left to do at the commit of a hundred.
  const note = ({ row, hash, words }: News) => void heard.set(row, { hash, counts: countsOf(words) })
  channel.onmessage = (event) => note((event as { data: News }).data)
  channel.unref()
  const listen = () => {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
      note(next.message as News)
  }
  return {
    take(row, hash) {
      listen()
      const news = heard.get(row)
      heard.delete(row)
      return news && Buffer.compare(news.hash, hash) === 0 ? news.counts : null
    },
    forget(upTo) {
      listen()
      for (const row of heard.keys()) if (row <= upTo) heard.delete(row)
    },
    close: () => channel.close(),
  }
}

/** How often each of the words stands in a text of words joined by spaces. */
export function countsOf(words: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words.split(' ')) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
