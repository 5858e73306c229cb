import { BroadcastChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Connection } from './open-database.ts'

/** The words of a new reading, joined by spaces, and the hash that its row keeps of them. */
type News = { row: number; words: string; hash: Uint8Array }

/** Tells of the words of a new reading. */
export type TellWords = (row: number, words: string, hash: Uint8Array) => void

/** Words of new readings that were told of. */
export type HeardWords = {
  /** The words of a reading, once; null where nobody told of them, or of others. */
  take(row: number, hash: Uint8Array): string | null
  /** Forgets what nobody has taken. */
  clear(): void
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
  const heard = new Map<number, News>()
  const channel = new BroadcastChannel(nameOf(db))
  // Node takes either here (worker_threads, receiveMessageOnPort); its types know of ports only.
  const port = channel as unknown as MessagePort
  const note = (news: News) => void heard.set(news.row, news)
  channel.onmessage = (event) => note((event as { data: News }).data)
  channel.unref()
  return {
    take(row, hash) {
      for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
        note(next.message as News)
      const news = heard.get(row)
      heard.delete(row)
      return news && Buffer.compare(news.hash, hash) === 0 ? news.words : null
    },
    clear: () => heard.clear(),
    close: () => channel.close(),
  }
}
