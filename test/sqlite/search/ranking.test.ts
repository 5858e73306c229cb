import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fts5Model } from '../../../src/domain/ranking/bm25.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { searchGround } from '../../../src/sqlite/search/ground.ts'
import { matchExpression } from '../../../src/sqlite/search/match-expression.ts'
import { memoryOf } from '../../../src/sqlite/search/memory.ts'
import { announceWords, hearWords } from '../../../src/sqlite/word-news.ts'
import { aReadDocument } from '../../contract/opened.ts'
import { openSqlite } from '../open.ts'

const words = ['night', 'train', 'wagon', 'order', 'village', 'winter']
const aPage = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }).map((all) => all.join(' '))
const quoted = fc.constantFrom(...words).map((word) => `"${word}"`)
const aQuery = fc.oneof(
  quoted,
  fc.uniqueArray(quoted, { minLength: 2, maxLength: 3 }).map((all) => all.join(' ')),
  fc.uniqueArray(quoted, { minLength: 2, maxLength: 4 }).map((all) => all.join(' OR ')),
  fc.tuple(quoted, quoted).map(([a, b]) => (a === b ? a : `${a} -${b}`)),
)

describe('ranking by lists', () => {
  test('finds the rows that FTS5 finds, with the scores of its bm25, also rows that came after the lists', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aPage, { minLength: 1, maxLength: 12 }),
        fc.array(aPage, { minLength: 1, maxLength: 4 }),
        fc.array(aQuery, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (first, later, queries, isAnnounced) => {
          const opened = openSqlite()
          const hush = isAnnounced ? announceWords(opened.db) : () => {}
          await aReadDocument(opened, first)
          const db = openForReading(opened.path)
          const heard = hearWords(db)
          const ground = searchGround(db, memoryOf(2 ** 20), { mostForWords: 2 ** 20, heard })
          const compare = (q: string) => {
            const { root } = parseQuery(q)
            const theirs = db
              .prepare<[string], { rowid: number; score: number }>(
                'select rowid, -rank as score from reading_fts where reading_fts match ? order by rowid',
              )
              .all(matchExpression(root))
            const ours = ground.asOfNow(() => {
              const asked = {
                upTo: ground.held.readings.last,
                model: fts5Model,
                otherScript: false,
                inTime: () => true,
              }
              const { rows } = ground.find(root, asked, {
                seen: new Uint8Array(),
                rows: () => true,
                documents: () => true,
              }).found
              const scores = rows.scores()
              return Array.from(rows.ids.subarray(0, rows.size), (rowid, at) => ({
                rowid,
                score: scores[at] ?? 0,
              }))
            })
            expect(ours.map(({ rowid }) => rowid)).toEqual(theirs.map(({ rowid }) => rowid))
            for (const [at, { score }] of ours.entries())
              expect(score).toBeCloseTo(theirs[at]?.score ?? Number.NaN, 4)
          }
          for (const q of queries) compare(q)
          await aReadDocument(opened, later)
          for (const q of queries) compare(q)
          hush()
          heard.close()
          db.close()
        },
      ),
      { numRuns: 25 },
    )
  })
})
