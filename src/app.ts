import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { digestOfSecret } from './actions/secrets.ts'
import type { Config } from './config.ts'
import { derivedIncoming, diskDerivedStore } from './disk/derived-store.ts'
import { diskFileStore } from './disk/file-store.ts'
import { diskRenditionCache } from './disk/rendition-cache.ts'
import { refuseHalfRestored } from './disk/restoring.ts'
import { queueWhatIsLeft } from './ingest/queue-what-is-left.ts'
import { type Runner, type RunnerDeps, runJobs } from './ingest/run-jobs.ts'
import type { AccountWriter } from './ports/accounts.ts'
import type { AnnotationWriter } from './ports/annotations.ts'
import type { AuditWriter } from './ports/audit.ts'
import type { AuthorityWriter } from './ports/authorities.ts'
import type { BatchWriter } from './ports/batches.ts'
import type { ClaimWriter } from './ports/claims.ts'
import type { CollectionWriter } from './ports/collections.ts'
import type { DocumentWriter } from './ports/documents.ts'
import type { FixityWriter } from './ports/fixity.ts'
import type { GroupWriter } from './ports/groups.ts'
import type { ImportWriter } from './ports/imports.ts'
import type { JobWriter } from './ports/jobs.ts'
import type { PageImageWriter } from './ports/page-images.ts'
import type { PageMatchingWriter } from './ports/page-matching.ts'
import type { PageWorkWriter } from './ports/page-work.ts'
import type { RecognitionWriter } from './ports/recognition.ts'
import type { RederivationWriter } from './ports/rederivation.ts'
import type { SessionWriter } from './ports/sessions.ts'
import type { SourceWriter } from './ports/sources.ts'
import type { SuggestionWriter } from './ports/suggestions.ts'
import type { TextWriter } from './ports/texts.ts'
import type { TokenWriter } from './ports/tokens.ts'
import type { UploadWriter } from './ports/uploads.ts'
import type { WithholdingWriter } from './ports/withholding.ts'
import type { WitnessWriter } from './ports/witnesses.ts'
import { sqliteAccountReader } from './sqlite/account-reader.ts'
import { sqliteAnnotationReader } from './sqlite/annotation-reader.ts'
import { sqliteAnswerReader } from './sqlite/answer-rows.ts'
import { lockArchive } from './sqlite/archive-lock.ts'
import { sqliteArchiveState } from './sqlite/archive-state.ts'
import { sqliteAttentionReader } from './sqlite/attention-reader.ts'
import { sqliteAuditReader } from './sqlite/audit-reader.ts'
import { sqliteAuthorityReader } from './sqlite/authority-reader.ts'
import { sqliteBatchReader } from './sqlite/batch-reader.ts'
import { sqliteCanvasReader } from './sqlite/canvas-reader.ts'
import { sqliteClaimReader } from './sqlite/claim-reader.ts'
import { sqliteCollectionReader } from './sqlite/collection-reader.ts'
import { damageOf, mendIndexes } from './sqlite/damage.ts'
import { catalogueIn, damagedLogs } from './sqlite/damaged-log.ts'
import { sqliteDocumentReader } from './sqlite/document-reader.ts'
import { sqliteFixityReader } from './sqlite/fixity-store.ts'
import { sqliteGroupReader } from './sqlite/group-store.ts'
import { sqliteHistoryReader } from './sqlite/history-reader.ts'
import { sqliteHoldingReader } from './sqlite/holding-reader.ts'
import { sqliteImportReader } from './sqlite/import-reader.ts'
import { sqliteJobReader } from './sqlite/job-reader.ts'
import { migrate } from './sqlite/migrate.ts'
import { openForReading, openForWriting } from './sqlite/open-database.ts'
import { sqlitePageImageReader } from './sqlite/page-image-reader.ts'
import { sqlitePageMatchingReader } from './sqlite/page-matching-reader.ts'
import { sqlitePageWorkReader } from './sqlite/page-work-reader.ts'
import { sqliteRecognitionReader } from './sqlite/recognition-reader.ts'
import { reindex } from './sqlite/reindex.ts'
import { sqliteSessionReader } from './sqlite/session-store.ts'
import { sqliteSourceReader } from './sqlite/source-reader.ts'
import { sqliteSuggestionReader } from './sqlite/suggestion-reader.ts'
import { sqliteTextReader } from './sqlite/text-reader.ts'
import { sqliteTokenReader } from './sqlite/token-store.ts'
import { sqliteUploadReader } from './sqlite/upload-store.ts'
import { sqliteWithholdingReader } from './sqlite/withholding-reader.ts'
import { sqliteWitnessReader } from './sqlite/witness-reader.ts'
import { startThread } from './threads/connect.ts'
import { mostSearchers, searchersOf } from './threads/searchers.ts'
import { childReaders } from './tools/extract/child-readers.ts'
import { identifier } from './tools/identify.ts'
import { ageClock, clock, newId } from './tools/ids.ts'
import { imageRenderer } from './tools/image/image-renderer.ts'
import { imager } from './tools/image/imager.ts'
import { tableReader } from './tools/import/read-table.ts'
import { kindReader } from './tools/kind-of-file.ts'
import { openIdProvider } from './tools/openid.ts'
import { argonPasswords } from './tools/passwords.ts'
import { pdfMaker } from './tools/pdf-export/pdf-maker.ts'
import { recogniser } from './tools/recognise/recogniser.ts'
import { sealSigner } from './tools/seal-key.ts'

