import type { AccountReader, AccountWriter } from '../../src/ports/accounts.ts'
import type { AnnotationReader, AnnotationWriter } from '../../src/ports/annotations.ts'
import type { AuditReader, AuditWriter } from '../../src/ports/audit.ts'
import type { AuthorityReader, AuthorityWriter } from '../../src/ports/authorities.ts'
import type { BatchReader, BatchWriter } from '../../src/ports/batches.ts'
import type { CanvasReader } from '../../src/ports/canvases.ts'
import type { ClaimReader, ClaimWriter } from '../../src/ports/claims.ts'
import type { CollectionReader, CollectionWriter } from '../../src/ports/collections.ts'
import type { Slice } from '../../src/ports/command.ts'
import type { DocumentReader, DocumentWriter } from '../../src/ports/documents.ts'
import type { GroupReader, GroupWriter } from '../../src/ports/groups.ts'
import type { HistoryReader } from '../../src/ports/history.ts'
import type { ImportReader, ImportWriter } from '../../src/ports/imports.ts'
import type { JobReader, JobWriter } from '../../src/ports/jobs.ts'
import type { PageImageReader, PageImageWriter } from '../../src/ports/page-images.ts'
import type { PageMatchingReader, PageMatchingWriter } from '../../src/ports/page-matching.ts'
import type { PageWorkReader, PageWorkWriter } from '../../src/ports/page-work.ts'
import type { RecognitionReader, RecognitionWriter } from '../../src/ports/recognition.ts'
import type { SearchIndex } from '../../src/ports/search-index.ts'
import type { SessionReader, SessionWriter } from '../../src/ports/sessions.ts'
import type { SourceReader, SourceWriter } from '../../src/ports/sources.ts'
import type { TextReader, TextWriter } from '../../src/ports/texts.ts'
import type { TokenReader, TokenWriter } from '../../src/ports/tokens.ts'
import type { UploadReader, UploadWriter } from '../../src/ports/uploads.ts'
import type { WitnessReader, WitnessWriter } from '../../src/ports/witnesses.ts'
import { newId } from '../../src/tools/ids.ts'
import { aDocument, aFile, hoursLater, now, somePages } from '../support/builders.ts'

export type Writers = {
  documents: DocumentWriter
  claims: ClaimWriter
  authorities: AuthorityWriter
  sources: SourceWriter
  collections: CollectionWriter
  witnesses: WitnessWriter
  texts: TextWriter
  pageWork: PageWorkWriter
  jobs: JobWriter
  matching: PageMatchingWriter
  imports: ImportWriter
  batches: BatchWriter
  uploads: UploadWriter
  annotations: AnnotationWriter
  accounts: AccountWriter
  audit: AuditWriter
  groups: GroupWriter
  sessions: SessionWriter
  tokens: TokenWriter
  pageImages: PageImageWriter
  recognition: RecognitionWriter
}

/** An empty archive's stores; who reads and who writes hold connections of their own. */
export type Opened = {
  documents: DocumentReader
  claims: ClaimReader
  authorities: AuthorityReader
  sources: SourceReader
  collections: CollectionReader
  witnesses: WitnessReader
  history: HistoryReader
  texts: TextReader
  pageWork: PageWorkReader
  canvases: CanvasReader
  jobs: JobReader
  matching: PageMatchingReader
  imports: ImportReader
  batches: BatchReader
  uploads: UploadReader
  annotations: AnnotationReader
  accounts: AccountReader
  audit: AuditReader
  groups: GroupReader
  sessions: SessionReader
  tokens: TokenReader
  pageImages: PageImageReader
  recognition: RecognitionReader
  search: SearchIndex
  write: Writers
}

/** Opens an empty archive that goes away with the test. */
export type Open = () => Promise<Opened>

export const all: Slice = { limit: 100, cursor: null }

/** Takes the next job as a worker would; fails where there is none. */
export async function aLease({ write }: Pick<Opened, 'write'>, at = now) {
  const lease = await write.jobs.claim({ at, token: newId('t'), until: hoursLater(1) })
  if (!lease) throw new Error('There is no job to claim.')
  return lease
}

/** Ends a job well. */
export const finish = ({ write }: Pick<Opened, 'write'>, token: string, at = now) =>
  write.jobs.finish({ at, token, file: 'done', message: null, error: null, remark: null })

/** Adds a document with one text file of these pages and reads it to the end. */
export async function aReadDocument(
  opened: Pick<Opened, 'write'>,
  texts: readonly string[],
  part: Parameters<typeof aDocument>[0] = {},
) {
  const command = aDocument({ files: [aFile()], ...part })
  await opened.write.documents.add(command)
  const { token } = await aLease(opened)
  await opened.write.texts.addPages(somePages(token, texts))
  await finish(opened, token)
  return command
}
