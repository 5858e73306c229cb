import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newWords } from '../../../src/sqlite/search/keep-up.ts'
import { recentWords } from '../../../src/sqlite/search/recent-words.ts'
import { announceWords, hearWords } from '../../../src/sqlite/word-news.ts'
import { aReadDocument } from '../../contract/opened.ts'
import { anyText } from '../../domain/search/queries.ts'
import { aCorrection, actor, anAnnotation, now } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

test('the words of recent readings are the tokens of FTS5, place by place, whether they were told or read', async () => {
  const text = fc.array(anyText, { maxLength: 4 }).map((all) => all.join(' the '))
  await fc.assert(
    fc.asyncProperty(text, text, text, text, async (title, page, correction, remark) => {
      const opened = openSqlite()
      const { db } = opened
      const hush = announceWords(db)
      const heard = hearWords(db)
      const told = recentWords()
      const toldWords = newWords(db, heard, told)
      const { id } = await aReadDocument(opened, [page, `night ${page} night`], { description: { title } })
      const [first = ''] = db.prepare<[], string>('select id from page').pluck().all()
      await opened.write.texts.correct(aCorrection(first, correction))
      await opened.write.annotations.add(anAnnotation(id, remark))
      await opened.write.documents.revise({ actor, at: now, id, claims: [], visibility: 'restricted' })
      const rows = db.prepare<[], number>('select rowid from reading where entombed_at is null').pluck().all()
      const last = Math.max(...rows)
      const read = recentWords()
      expect(toldWords.read(0, last)).toBe(true)
      newWords(db, null, read).read(0, last)
      db.exec('create virtual table temp.token using fts5vocab(main, reading_fts, instance)')
      const tokens = db
        .prepare<[number, string], string>(
          'select term from temp.token where doc = ? and col = ? order by offset',
        )
        .pluck()
      expect(rows.length).toBeGreaterThan(3)
      for (const row of rows) {
        const words = tokens.all(row, 'body').join(' ')
        expect(told.wordsOf(row)).toBe(words)
        expect(read.wordsOf(row)).toBe(words)
      }
      heard.close()
      hush()
    }),
    { numRuns: 40 },
  )
})
