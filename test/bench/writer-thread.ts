import { parentPort } from 'node:worker_threads'
import { analysisStamp } from '../../src/sqlite/analysis-stamp.ts'
import { sqliteCollectionWriter } from '../../src/sqlite/collection-writer.ts'
import { sqliteDocumentWriter } from '../../src/sqlite/document-writer.ts'
import { sqliteJobWriter } from '../../src/sqlite/job-writer.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { openForWriting } from '../../src/sqlite/open-database.ts'
import { sqliteTextWriter } from '../../src/sqlite/text-writer.ts'
import { serve } from '../../src/threads/serve.ts'

/** What the thread tells of itself: seconds of CPU time, user and system together, in all and within `addPages`. */
export type Meter = { read(): Promise<{ all: number; texts: number }> }

// The archive's writer thread with a meter.
if (parentPort) {
  serve(parentPort, ({ catalogue }: { catalogue: string }) => {
    const db = openForWriting(catalogue)
    migrate(db)
    analysisStamp(db).begin()
    const texts = sqliteTextWriter(db)
    let spent = 0
    const meter: Meter = { read: async () => ({ all: cpu(), texts: spent }) }
    return {
      collections: sqliteCollectionWriter(db),
      documents: sqliteDocumentWriter(db),
      texts: {
        async addPages(command: Parameters<typeof texts.addPages>[0]) {
          const before = cpu()
          const held = await texts.addPages(command)
          spent += cpu() - before
          return held
        },
      },
      jobs: sqliteJobWriter(db),
      meter,
      thread: { close: async () => void db.close() },
    }
  })
}

function cpu(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}
