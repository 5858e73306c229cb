import { parentPort } from 'node:worker_threads'
import { isDamage } from '../domain/errors.ts'
import { inOtherScript } from '../domain/transliteration/in-other-script.ts'
import { sqliteDatingReader } from '../sqlite/dating-reader.ts'
import { openForReading } from '../sqlite/open-database.ts'
import { sqliteSearchIndex } from '../sqlite/search/search-index.ts'
import { hearWords } from '../sqlite/word-news.ts'
import { serve } from './serve.ts'

/** So often, in milliseconds, it is looked after what was written, so that a query finds little left to take in. */
const keepUpEvery = 50

// Searching has a connection and a thread of its own, so that no query ever stands on the event loop. Nor does
// a dating, which may have to look at thousands of documents.
if (parentPort) {
  serve(parentPort, ({ catalogue, memory }: { catalogue: string; memory: number }) => {
    const db = openForReading(catalogue)
    const heard = hearWords(db)
    const search = sqliteSearchIndex(db, { memory, heard })
    const keepUp = () => {
      try {
        search.keepUp()
      } catch (error) {
        // Whoever searches is told; the rest is served.
        if (!isDamage(error)) throw error
      }
    }
    const keepingUp = setInterval(keepUp, keepUpEvery)
    const close = async () => {
      clearInterval(keepingUp)
      heard.close()
      db.close()
    }
    // Its tables are made at the first name, which need not wait for them.
    const warm = async () => void inOtherScript('Serov')
    return { search, datings: sqliteDatingReader(db), thread: { warm, close } }
  })
}
