import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { sqliteAccountReader } from '../../src/sqlite/account-reader.ts'
import { sqliteAccountWriter } from '../../src/sqlite/account-writer.ts'
import { analysisStamp } from '../../src/sqlite/analysis-stamp.ts'
import { sqliteAnnotationReader } from '../../src/sqlite/annotation-reader.ts'
import { sqliteAnnotationWriter } from '../../src/sqlite/annotation-writer.ts'
import { sqliteAuditReader } from '../../src/sqlite/audit-reader.ts'
import { sqliteAuditWriter } from '../../src/sqlite/audit-writer.ts'
import { sqliteAuthorityReader } from '../../src/sqlite/authority-reader.ts'
import { sqliteAuthorityWriter } from '../../src/sqlite/authority-writer.ts'
import { sqliteBatchReader } from '../../src/sqlite/batch-reader.ts'
import { sqliteBatchWriter } from '../../src/sqlite/batch-writer.ts'
import { sqliteCanvasReader } from '../../src/sqlite/canvas-reader.ts'
import { sqliteChecks } from '../../src/sqlite/checks.ts'
import { sqliteClaimReader } from '../../src/sqlite/claim-reader.ts'
import { sqliteClaimWriter } from '../../src/sqlite/claim-writer.ts'
import { sqliteCollectionReader } from '../../src/sqlite/collection-reader.ts'
import { sqliteCollectionWriter } from '../../src/sqlite/collection-writer.ts'
import { sqliteDocumentReader } from '../../src/sqlite/document-reader.ts'
import { sqliteDocumentWriter } from '../../src/sqlite/document-writer.ts'
import { sqliteGroupReader, sqliteGroupWriter } from '../../src/sqlite/group-store.ts'
import { sqliteHistoryReader } from '../../src/sqlite/history-reader.ts'
import { sqliteImportReader } from '../../src/sqlite/import-reader.ts'
import { sqliteImportWriter } from '../../src/sqlite/import-writer.ts'
import { sqliteJobReader } from '../../src/sqlite/job-reader.ts'
import { sqliteJobWriter } from '../../src/sqlite/job-writer.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { openForReading, openForWriting } from '../../src/sqlite/open-database.ts'
import { sqlitePageImageReader } from '../../src/sqlite/page-image-reader.ts'
import { sqlitePageImageWriter } from '../../src/sqlite/page-image-writer.ts'
import { sqlitePageMatcher } from '../../src/sqlite/page-matcher.ts'
import { sqlitePageMatchingReader } from '../../src/sqlite/page-matching-reader.ts'
import { sqlitePageWorkReader } from '../../src/sqlite/page-work-reader.ts'
import { sqlitePageWorkWriter } from '../../src/sqlite/page-work-writer.ts'
import { sqliteRecognitionReader } from '../../src/sqlite/recognition-reader.ts'
import { sqliteRecognitionWriter } from '../../src/sqlite/recognition-writer.ts'
import { sqliteSearchIndex } from '../../src/sqlite/search/search-index.ts'
import { sqliteSessionReader, sqliteSessionWriter } from '../../src/sqlite/session-store.ts'
import { sqliteSourceReader } from '../../src/sqlite/source-reader.ts'
import { sqliteSourceWriter } from '../../src/sqlite/source-writer.ts'
import { sqliteTextReader } from '../../src/sqlite/text-reader.ts'
import { sqliteTextWriter } from '../../src/sqlite/text-writer.ts'
import { sqliteTokenReader, sqliteTokenWriter } from '../../src/sqlite/token-store.ts'
import { sqliteUploadReader, sqliteUploadWriter } from '../../src/sqlite/upload-store.ts'
import { sqliteWitnessReader } from '../../src/sqlite/witness-reader.ts'
import { sqliteWitnessWriter } from '../../src/sqlite/witness-writer.ts'

