import { describe, expect, onTestFinished, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import { knownMigrations, migrate } from '../../src/sqlite/migrate.ts'
import { openForWriting } from '../../src/sqlite/open-database.ts'
import { aReadDocument } from '../contract/opened.ts'
import { aClaim, aCorrection, actor, now } from '../support/builders.ts'
import { aCataloguePath, openSqlite } from './open.ts'

describe('the step that counts the words of readings', () => {
  test('tells them of an index that was made before it', () => {
    const db = openForWriting(aCataloguePath())
    onTestFinished(() => void db.close())
    migrate(db, knownMigrations().slice(0, 6))
    db.exec(
      `insert into document (key, id, visibility, created_at, updated_at) values (1, 'd', 'public', '', '')`,
    )
    const lengths = [0, 1, 15, 16, 127, 128, 300, 16_383, 16_384, 40_000]
    for (const [at, length] of lengths.entries()) {
      db.prepare(`
        insert into reading (rowid, kind, document, audience, text_hash) values (?, 'page', 1, 'public', x'')`).run(
        at + 1,
      )
      db.prepare('insert into reading_fts (rowid, body) values (?, ?)').run(at + 1, 'a '.repeat(length))
    }
    migrate(db)
    expect(db.prepare('select words from reading order by rowid').pluck().all()).toEqual(lengths)
  })
})

describe('changes that a search must know of', () => {
  const changes = ({ db }: ReturnType<typeof openSqlite>) =>
    db.prepare('select subject, key from search_change order by seq').raw().all()

  test('are told of what was known before, not of what is new', async () => {
    const opened = openSqlite()
    const { id } = await aReadDocument(opened, ['one two', 'three'])
    expect(opened.db.prepare('select words from reading order by rowid').pluck().all()).toEqual([2, 2, 1])
    expect(changes(opened)).toEqual([['document', 1]])
    const page = await opened.texts.page(id, null, 1, everybody)
    await opened.write.texts.correct(aCorrection(page?.id ?? '', 'four'))
    expect(changes(opened).slice(1)).toEqual([['reading', 2]])
    const claims = [aClaim({ document: id, value: { text: 'Another title' }, rank: 'preferred' })]
    await opened.write.documents.revise({ actor, at: now, id, claims, visibility: 'members' })
    const revised = changes(opened).slice(2)
    expect(revised.toSorted()).toEqual([
      ['document', 1],
      ['document', 1],
      ['reading', 1],
      ['reading', 3],
      ['reading', 4],
    ])
  })

  test('are as many for a document of many pages as for one of few, where it is only described anew', async () => {
    const written = async (pages: number) => {
      const opened = openSqlite()
      const { id } = await aReadDocument(opened, Array(pages).fill('one two'))
      const rows = opened.db.prepare<[], number>('select total_changes()').pluck()
      const claims = [aClaim({ document: id, value: { text: 'Another title' }, rank: 'preferred' })]
      const before = rows.get() ?? 0
      await opened.write.documents.revise({ actor, at: now, id, claims })
      return (rows.get() ?? 0) - before
    }
    expect(await written(40)).toBe(await written(2))
  })
})
