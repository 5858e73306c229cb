import { openForWriting } from '../../src/sqlite/open-database.ts'
import { makePage } from '../../src/tools/extract/make-page.ts'
import { corpus } from './corpus.ts'
import { costOf } from './measure.ts'

const batch = 25

/** CPU seconds in which FTS5 alone, on the same connection, takes in the same words in transactions of 25 pages. */
export async function bareIngest(path: string, pageCount: number): Promise<number> {
  const db = openForWriting(path)
  db.exec(
    "create virtual table bare using fts5(body, content = '', contentless_delete = 1, tokenize = 'ascii')",
  )
  const insert = db.prepare('insert into bare (body) values (?)')
  const insertAll = db.transaction((texts: readonly string[]) => {
    for (const text of texts) insert.run(text)
  })
  let seconds = 0
  for (const { pages } of corpus(pageCount)) {
    const words = [...pages].map(
      (content) => makePage({ filePage: 1, label: null, width: null, height: null, content }).words,
    )
    for (let at = 0; at < words.length; at += batch)
      seconds += await costOf(() => insertAll.immediate(words.slice(at, at + batch)))
  }
  db.close()
  return seconds
}
