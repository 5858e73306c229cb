import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openCopiedCatalogue, sqliteLiveCatalogue } from '../../src/sqlite/catalogue-copy.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { openForReading, openForWriting } from '../../src/sqlite/open-database.ts'
import { aFolder } from '../support/process.ts'

test('a copy ends however much is written meanwhile, is one state, and needs no file beside it', async () => {
  await using folder = await aFolder()
  const path = join(folder.path, 'catalogue.sqlite')
  const writing = openForWriting(path)
  migrate(writing)
  writing.exec('create table ballast (bytes blob); create table one (n); create table other (n)')
  const ballast = writing.prepare('insert into ballast values (zeroblob(1000000))')
  for (let at = 0; at < 60; at++) ballast.run()
  const write = writing.transaction(() => {
    for (const table of ['one', 'other']) writing.prepare(`insert into ${table} values (1)`).run()
    writing.prepare('update ballast set bytes = zeroblob(1000001) where rowid % 7 = 0').run()
  })
  write()
  const reading = openForReading(path)
  const to = join(folder.path, 'copy', 'catalogue.sqlite')
  await mkdir(join(folder.path, 'copy'))
  let told = 0
  await sqliteLiveCatalogue(reading).copyTo(to, () => {
    told++
    write()
  })
  expect(told).toBeGreaterThan(2)
  reading.close()
  writing.close()
  expect(await readdir(join(folder.path, 'copy'))).toEqual(['catalogue.sqlite'])
  const copy = new Database(to, { readonly: true })
  const count = (table: string) => copy.prepare(`select count(*) from ${table}`).pluck().get()
  expect([count('one'), count('other')]).toEqual([1, 1])
  copy.close()
  expect(openCopiedCatalogue(to).faults()).toEqual([])
})

test('a catalogue that an earlier version made is copied too, and that of a newer one is refused', async () => {
  await using folder = await aFolder()
  const path = join(folder.path, 'catalogue.sqlite')
  const db = openForWriting(path)
  migrate(db)
  db.exec('pragma foreign_keys = off; drop table upload; drop table batch_file')
  const early = openCopiedCatalogue(path)
  expect([early.count(), [...early.originals()]]).toEqual([0, []])
  early.close()
  db.exec("insert into migration values (9999, '9999-later.sql', 'x', '2030-01-01')")
  db.close()
  expect(() => openCopiedCatalogue(path)).toThrow(/newer Fonds \(9999-later\.sql\)/)
})
