import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import { openForWriting } from '../../src/sqlite/open-database.ts'
import { forgetTerms, terms } from '../../src/sqlite/terms.ts'
import { aLease, aReadDocument } from '../contract/opened.ts'
import {
  aClaim,
  aCorrection,
  actor,
  aDocument,
  aFile,
  anAnnotation,
  now,
  somePages,
} from '../support/builders.ts'
import { openSqlite } from './open.ts'

type Row = {
  rowid: number
  kind: string
  revision: string | null
  audience: string
  hash: string
  entombed_at: string | null
}
type Opened = ReturnType<typeof openSqlite>

const rowsOf = ({ db }: Opened) =>
  db
    .prepare<[], Row>(`
      select r.rowid, r.kind, t.id as revision, r.audience, hex(r.text_hash) as hash, r.entombed_at
      from reading r left join text_revision t on t.key = r.revision and r.kind = 'page' order by r.rowid`)
    .all()

const findings = async ({ checks }: Opened) => {
  const all = []
  for await (const finding of checks.index()) all.push(finding.says)
  return all
}

type Deed = 'revise' | 'hide' | 'correct' | 'translate' | 'annotate' | 'remove' | 'restore'
const deeds: Deed[] = ['revise', 'hide', 'correct', 'translate', 'annotate', 'remove', 'restore']

async function perform(opened: Opened, document: string, deed: Deed) {
  const { write, texts, documents } = opened
  const command = { actor, at: now, id: document }
  const gone = (await documents.find(document))?.deletedAt !== null
  const page = (await texts.page(document, null, 1, everybody))?.id ?? ''
  if (deed === 'restore') await write.documents.restore(command)
  else if (deed === 'correct') await write.texts.correct(aCorrection(page, `Correction ${Math.random()}`))
  else if (deed === 'translate')
    await write.texts.correct(aCorrection(page, 'Vertimas', { layer: 'translation:lt' }))
  else if (gone) return
  else if (deed === 'annotate') await write.annotations.add(anAnnotation(document, 'A remark'))
  else if (deed === 'remove') await write.documents.remove(command)
  else if (deed === 'hide') await write.documents.revise({ ...command, claims: [], visibility: 'restricted' })
  else await write.documents.revise({ ...command, claims: [aClaim({ document })] })
}

describe('the readings of the index', () => {
  test('only grow: after anything that happens, what was read stays read, and the index agrees with the texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...deeds), { maxLength: 8 }), async (happened) => {
        const opened = openSqlite()
        const { id } = await aReadDocument(opened, ['First page.', 'Second page.'])
        for (const deed of happened) {
          const before = rowsOf(opened)
          await perform(opened, id, deed)
          const after = rowsOf(opened)
          for (const [at, row] of before.entries()) {
            expect(after[at]).toMatchObject({ rowid: row.rowid, kind: row.kind, hash: row.hash })
            if (row.entombed_at !== null) expect(after[at]).toEqual(row)
          }
          const live = after.filter((row) => row.entombed_at === null)
          const pages = live.filter(({ kind }) => kind === 'page')
          expect(new Set(pages.map(({ revision }) => revision)).size).toBe(pages.length)
          const record = await opened.documents.find(id)
          expect(live.filter(({ kind }) => kind === 'description')).toHaveLength(record?.deletedAt ? 0 : 1)
          for (const { audience } of live) expect(audience).toBe(record?.visibility)
          expect(await findings(opened)).toEqual([])
        }
      }),
      { numRuns: 15 },
    )
  })

  test('of a corrected page: the old one is entombed, one new one lives', async () => {
    const opened = openSqlite()
    const { id } = await aReadDocument(opened, ['As read.'])
    const page = (await opened.texts.page(id, null, 1, everybody))?.id ?? ''
    const corrected = await opened.write.texts.correct(aCorrection(page, 'As corrected.'))
    const pages = rowsOf(opened).filter(({ kind }) => kind === 'page')
    expect(pages.map(({ revision, entombed_at }) => [revision === corrected.id, entombed_at])).toEqual([
      [false, now],
      [true, null],
    ])
  })

  test('have forms from the words that came with any of the pages, also with one that was there', async () => {
    const opened = openSqlite()
    await opened.write.documents.add(aDocument({ files: [aFile()] }))
    const { token } = await aLease(opened)
    const words = (text: string) => ({ newWords: [{ language: 'en', words: text }] })
    await opened.write.texts.addPages(somePages(token, ['wagons'], words('wagons')))
    await opened.write.texts.addPages(somePages(token, ['wagons', 'wagon'], words('wagons wagon')))
    await opened.write.texts.addPages(somePages(token, ['wagons'], words('wagoned')))
    const noted = opened.db.prepare<[], string>('select words from term_batch order by rowid').pluck().all()
    expect(noted).toEqual(['wagons', 'wagon', 'wagoned'])
  })

  test('have words that are not noted again after a start, however many there are', async () => {
    const { db, path } = openSqlite()
    const many = Array.from({ length: 64 * 300 }, (_, at) => `word${at.toString(36)}x`)
    terms(db).learn(many.join(' '), 'en')
    terms(db).learn('wagons', 'en')
    const again = openForWriting(path)
    onTestFinished(() => void again.close())
    const noted = again.prepare('select language, words from term_batch where rowid > 300').raw()
    const learn = (words: string, language = 'en') => terms(again).learn(words, language)
    learn('trains')
    learn(`${many.join(' ')} wagons`)
    learn('wagons', 'de')
    again.exec('begin')
    learn('orders')
    again.exec('rollback')
    forgetTerms(again)
    for (const words of ['word0x', 'trains', 'wagons', 'orders']) learn(words)
    expect(noted.all()).toEqual([
      ['en', 'wagons'],
      ['en', 'trains'],
      ['de', 'wagons'],
      ['en', 'orders'],
    ])
  })

  test('that are missing, wrong or ghosts are found by the check', async () => {
    const opened = openSqlite()
    await aReadDocument(opened, ['One.', 'Two.', 'Three.'])
    const { db } = opened
    const [, one, two, three] = rowsOf(opened).map(({ rowid }) => rowid)
    db.prepare('delete from reading_fts where rowid = ?').run(one)
    db.prepare('delete from reading_fts where rowid = ?').run(two)
    db.prepare('insert into reading_fts (rowid, body) values (?, ?)').run(two, 'other words')
    db.prepare('update reading set entombed_at = ? where rowid = ?').run(now, three)
    const says = await findings(opened)
    expect(says).toHaveLength(4)
    expect(says.join('\n')).toMatch(/page 3 is not in the index/)
    expect(says.join('\n')).toMatch(/page is not in the index/)
    expect(says.join('\n')).toMatch(/with other words/)
    expect(says.join('\n')).toMatch(/1 rows that no text/)
  })
})
