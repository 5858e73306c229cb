import { parentPort, workerData } from 'node:worker_threads'
import { openForReading } from '../sqlite/open-database.ts'
import { sqliteSearchIndex } from '../sqlite/search/search-index.ts'
import { serve } from './serve.ts'

// Searching has a connection and a thread of its own, so that no query ever stands on the event loop.
if (parentPort) {
  serve(parentPort, () => {
    const { catalogue } = workerData as { catalogue: string }
    const db = openForReading(catalogue)
    return { search: sqliteSearchIndex(db), thread: { close: async () => void db.close() } }
  })
}
