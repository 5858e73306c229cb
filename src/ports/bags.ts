import type { Copied } from './backups.ts'
import type { FileStore } from './file-store.ts'

/** A row of what the archive knows, with the names of `docs/bags.md`; what it does not say is left out. */
export type FactRecord = { readonly [field: string]: unknown }

/** Bytes that a row names, and as what for people; `isKept` where a document has them. */
export type NamedBytes = { sha256: string; bytes: number | null; name: string; isKept: boolean }

export type BaggedDocument = { key: number; id: string; title: string; isDeleted: boolean }

/** What an archive knows at one moment, without what is made from it and without secrets. */
export type ArchiveFacts = {
  /** When the archive was made: what tells it from others. */
  madeAt: string
  countDocuments(): number
  /** Documents after a key, a hundred at a time, deleted ones too. */
  documents(after: number): BaggedDocument[]
  /** The kinds of records that a document has, or (null) what documents share, each with its rows one after another. */
  records(document: number | null): Iterable<{ record: string; rows: Iterable<FactRecord> }>
  /** The bytes that a document names, or (null) what is still on its way into the archive. */
  originals(document: number | null): Iterable<NamedBytes>
  close(): void
}

/** An archive that is being built from records. */
export type FactsTaken = {
  /** How a row of a record is taken, as it comes; null of a record that is not known. ArchiveError('invalid-input') where it is not of its form. */
  taker(record: string): ((row: unknown) => void) | null
  /** The records of which a row names what no row is. */
  strays(): string[]
  /** Makes all that is made from the facts; tells how many documents of how many are done. */
  derive(at: string, tell: (done: number, total: number) => void): Promise<void>
  /** Leaves it in one file. */
  close(): void
}

/** A bag that is being written; nothing takes it for one before it is closed. */
export type BagWriter = {
  /** Writes a file of the payload from pieces of text; where there is no piece, there is no file. */
  write(path: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void>
  /** Copies an original into the payload, hashed on its way: what is not right does not stay. */
  copy(path: string, from: FileStore, original: { sha256: string; bytes: number | null }): Promise<Copied>
  /** Writes manifests and tags, syncs all, and gives the bag its name. */
  close(info: readonly (readonly [label: string, value: string | null])[]): Promise<void>
}

/** A folder into which an archive is written as bags. */
export type BagsFolder = {
  where: string
  /** ArchiveError('conflict') where it holds something else, or a whole archive already; 'locked' while another writes it. */
  begin(): Promise<() => void>
  /** The copy of the catalogue from which all bags are made, and when it was made; null where none is there yet. */
  copied(): Promise<{ path: string; at: string } | null>
  /** Has a copy made and keeps it, however often the export is interrupted from then on. */
  keepCopy(at: string, make: (path: string) => Promise<void>): Promise<{ path: string; at: string }>
  /** The SHA-256 of the tag manifest of a bag that was closed and whose tag files are as that says; null where there is none. */
  digest(bag: string): Promise<string | null>
  open(bag: string): Promise<BagWriter>
  /** Removes what was only needed on the way. */
  finish(): Promise<void>
}

/** A bag that is being read. */
export type BagReader = {
  where: string
  info: ReadonlyMap<string, string>
  /** The SHA-256 of its tag manifest; null where it has none by SHA-256. */
  digest: string | null
  tags: readonly string[]
  /** The paths of its payload, in order. */
  payload: readonly string[]
  /** The lines of a file; TypeError where it is not UTF-8, RangeError where one is too long. */
  lines(path: string): AsyncIterable<string>
  /** Copies an original of the payload into a store. */
  copy(path: string, sha256: string, to: FileStore): Promise<Copied>
}

/** What a check of a bag found: nothing, and it is complete and valid in the words of RFC 8493. */
export type BagChecked = { faults: string[]; files: number; bytes: number }

export type BagsSource = {
  where: string
  /** Whether an export into it has not ended yet. */
  isUnfinished(): Promise<boolean>
  /** The bags that lie there: the folder itself, or those of an archive; ArchiveError('not-found') where there is none. */
  bags(): AsyncIterable<string>
  check(bag: string): Promise<BagChecked>
  open(bag: string): Promise<BagReader>
}
