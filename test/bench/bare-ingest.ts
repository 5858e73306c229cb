import { openForWriting } from '../../src/sqlite/open-database.ts'
import type { MadeDocument } from './corpus.ts'
import { readOut } from './load.ts'
import { costOf } from './measure.ts'

/** CPU seconds in which FTS5 alone, on the same connection, takes in the same words in the same transactions. */
export async function bareIngest(path: string, documents: Iterable<MadeDocument>): Promise<number> {
  const db = openForWriting(path)
  db.exec(
    "create virtual table bare using fts5(body, content = '', contentless_delete = 1, tokenize = 'ascii')",
  )
  const insert = db.prepare('insert into bare (body) values (?)')
  const insertAll = db.transaction((pages: readonly { words: string }[]) => {
    for (const { words } of pages) insert.run(words)
  })
  let seconds = 0
  for (const { pages } of documents) {
    for await (const step of readOut(pages)) {
      if (step.kind === 'pages') seconds += await costOf(() => insertAll.immediate(step.pages))
    }
  }
  db.close()
  return seconds
}
