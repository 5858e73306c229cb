import { analyse } from '../domain/analysis/analyse.ts'
import { bestLayer, type Layer } from '../domain/text.ts'
import type { Finding } from '../ports/checks.ts'
import type { Connection } from './open-database.ts'
import { hashOfWords } from './readings.ts'
import { readingText } from './search/reading-text.ts'
import { wordSums } from './word-sums.ts'

type LiveRow = {
  rowid: number
  kind: 'page' | 'description' | 'annotation'
  document: number
  id: string
  revision: number | null
  masked: number | null
  language: string | null
  layer: string | null
  text_hash: Buffer
}

/**
 * Compares the index with the texts: every text that should be found has a reading, every reading has its row, and the
 * row holds exactly the text's words at their places. FTS5's own check sees none of this in a contentless index.
 */
export async function* indexCheck(db: Connection): AsyncGenerator<Finding> {
  db.exec('begin')
  try {
    yield* missingReadings(db)
    yield* wrongRows(db)
  } finally {
    db.exec('commit')
  }
}

function* wrongRows(db: Connection): Generator<Finding> {
  const live = db.prepare<[], LiveRow>(`
    select r.rowid, r.kind, r.layer, r.document, d.id, r.revision, r.masked, r.language, r.text_hash
    from reading r join document d on d.key = r.document where r.entombed_at is null order by r.rowid`)
  const textOf = readingText(db)
  const indexed = wordSums(db)
  for (const row of live.iterate()) {
    const words = analyse(textOf(row), row.language).map(({ word }) => word)
    if (!hashOfWords(words.join(' ')).equals(row.text_hash)) {
      yield { document: row.id, says: `A ${row.kind} was indexed from another text than it has now.` }
    }
    const fault = indexed.take(row.rowid, words)
    if (fault) yield { document: row.id, says: `A ${row.kind} ${fault}` }
  }
  const ghosts = indexed.rest()
  if (ghosts > 0) yield { document: null, says: `The index holds ${ghosts} rows that no text stands behind.` }
}

function* missingReadings(db: Connection): Generator<Finding> {
  const undescribed = db.prepare<[], { id: string }>(`
    select d.id from document d where d.deleted_at is null and not exists
      (select 1 from reading where document = d.key and kind = 'description' and entombed_at is null)`)
  for (const { id } of undescribed.iterate())
    yield { document: id, says: 'Its description is not in the index.' }

  const newest = db.prepare<[], { page: number; layers: string; garbled: number }>(`
    select n.page, group_concat(n.layer || '=' || n.key, ' ') as layers, p.garbled
    from (select page, layer, withdraws, max(key) as key from text_revision group by page, layer) n
    join page p on p.key = n.page where n.withdraws = 0 group by n.page`)
  const bearers = db.prepare<[number], { key: number; id: string; number: number }>(`
    select distinct d.key, d.id, wp.number from witness_page wp join witness w on w.key = wp.witness
    join document d on d.key = w.document where wp.page = ? and d.deleted_at is null`)
  const hasReading = db
    .prepare<[number, number], number>(
      "select 1 from reading where document = ? and revision = ? and kind = 'page' and entombed_at is null",
    )
    .pluck()
  for (const { page, layers, garbled } of newest.iterate()) {
    for (const revision of wantedRevisions(layers, garbled === 1)) {
      for (const { key, id, number } of bearers.all(page)) {
        if (!hasReading.get(key, revision))
          yield { document: id, says: `The text of page ${number} is not in the index.` }
      }
    }
  }
}

/** Of `layer=key` pairs, the keys that should be found: of the best layer and of each translation. */
function wantedRevisions(pairs: string, isGarbled: boolean): number[] {
  const newest = pairs.split(' ').map((pair) => pair.split('=') as [Layer, string])
  const layers = newest.map(([layer]) => layer)
  const best = bestLayer(layers, isGarbled)
  return newest.flatMap(([layer, key]) =>
    layer === best || layer.startsWith('translation:') ? [Number(key)] : [],
  )
}