/** The path of a catalogue that is not there yet, in a folder that goes away with the test. */
export function aCataloguePath(): string {
  const home = mkdtempSync(join(tmpdir(), 'fonds-sqlite-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return join(home, 'catalogue.sqlite')
}

/** What is found is all, however busy the machine is that tests it. */
const patience = 60_000

let empty: Buffer | null = null

/** The bytes of a catalogue in which nothing is. */
function anEmptyCatalogue(): Buffer {
  const path = aCataloguePath()
  const db = openForWriting(path)
  migrate(db)
  analysisStamp(db).begin()
  db.close()
  return readFileSync(path)
}

type Made<T> = { [Name in keyof T]: T[Name] extends () => infer Store ? Store : never }

/** Stores of which each is made when a test first asks for it: to prepare the statements of all takes longer than most tests. */
function whenAsked<T extends Record<string, () => object>>(makers: T): Made<T> {
  const stores = {}
  for (const [name, make] of Object.entries(makers)) {
    let made: object | null = null
    const get = () => {
      made ??= make()
      return made
    }
    Object.defineProperty(stores, name, { get, enumerable: true })
  }
  return stores as Made<T>
}

/** All stores over a new catalogue: one connection writes, one reads, one searches, as when it is served. */
export function openSqlite() {
  const path = aCataloguePath()
  empty ??= anEmptyCatalogue()
  writeFileSync(path, empty)
  const writing = openForWriting(path)
  const reading = openForReading(path)
  const searching = openForReading(path)
  onTestFinished(() => {
    for (const db of [searching, reading, writing]) db.close()
  })
  const read = whenAsked({
    documents: () => sqliteDocumentReader(reading),
    claims: () => sqliteClaimReader(reading),
    authorities: () => sqliteAuthorityReader(reading),
    sources: () => sqliteSourceReader(reading),
    collections: () => sqliteCollectionReader(reading),
    witnesses: () => sqliteWitnessReader(reading),
    history: () => sqliteHistoryReader(reading),
    texts: () => sqliteTextReader(reading),
    pageWork: () => sqlitePageWorkReader(reading),
    canvases: () => sqliteCanvasReader(reading),
    jobs: () => sqliteJobReader(reading),
    matching: () => sqlitePageMatchingReader(reading),
    imports: () => sqliteImportReader(reading),
    batches: () => sqliteBatchReader(reading),
    uploads: () => sqliteUploadReader(reading),
    annotations: () => sqliteAnnotationReader(reading),
    accounts: () => sqliteAccountReader(reading),
    groups: () => sqliteGroupReader(reading),
    sessions: () => sqliteSessionReader(reading),
    audit: () => sqliteAuditReader(reading),
    tokens: () => sqliteTokenReader(reading),
    pageImages: () => sqlitePageImageReader(reading),
    recognition: () => sqliteRecognitionReader(reading),
    checks: () => sqliteChecks(reading),
  })
  const write = whenAsked({
    documents: () => sqliteDocumentWriter(writing),
    claims: () => sqliteClaimWriter(writing),
    authorities: () => sqliteAuthorityWriter(writing),
    sources: () => sqliteSourceWriter(writing),
    collections: () => sqliteCollectionWriter(writing),
    witnesses: () => sqliteWitnessWriter(writing),
    texts: () => sqliteTextWriter(writing),
    pageWork: () => sqlitePageWorkWriter(writing),
    jobs: () => sqliteJobWriter(writing),
    matching: () => sqlitePageMatcher(writing),
    imports: () => sqliteImportWriter(writing),
    batches: () => sqliteBatchWriter(writing),
    uploads: () => sqliteUploadWriter(writing),
    annotations: () => sqliteAnnotationWriter(writing),
    accounts: () => sqliteAccountWriter(writing),
    groups: () => sqliteGroupWriter(writing),
    sessions: () => sqliteSessionWriter(writing),
    audit: () => sqliteAuditWriter(writing),
    tokens: () => sqliteTokenWriter(writing),
    pageImages: () => sqlitePageImageWriter(writing),
    recognition: () => sqliteRecognitionWriter(writing),
  })
  return Object.assign(read, {
    write,
    // It learns what is written from then on as when it is served.
    search: sqliteSearchIndex(searching, { patience }),
    reopen: (options: { mostGrown?: number; mostRecent?: number; mostRows?: number } = {}) =>
      sqliteSearchIndex(searching, { patience, ...options }),
    /** The writing connection, for what no port tells. */
    db: writing,
    path,
  })
}
