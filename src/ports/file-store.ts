import type { Readable } from 'node:stream'

/** Bytes under their SHA-256 (64 lower-case hex digits). Paths never escape it. */
export type FileStore = {
  /** A path for a file that is being received; what is left there by a crash is swept at the next start. */
  incoming(): Promise<string>
  /** The path of what is uploaded in pieces under an id (letters and digits); it survives restarts. */
  partial(id: string): Promise<string>
  /** That the pieces of an upload have a place survives a loss of power from now on. */
  syncPartials(): Promise<void>
  /** The ids of which there are pieces, and when they were changed last (milliseconds since 1970). */
  partials(): Promise<{ id: string; changedAt: number }[]>
  /** Moves a local file in, synced to disk before it returns; the same bytes twice are kept once. */
  put(localFile: string, sha256: string): Promise<void>
  /** The size in bytes and when they came (milliseconds since 1970), or null where there are none. */
  stat(sha256: string): Promise<{ bytes: number; storedAt: number } | null>
  /** Bytes `from` to `to`, both inclusive. */
  openRange(sha256: string, from: number, to: number): Promise<Readable>
  /** Lends a path that holds the bytes while `use` runs; it must not be written to. */
  withLocalFile<T>(sha256: string, use: (path: string) => Promise<T>): Promise<T>
  delete(sha256: string): Promise<void>
  /** Removes what processes that are gone left unfinished, now (milliseconds since 1970); returns how many files that were. */
  sweepIncoming(now: number): Promise<number>
  /** All digests in ascending order, in pages. */
  list(cursor: string | null): Promise<{ digests: string[]; next: string | null }>
}
