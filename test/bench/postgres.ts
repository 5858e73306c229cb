import { Client } from 'pg'
import { analyse, indexText } from '../../src/domain/analysis/analyse.ts'
import type { Connection } from '../../src/sqlite/open-database.ts'
import type { Contender } from './contenders.ts'
import { startPostgres } from './postgres-cluster.ts'
import { progress } from './progress.ts'
import type { Class } from './queries.ts'

const batch = 1000

/**
 * PostgreSQL's full text over the same words with a GIN index: row numbers of the twenty best pages by ts_rank. It knows
 * no inflected forms of ours. Null where it is not installed.
 */
export async function postgres(db: Connection): Promise<Contender | null> {
  const cluster = await startPostgres()
  if (!cluster) return null
  const client = new Client({ host: cluster.host, user: cluster.user, database: 'postgres' })
  const close = async () => {
    await client.end()
    await cluster.stop()
  }
  try {
    await client.connect()
    await fill(client, db)
  } catch (error) {
    await close()
    throw error
  }
  return {
    name: `PostgreSQL ${cluster.version}`,
    search(q, of) {
      const query = tsquery(q, of)
      if (query === null) return null
      return client
        .query({ name: 'search', text: search, values: [query] })
        .then(({ rowCount }) => rowCount ?? 0)
    },
    close,
  }
}

const search = `
  select id from page, to_tsquery('simple', $1) query
  where words @@ query order by ts_rank(words, query) desc limit 20`

async function fill(client: Client, db: Connection): Promise<void> {
  await client.query('create table page (id bigint primary key, words tsvector not null)')
  const count = db.prepare<[], number>('select count(*) from text_revision').pluck().get() ?? 0
  const texts = db.prepare<[], { key: number; content: string }>('select key, content from text_revision')
  const say = progress('indexing for PostgreSQL', count)
  let ids: number[] = []
  let words: string[] = []
  let done = 0
  for (const { key, content } of texts.iterate()) {
    ids.push(key)
    words.push(indexText(analyse(content, null)))
    done++
    if (ids.length < batch && done < count) continue
    const values = [ids, words]
    await client.query(
      `insert into page select id, to_tsvector('simple', text) from unnest($1::bigint[], $2::text[]) as t (id, text)`,
      values,
    )
    say(done)
    ids = []
    words = []
  }
  await client.query('create index page_words on page using gin (words)')
  await client.query('vacuum analyze page')
}

/** A query of the benchmark as PostgreSQL writes it. */
function tsquery(q: string, of: Class): string | null {
  if (of.endsWith('any form')) return null
  if (of === 'prefix') return `'${q.slice(0, -1)}':*`
  const words = q.match(/[^\s"]+/g)?.filter((word) => word !== 'OR') ?? []
  const operator = of === 'or' ? '|' : of === 'phrase' ? '<->' : '&'
  return words.map((word) => `'${word}'`).join(` ${operator} `)
}
