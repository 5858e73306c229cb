import { BroadcastChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Connection } from './open-database.ts'

/** The words of a new reading, joined by spaces, and the hash that its row keeps of them, as Latin-1. */
type NewReading = { row: number; words: string; hash: string }

/** Words that are new to the index, and the tokens of their stems (see terms.ts), both joined by spaces. */
type NewTerms = { batch: number; language: string; words: string; stems: string }

type News = NewReading | NewTerms

/** Tells of the words of a new reading. */
export type TellWords = (row: number, words: string, hash: Buffer) => void

/** Tells of words that are new to the index, with their stems. */
export type TellTerms = (batch: number, language: string, words: string, stems: string) => void

/** Readings and words that were told of before they could be seen. */
export type HeardWords = {
  /** From now on tells of the words of new readings as they come. */
  listen(note: (row: number, words: string) => void): void
  /**
   * Whether what was told of a reading, if anything was, are its words: 'others' where they were undone and others came
   * instead. Asked once.
   */
  take(row: number, hash: Buffer): 'told' | 'untold' | 'others'
  /** The tokens of the stems of a batch of words, joined by spaces; null where they were not told. Asked once. */
  takeStems(batch: number, language: string, words: string): string | null
  /** Forgets the stems of all batches. */
  forgetStems(): void
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
    // As a string: with a buffer the memory that it lies in would be handed over, too.
    channels.get(db)?.postMessage({ row, words, hash: hash.toString('latin1') } satisfies News)

/** How to tell of new words with their stems, so that nobody else has to find these. */
export const termNews =
  (db: Connection): TellTerms =>
  (batch, language, words, stems) =>
    channels.get(db)?.postMessage({ batch, language, words, stems } satisfies News)

/**
 * Hears of the words of new readings. What a writer tells before it commits is here before the commit can be seen; what
 * was undone, or was written by another process, is told by the hash, or by the words themselves.
 */
export function hearWords(db: Connection): HeardWords {
  /** By row the hash of its words; null where words were told twice, and those of the first time undone. */
  const heard = new Map<number, string | null>()
  const terms = new Map<number, NewTerms>()
  let note = (_row: number, _words: string) => {}
  const channel = new BroadcastChannel(nameOf(db))
  // Node takes either here (worker_threads, receiveMessageOnPort); its types know of ports only.
  const port = channel as unknown as MessagePort
  // Noted one by one as they are told, so that little is left to do at the commit of a hundred.
  function hear(news: News): void {
    if ('batch' in news) return void terms.set(news.batch, news)
    const { row, hash, words } = news
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
      return told === hash.toString('latin1') ? 'told' : 'others'
    },
    takeStems(batch, language, words) {
      hearAll()
      const told = terms.get(batch)
      terms.delete(batch)
      return told?.language === language && told.words === words ? told.stems : null
    },
    forgetStems() {
      hearAll()
      terms.clear()
    },
    forget(upTo) {
      hearAll()
      for (const row of heard.keys()) if (row <= upTo) heard.delete(row)
    },
    close: () => channel.close(),
  }
}
