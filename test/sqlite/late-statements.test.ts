import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { prepareLate } from '../../src/sqlite/late-statements.ts'

function aConnection() {
  const db = new Database(':memory:')
  prepareLate(db)
  return db
}

describe('a statement', () => {
  test('is compiled when it is first run: its table may come later, its fault is told then', () => {
    const db = aConnection()
    const insert = db.prepare('insert into paper (title) values (?)')
    const titles = db.prepare('select title from paper')
    const wrong = db.prepare('select title from lost')
    db.exec('create table paper (title text) strict')
    expect(insert.run('An order')).toMatchObject({ changes: 1 })
    expect(titles.all()).toEqual([{ title: 'An order' }])
    expect(() => wrong.get()).toThrow('no such table: lost')
  })

  test('gives what it was told to, before it is compiled and after', () => {
    const db = aConnection()
    const one = db.prepare('select 1 as a, :b as b')
    expect(one.pluck().get({ b: 2 })).toBe(1)
    expect(one.pluck(false).raw().get({ b: 2 })).toEqual([1, 2])
    const rows = db.prepare('select value from json_each(?)').raw()
    expect([...rows.iterate('[1,2]')]).toEqual([[1], [2]])
    expect(rows.raw(false).all('[1]')).toEqual([{ value: 1 }])
  })

  test('runs within transactions', () => {
    const db = aConnection()
    db.exec('create table paper (title text) strict')
    const insert = db.prepare('insert into paper (title) values (?)')
    const fail = db.transaction(() => {
      insert.run('An order')
      throw new Error('no')
    })
    expect(fail).toThrow('no')
    expect(db.prepare('select count(*) from paper').pluck().get()).toBe(0)
  })
})