export type Archive = Awaited<ReturnType<typeof openArchive>>
export type Log = RunnerDeps['log'] & Record<'debug' | 'info', (details: object, message: string) => void>

/**
 * Opens the archive in `config.home` and wires its parts: a thread that writes, a thread that searches, a connection
 * that looks things up. Makes the archive if there is none. Jobs wait until `run` is called.
 */
export async function openArchive(config: Config, log: Log, { readers, start } = helpers) {
  refuseHalfRestored(config.home)
  const catalogue = catalogueIn(config.home)
  const writer = await start(new URL('./threads/writer.ts', import.meta.url), { catalogue })
  const searchers = searchersOf(catalogue, {
    writer: foundWriter,
    memory: config.searchMemory,
    count: mostSearchers,
    start,
  })
  const db = openForReading(catalogue)
  for (const says of damagedLogs(catalogue)) log.error({}, says)
  let runner: Runner | null = null
  let extractor: Awaited<ReturnType<typeof childReaders>> | null = null
  let closing = false

  // Who looks at a page never waits behind a thousand that are being ingested.
  const images = imager(imaging(config, config.ingestWorkers))
  const imagesOnDemand = imager({
    ...imaging(config, placesOnDemand),
    waiting: mostWaitingForImages,
  })

  const deps = {
    state: sqliteArchiveState(db),
    documents: sqliteDocumentReader(db),
    claims: sqliteClaimReader(db),
    authorities: sqliteAuthorityReader(db),
    sources: sqliteSourceReader(db),
    collections: sqliteCollectionReader(db),
    holdings: sqliteHoldingReader(db),
    witnesses: sqliteWitnessReader(db),
    history: sqliteHistoryReader(db),
    suggestions: sqliteSuggestionReader(db),
    texts: sqliteTextReader(db),
    pageWork: sqlitePageWorkReader(db),
    canvases: sqliteCanvasReader(db),
    pageImages: sqlitePageImageReader(db),
    recognition: sqliteRecognitionReader(db),
    matching: sqlitePageMatchingReader(db),
    jobs: sqliteJobReader(db),
    imports: sqliteImportReader(db),
    batches: sqliteBatchReader(db),
    uploads: sqliteUploadReader(db),
    annotations: sqliteAnnotationReader(db),
    attention: sqliteAttentionReader(db),
    fixity: sqliteFixityReader(db),
    fixityWriter: writer.store<FixityWriter>('fixity'),
    accounts: sqliteAccountReader(db),
    groups: sqliteGroupReader(db),
    withholding: sqliteWithholdingReader(db),
    sessions: sqliteSessionReader(db),
    tokens: sqliteTokenReader(db),
    answers: sqliteAnswerReader(db),
    documentWriter: writer.store<DocumentWriter>('documents'),
    claimWriter: writer.store<ClaimWriter>('claims'),
    authorityWriter: writer.store<AuthorityWriter>('authorities'),
    sourceWriter: writer.store<SourceWriter>('sources'),
    collectionWriter: writer.store<CollectionWriter>('collections'),
    witnessWriter: writer.store<WitnessWriter>('witnesses'),
    suggestionWriter: writer.store<SuggestionWriter>('suggestions'),
    textWriter: writer.store<TextWriter>('texts'),
    pageWorkWriter: writer.store<PageWorkWriter>('pageWork'),
    pageImageWriter: writer.store<PageImageWriter>('pageImages'),
    recognitionWriter: writer.store<RecognitionWriter>('recognition'),
    rederivation: writer.store<RederivationWriter>('rederivation'),
    matchingWriter: writer.store<PageMatchingWriter>('matching'),
    jobWriter: writer.store<JobWriter>('jobs'),
    importWriter: writer.store<ImportWriter>('imports'),
    batchWriter: writer.store<BatchWriter>('batches'),
    uploadWriter: writer.store<UploadWriter>('uploads'),
    uploadExpiryMs: config.uploadExpiryMs,
    tables: tableReader(),
    kindOf: kindReader(),
    annotationWriter: writer.store<AnnotationWriter>('annotations'),
    accountWriter: writer.store<AccountWriter>('accounts'),
    groupWriter: writer.store<GroupWriter>('groups'),
    withholdingWriter: writer.store<WithholdingWriter>('withholding'),
    sessionWriter: writer.store<SessionWriter>('sessions'),
    tokenWriter: writer.store<TokenWriter>('tokens'),
    auditWriter: writer.store<AuditWriter>('audit'),
    signer: sealSigner(config.home),
    passwords: argonPasswords(),
    provider: config.openId && openIdProvider(config.openId, log),
    searchIndex: searchers.searchIndex,
    datings: searchers.datings,
    files: diskFileStore(config.home),
    derived: diskDerivedStore(config.home),
    pdfs: pdfMaker(config.extract, config.home),
    identifier: identifier(),
    imager: images,
    imagerOnDemand: imagesOnDemand,
    renderer: imageRenderer({
      places: Math.max(1, availableParallelism() - 1),
      waiting: mostWaitingForTiles,
    }),
    renditions: diskRenditionCache(join(config.home, 'derived', 'tiles'), config.tileCache),
    recogniser: recogniser(config.recognition),
    makesImages: config.makesImages,
    newId,
    clock,
    ageClock,
    log,
    maxFile: config.maxFile,
    anonymous: config.anonymous,
    slowQueryMs: config.slowQueryMs,
    searchMemory: config.searchMemory,
    adminDigest: config.adminToken === undefined ? null : digestOfSecret(config.adminToken),
    wake: () => runner?.wake(),
  }

  return {
    deps,
    home: config.home,
    /** What is lost with logs of the database that were found damaged, until somebody has seen to it. */
    losses: () => damagedLogs(catalogue),
    audit: sqliteAuditReader(db),
    /** Resolves with the error when one of the archive's threads has ended by itself: then nothing can go on. */
    broken: new Promise<Error | null>((resolve) => {
      for (const ended of [writer.ended, ...searchers.ended])
        void ended.then((error) => closing || resolve(error))
    }),
    /** Starts what otherwise waits for the first search. */
    warm: () => searchers.warm(),
    /** Takes the archive's lock; ArchiveError('locked') when another process has it. Returns how to let go. */
    lock: () => lockArchive(config.home),
    /** Runs the jobs from now on, those interrupted first. Only who holds the lock may. */
    async run(): Promise<Runner> {
      await deps.jobWriter.release({ at: clock() })
      await queueWhatIsLeft(deps)
      extractor ??= await readers(config.extract)
      runner = runJobs({ ...deps, texts: deps.textWriter, extractor }, config.ingestWorkers)
      return runner
    },
    async close(): Promise<void> {
      closing = true
      await runner?.stop()
      await Promise.all([extractor?.close(), images.close(), imagesOnDemand.close(), deps.recogniser.close()])
      await searchers.close()
      db.close()
      // Last, so that it takes the write-ahead log with it.
      await writer.close()
    },
  }
}

