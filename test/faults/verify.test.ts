import { cp, open, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFolder, fondsHere } from '../support/process.ts'

const sound = 'All is well: 2 originals match, the database and the index are sound.\n'

/** Every way in which an archive can be damaged behind the program's back, and what is said about it. */
const damages: [what: string, about: RegExp, says: RegExp, damage: (home: string) => Promise<void> | void][] =
  [
    [
      'a flipped byte in an original',
      /^Families \(d\S+\)$/,
      /^The bytes of "families.txt" have changed/,
      flipByte,
    ],
    [
      'a shortened original',
      /^Families \(d\S+\)$/,
      /^"families.txt" has 5 bytes and should have \d+\.$/,
      async (home) => truncate(await originalOf(home, 'families.txt'), 5),
    ],
    [
      'a missing original',
      /^Families \(d\S+\)$/,
      /^The bytes of "families.txt" are missing\.$/,
      async (home) => rm(await originalOf(home, 'families.txt')),
    ],
    [
      'a row removed from the index',
      /^Families \(d\S+\)$/,
      /^A page is not in the index\.$/,
      inCatalogue(`delete from reading_fts where rowid = (${pageOf('Families')})`),
    ],
    [
      'a row of the index with other words',
      /^Families \(d\S+\)$/,
      /^A page is in the index with other words than its text has\.$/,
      inCatalogue(
        `delete from reading_fts where rowid = (${pageOf('Families')})`,
        `insert into reading_fts (rowid, body) values ((${pageOf('Families')}), 'families a of list')`,
      ),
    ],
    [
      'a row of the index that nothing stands behind',
      /^The archive$/,
      /^The index holds 1 rows that no text stands behind\.$/,
      inCatalogue("insert into reading_fts (rowid, body) values (999, 'ghost')"),
    ],
    [
      'a text that differs from what was indexed',
      /^Families \(d\S+\)$/,
      /^A page was indexed from another text than it has now\. A page is in the index with other words than its text has\.$/,
      inCatalogue("update text_revision set content = 'Another text.' where content like '%families%'"),
    ],
    [
      'a reading removed',
      /^Families \(d\S+\)$/,
      /^The text of page 1 is not in the index\.$/,
      inCatalogue(
        `delete from reading_fts where rowid = (${pageOf('Families')})`,
        `delete from reading where rowid = (${pageOf('Families')})`,
      ),
    ],
    [
      'a description that is not in the index',
      /^Families \(d\S+\)$/,
      /^A description is not in the index\.$/,
      inCatalogue(`delete from reading_fts where rowid = (${readingOf('Families', 'description')})`),
    ],
    [
      'a row that names what is not there',
      /^The archive$/,
      /^The database: a row of witness_page names what is not there\.$/,
      inCatalogue('insert into witness_page (witness, number, page) values (1, 99, 12345)'),
    ],
  ]

describe('verify', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>
  let clean: string
  beforeAll(async () => {
    folder = await aFolder()
    clean = join(folder.path, 'clean')
    await write('families.txt', 'A list of families.')
    await write('railway.txt', 'The railway station.\fThe wagons.')
    await add('families.txt', 'Families')
    await add('railway.txt', 'Railway')
  })
  afterAll(() => folder?.[Symbol.asyncDispose]())

  const write = (name: string, content: string) => writeFile(join(folder.path, name), content)
  const add = async (name: string, title: string) =>
    expect(await fondsHere(clean, ['add', join(folder.path, name), '--title', title])).toMatchObject({
      code: 0,
    })

  test('finds a sound archive sound', async () => {
    expect(await fondsHere(clean, ['verify'])).toEqual({ code: 0, signal: null, stdout: sound, stderr: '' })
  })

  test.each(damages)('finds %s and says where, with exit code 1', async (what, about, says, damage) => {
    const home = join(folder.path, what)
    await cp(clean, home, { recursive: true })
    await damage(home)
    const ran = await fondsHere(home, ['verify'])
    const [heading, ...lines] = ran.stdout.trimEnd().split('\n')
    expect(ran).toMatchObject({ code: 1, stderr: '' })
    expect(heading).toMatch(about)
    expect(lines.map((line) => line.trim()).join(' ')).toMatch(says)
  })

  test('names every damaged document once', async () => {
    const home = join(folder.path, 'everything')
    await cp(clean, home, { recursive: true })
    await flipByte(home)
    await rm(await originalOf(home, 'railway.txt'))
    inCatalogue('delete from reading_fts')(home)
    const { code, stdout } = await fondsHere(home, ['verify'])
    expect(code).toBe(1)
    expect(
      stdout
        .split('\n')
        .filter((line) => /^\S/.test(line))
        .sort(),
    ).toEqual([expect.stringMatching(/^Families /), expect.stringMatching(/^Railway /)])
  })

  test('a catalogue that is no database is one sentence', async () => {
    const home = join(folder.path, 'no-database')
    await cp(clean, home, { recursive: true })
    for (const name of await readdir(home)) if (/-(wal|shm)$/.test(name)) await rm(join(home, name))
    await writeFile(join(home, 'catalogue.sqlite'), Buffer.alloc(65_536, 'not a database '))
    const ran = await fondsHere(home, ['verify'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toMatch(/^The catalogue is damaged \([^\n]+\n$/)
  })
})

async function flipByte(home: string): Promise<void> {
  const file = await open(await originalOf(home, 'families.txt'), 'r+')
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, 3)
  await file.write(Uint8Array.of((buffer[0] ?? 0) ^ 1), 0, 1, 3)
  await file.close()
}

async function originalOf(home: string, name: string): Promise<string> {
  const db = new Database(join(home, 'catalogue.sqlite'), { readonly: true })
  const sha256 =
    db.prepare<[string], string>('select sha256 from file where name = ?').pluck().get(name) ?? ''
  db.close()
  return join(home, 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

function inCatalogue(...statements: string[]) {
  return (home: string): void => {
    const db = new Database(join(home, 'catalogue.sqlite'))
    db.pragma('foreign_keys = off')
    for (const statement of statements) db.exec(statement)
    db.close()
  }
}

function readingOf(title: string, kind: 'page' | 'description'): string {
  return `select min(rowid) from reading where kind = '${kind}'
    and document = (select document from description where title = '${title}')`
}

function pageOf(title: string): string {
  return readingOf(title, 'page')
}
