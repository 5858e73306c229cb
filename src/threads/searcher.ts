import { parentPort } from 'node:worker_threads'
import { isDamage } from '../domain/errors.ts'
import { inOtherScript } from '../domain/transliteration/in-other-script.ts'
import type { SearchIndex, WriteResult, WritingIndex } from '../ports/search-index.ts'
import { sqliteDatingReader } from '../sqlite/dating-reader.ts'
import { openForReading } from '../sqlite/open-database.ts'
import { sqliteSearchIndex } from '../sqlite/search/search-index.ts'
import { hearWords } from '../sqlite/word-news.ts'
import { serve } from './serve.ts'

/** So often, in milliseconds, it is looked after what was written, so that a query finds little left to take in. */
const keepUpEvery = 50

/** `writer` is the address of the file whose `writeFound` writes what is found. */
type Searched = { catalogue: string; memory: number; writer?: string }

// Searching has a connection and a thread of its own, so that no query ever stands on the event loop. Nor does
// a dating, which may have to look at thousands of documents.
if (parentPort) {
  serve(parentPort, ({ catalogue, memory, writer }: Searched) => {
    const db = openForReading(catalogue)
    const heard = hearWords(db)
    const search = sqliteSearchIndex(db, { memory, heard })
    const writing = writesBy(search, writer)
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
    const warm = async () => {
      inOtherScript('Serov')
      if (writer !== undefined) await writing.load()
    }
    return {
      search: { ...search, findWritten: writing.findWritten },
      datings: sqliteDatingReader(db),
      thread: { warm, close },
    }
  })
}

// What writes is loaded when it is needed, or by `warm`.
function writesBy(search: SearchIndex, writer = ''): WritingIndex & { load(): Promise<WriteResult> } {
  let loading: Promise<{ writeFound: WriteResult }> | undefined
  const load = async () => {
    loading ??= import(writer)
    return (await loading).writeFound
  }
  return {
    load,
    async findWritten(request, audience, shown) {
      const write = await load()
      return write(await search.find(request, audience), shown)
    },
  }
}
