import type { Point } from '../domain/backup/point.ts'
import type { FileStore } from './file-store.ts'

/** An original that a catalogue names; `isKept` where a document has it, not only what is still on its way. */
export type OriginalOfCopy = { sha256: string; bytes: number | null; isKept: boolean }

/** What became of bytes that were to be copied: they are not there, cannot be read, or are not what their name says. */
export type Copied = 'copied' | 'known' | 'missing' | 'unreadable' | 'damaged'

/**
 * Copies an original from one store to another, hashed on its way, so that nothing arrives but what is right. What has
 * the right size there is known, unless it is to be replaced; it goes only when the right bytes are there.
 */
export type CopyOriginal = (
  from: FileStore,
  to: FileStore,
  original: { sha256: string; bytes: number | null },
  replace?: boolean,
) => Promise<Copied>

/** A catalogue that is in use, of which a copy can be made. */
export type LiveCatalogue = {
  /** When the archive was made: what tells it from others. */
  madeAt(): string
  /** Writes one state of it to a new file that needs no other beside it, however much is written meanwhile. */
  copyTo(path: string, tell: (done: number, total: number) => void): Promise<void>
}

/** A copy of a catalogue, read. */
export type CopiedCatalogue = {
  madeAt(): string
  /** What the database says is wrong with itself. */
  faults(): string[]
  count(): number
  originals(): Iterable<OriginalOfCopy>
  names(sha256: string): boolean
  /** A document that has the bytes, and as what, for people. */
  about(sha256: string): { document: string; title: string; name: string } | null
  close(): void
}

/** Opens a copy. ArchiveError('locked') where a newer program wrote it. */
export type OpenCopy = (path: string) => CopiedCatalogue

/** A folder that holds points in time of one archive, and the originals that any of them names, each once. */
export type BackupFolder = {
  where: string
  originals: FileStore
  /** Makes the folder a backup of the archive made at a time. ArchiveError('conflict') where it holds something else. */
  claim(madeAt: string): Promise<void>
  /** Throws ArchiveError('not-found') where the folder is no backup. */
  expect(): Promise<void>
  /** Lets nobody else change it. ArchiveError('locked') when somebody does; returns how to let go. */
  lock(): () => void
  /** The whole points, the oldest first, and the names of those whose manifest cannot be read. */
  points(): Promise<{ points: Point[]; broken: string[] }>
  databaseOf(point: Point): string
  /** Whether a point's database has the bytes that its manifest tells. */
  isIntact(point: Point): Promise<boolean>
  /** Throws away what an interrupted run left, and makes a place for the database of a new point. */
  begin(): Promise<string>
  /** Makes what was begun a point; before it returns, nothing takes it for one. */
  finish(database: string, made: Pick<Point, 'at' | 'originals' | 'lacking'>): Promise<Point>
  remove(point: Point): Promise<void>
  /** Puts bytes that are not what their name says out of the way, where the folder can be written. */
  setAside(sha256: string): Promise<void>
}

/** An archive that is being restored: nothing serves it before it is finished. */
export type Restoring = {
  files: FileStore
  /** Takes the archive's lock; returns how to let go. */
  lock(): () => void
  /** ArchiveError('conflict') where there is anything but what an earlier restore left. */
  expect(): Promise<void>
  /** Marks the folder as being restored, so that nothing makes an archive there. */
  begin(): Promise<void>
  /** Copies a database, checked against its SHA-256; returns whether it was right. */
  takeDatabase(from: string, sha256: string): Promise<boolean>
  /** Where a database that comes from elsewhere is to be built, which nothing takes for one before it is finished. */
  database(): string
  finish(): Promise<void>
}
