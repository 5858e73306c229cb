import type { Config } from './config.ts'
import { sqliteAuthorityReader } from './sqlite/authority-reader.ts'
import { catalogueIn } from './sqlite/damaged-log.ts'
import { sqliteDocumentReader } from './sqlite/document-reader.ts'
import { openForReading } from './sqlite/open-database.ts'
import { startThread } from './threads/connect.ts'
import { searchersOf } from './threads/searchers.ts'
import { clock } from './tools/ids.ts'

/** Opens what a search needs, beside whatever serves the archive. ArchiveError('not-found') where there is none. */
export async function openSearch(config: Config) {
  const catalogue = catalogueIn(config.home)
  const db = openForReading(catalogue)
  const searchers = searchersOf(catalogue, { memory: config.searchMemory, count: 1, start: startThread })
  return {
    deps: {
      documents: sqliteDocumentReader(db),
      authorities: sqliteAuthorityReader(db),
      searchIndex: searchers.searchIndex,
      clock,
    },
    async close(): Promise<void> {
      await searchers.close()
      db.close()
    },
  }
}