/** What writes the results of a search, in the thread that finds them. */
const foundWriter = new URL('./api/write-found.ts', import.meta.url)

/** What an archive has at work beside it. */
const helpers = { readers: childReaders, start: startThread }

/** A page that takes long leaves a place for the others. */
const placesOnDemand = 2

/** More of those who look at pages without an image are told to come again. */
const mostWaitingForImages = 32
const mostWaitingForTiles = 500

/** A page may take as long and as much as a reader that makes no progress. */
const imaging = ({ home, extract }: Config, places: number) => ({
  limits: { ...extract, wallMs: extract.stallMs },
  reach: { reads: [home], writes: [derivedIncoming(home)] },
  places,
})

/**
 * Opens what making the index anew needs. Takes the archive's lock: ArchiveError('locked') while it is served,
 * ArchiveError('not-found') where there is none.
 */
export function openReindexer(config: Config) {
  const catalogue = catalogueIn(config.home)
  openForReading(catalogue).close()
  const unlock = lockArchive(config.home)
  const db = openForWriting(catalogue)
  migrate(db)
  const damage = damageOf(db)
  return {
    audit: sqliteAuditReader(db),
    /** Makes indexes of the database anew that are damaged; returns which. */
    mend: () => mendIndexes(db, damage),
    run: () => reindex(db, clock(), damage),
    close() {
      db.close()
      unlock()
    },
  }
}

/** What trying to add a folder needs; nothing is opened. */
export const withoutArchive = (config: Config) => ({
  tables: tableReader(),
  kindOf: kindReader(),
  files: diskFileStore(config.home),
  maxFile: config.maxFile,
})
