import { expect, test } from 'vitest'
import { indexLast, writeIndex } from '../../src/sqlite/index-last.ts'
import { aReadDocument } from '../contract/opened.ts'
import { actor, now } from '../support/builders.ts'
import { openSqlite } from './open.ts'

/** The segments of which the index is made: the upper bits of where their pages lie (FTS5's documentation of its `%_data` table). */
const segmentsOf = ({ db }: ReturnType<typeof openSqlite>): number =>
  db
    .prepare<[], number>(
      'select count(distinct id >> 37) from reading_fts_data where id >> 37 between 1 and 0xffff',
    )
    .pluck()
    .get() ?? 0

const texts = Array.from({ length: 12 }, (_, page) => `the words of page ${page}`)

test('however many pages are added or brought back at once, the index grows by one segment', async () => {
  const opened = openSqlite()
  const { id } = await aReadDocument(opened, texts)
  // One of its description, one of its pages.
  expect(segmentsOf(opened)).toBe(2)
  await opened.write.documents.remove({ actor, at: now, id })
  await opened.write.documents.restore({ actor, at: now, id })
  expect(segmentsOf(opened)).toBe(3)
})

test('writes are done in their order at the end of the outermost effect', () => {
  const { db } = openSqlite()
  const done: string[] = []
  const write = (what: string) => writeIndex(db, () => done.push(what))
  write('at once')
  const outcome = indexLast(db, () => {
    write('first')
    indexLast(db, () => write('second'))
    write('third')
    return [...done]
  })
  expect(outcome).toEqual(['at once'])
  expect(done).toEqual(['at once', 'first', 'second', 'third'])
})

test('nothing is written of an effect that throws, and all of what goes on around it', () => {
  const { db } = openSqlite()
  const done: string[] = []
  const write = (what: string) => writeIndex(db, () => done.push(what))
  const undone = () => {
    write('undone')
    throw new Error('wrong')
  }
  indexLast(db, () => {
    write('before')
    expect(() => indexLast(db, undone)).toThrow('wrong')
    write('after')
  })
  expect(() => indexLast(db, undone)).toThrow('wrong')
  write('at once')
  expect(done).toEqual(['before', 'after', 'at once'])
})
