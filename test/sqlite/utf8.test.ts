import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import { utf8 } from '../../src/sqlite/utf8.ts'
import { aReadDocument } from '../contract/opened.ts'
import { aCorrection } from '../support/builders.ts'
import { openSqlite } from './open.ts'

test('any text has the bytes that it has as UTF-8, lone surrogates included', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }),
      (text, units) => {
        const any = text + String.fromCharCode(...units)
        expect(Buffer.from(utf8(any))).toEqual(Buffer.from(any))
      },
    ),
  )
})

test('texts are stored as text and found by their words, whatever their letters', async () => {
  const opened = openSqlite()
  const texts = ['Latin letters', 'Größe und Übel', 'Ссыльные семьи', 'trėmimas 😀 1941']
  const { id } = await aReadDocument(opened, texts)
  const page = (await opened.texts.page(id, null, 1, everybody))?.id ?? ''
  await opened.write.texts.correct(aCorrection(page, ''))
  const stored = opened.db.prepare('select typeof(content) as type, content from text_revision order by key')
  expect(stored.all()).toEqual([...texts, ''].map((content) => ({ type: 'text', content })))
  const found = opened.db
    .prepare<[string], number>('select count(*) from reading_fts where reading_fts match ?')
    .pluck()
  for (const word of ['grosse', 'ссыльные', 'tremimas']) expect(found.get(word)).toBe(1)
})
