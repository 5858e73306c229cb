import { parentPort } from 'node:worker_threads'
import { sqliteAccountWriter } from '../sqlite/account-writer.ts'
import { analysisStamp } from '../sqlite/analysis-stamp.ts'
import { sqliteAnnotationWriter } from '../sqlite/annotation-writer.ts'
import { sqliteAuditWriter } from '../sqlite/audit-writer.ts'
import { sqliteAuthorityWriter } from '../sqlite/authority-writer.ts'
import { sqliteBatchWriter } from '../sqlite/batch-writer.ts'
import { sqliteClaimWriter } from '../sqlite/claim-writer.ts'
import { sqliteCollectionWriter } from '../sqlite/collection-writer.ts'
import { sqliteDocumentWriter } from '../sqlite/document-writer.ts'
import { sqliteFixityWriter } from '../sqlite/fixity-store.ts'
import { sqliteGroupWriter } from '../sqlite/group-store.ts'
import { sqliteImportWriter } from '../sqlite/import-writer.ts'
import { sqliteJobWriter } from '../sqlite/job-writer.ts'
import { migrate } from '../sqlite/migrate.ts'
import { openForWriting } from '../sqlite/open-database.ts'
import { sqlitePageImageWriter } from '../sqlite/page-image-writer.ts'
import { sqlitePageMatcher } from '../sqlite/page-matcher.ts'
import { sqlitePageWorkWriter } from '../sqlite/page-work-writer.ts'
import { sqliteRecognitionWriter } from '../sqlite/recognition-writer.ts'
import { sqliteRederivationWriter } from '../sqlite/rederivation-writer.ts'
import { sqliteSessionWriter } from '../sqlite/session-store.ts'
import { sqliteSourceWriter } from '../sqlite/source-writer.ts'
import { sqliteSuggestionWriter } from '../sqlite/suggestion-writer.ts'
import { sqliteTextWriter } from '../sqlite/text-writer.ts'
import { sqliteTokenWriter } from '../sqlite/token-store.ts'
import { sqliteUploadWriter } from '../sqlite/upload-store.ts'
import { sqliteWithholdingWriter } from '../sqlite/withholding-writer.ts'
import { sqliteWitnessWriter } from '../sqlite/witness-writer.ts'
import { announceWords } from '../sqlite/word-news.ts'
import { giveWay } from './give-way.ts'
import { serve } from './serve.ts'

/** Who searches waits for an answer, while what is taken in may come a little later; children that read files give way by more. */
const steps = 7

// The one thread that writes: it owns the writing connection, so that no commit ever stands on the event loop.
if (parentPort) {
  serve(parentPort, ({ catalogue }: { catalogue: string }) => {
    giveWay(steps)
    const db = openForWriting(catalogue)
    migrate(db)
    analysisStamp(db).begin()
    const hush = announceWords(db)
    const close = async () => {
      hush()
      db.close()
    }
    return {
      documents: sqliteDocumentWriter(db),
      claims: sqliteClaimWriter(db),
      fixity: sqliteFixityWriter(db),
      authorities: sqliteAuthorityWriter(db),
      sources: sqliteSourceWriter(db),
      collections: sqliteCollectionWriter(db),
      witnesses: sqliteWitnessWriter(db),
      suggestions: sqliteSuggestionWriter(db),
      texts: sqliteTextWriter(db),
      withholding: sqliteWithholdingWriter(db),
      pageWork: sqlitePageWorkWriter(db),
      jobs: sqliteJobWriter(db),
      matching: sqlitePageMatcher(db),
      imports: sqliteImportWriter(db),
      batches: sqliteBatchWriter(db),
      uploads: sqliteUploadWriter(db),
      annotations: sqliteAnnotationWriter(db),
      accounts: sqliteAccountWriter(db),
      groups: sqliteGroupWriter(db),
      sessions: sqliteSessionWriter(db),
      tokens: sqliteTokenWriter(db),
      audit: sqliteAuditWriter(db),
      pageImages: sqlitePageImageWriter(db),
      recognition: sqliteRecognitionWriter(db),
      rederivation: sqliteRederivationWriter(db),
      thread: { close },
    }
  })
}
