import type { Command } from './command.ts'

/** What is uploaded in pieces. `bytes` is its whole size, null until it is declared; `sha256` is there once it is whole. */
export type Upload = {
  id: string
  batch: string | null
  name: string
  /** Where it lies within its batch. */
  path: string
  bytes: number | null
  /** As the client sent it. */
  metadata: Readonly<Record<string, string | null>>
  sha256: string | null
  /** How many bytes are known to be on disk; null where that was never noted. */
  received: number | null
  createdAt: string
  expiresAt: string
}

export type UploadReader = {
  /** An upload that has not expired, or null. */
  find(id: string, at: string): Promise<Upload | null>
}

export type UploadWriter = {
  /**
   * ArchiveError('not-found') for a batch that takes no uploads, 'too-large' where the actor has more bytes of uploads that
   * are not whole than `unfinished.most`; `each` is what one may have whose size is not declared.
   */
  create(
    command: Command &
      Omit<Upload, 'sha256' | 'received' | 'createdAt'> & {
        unfinished?: { most: number; each: number } | null
      },
  ): Promise<void>
  /** Says how large it will be. */
  declare(command: { id: string; bytes: number }): Promise<void>
  /** Notes that so many bytes are on disk. */
  receive(command: { id: string; bytes: number }): Promise<void>
  /** Names its bytes, which lie in the file store by now, and puts it on the list of its batch. */
  finish(command: { id: string; at: string; sha256: string; bytes: number }): Promise<void>
  remove(id: string): Promise<void>
  /** Forgets at most so many uploads, and uploads to be grouped, whose time is over; returns the ids of the uploads. */
  expire(command: { at: string; batchesBefore: string; most: number }): Promise<string[]>
}
