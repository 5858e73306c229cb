import type { AttentionReader } from '../ports/attention.ts'
import { isDisputed } from './filter-sql.ts'
import type { Connection } from './open-database.ts'
import { doubtfulPages } from './recognition-reader.ts'
import { suggestionColumns } from './suggestion-rows.ts'

/** What waits for an archivist, counted by a connection that may be read-only. */
export function sqliteAttentionReader(db: Connection): AttentionReader {
  const count = (rows: string) =>
    db.prepare<{ below: number; most: number }, number>(`select count(*) from (${rows} limit :most)`).pluck()
  const pages = count(`select 1 ${doubtfulPages} and d.deleted_at is null group by p.confidence, p.key`)
  const disputed = count(`
    select 1 from description s join document d on d.key = s.document where d.deleted_at is null and ${isDisputed}`)
  const unreadable = count(`
    select 1 from file f join document d on d.key = f.document where f.state = 'failed' and d.deleted_at is null
    group by d.key`)
  const jobs = count(`
    select 1 from job where state = 'failed' and parent is null and batch is null and kind <> 'ingest'`)
  const damaged = count("select 1 from fixity where state <> 'sound'")
  const suggestions = count(`${suggestionColumns} where g.state = 'open'`)
  return {
    async count(bounds) {
      const of = (statement: typeof pages) => statement.get(bounds) ?? 0
      return {
        doubtfulPages: of(pages),
        disputedDocuments: of(disputed),
        unreadableDocuments: of(unreadable),
        failedJobs: of(jobs),
        damagedOriginals: of(damaged),
        suggestions: of(suggestions),
      }
    },
  }
}
