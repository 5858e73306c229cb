import { expect, onTestFinished, test } from 'vitest'
import { sqliteDocumentReader } from '../../src/sqlite/document-reader.ts'
import { sqliteDocumentWriter } from '../../src/sqlite/document-writer.ts'
import { sqliteHistoryReader } from '../../src/sqlite/history-reader.ts'
import { knownMigrations, migrate } from '../../src/sqlite/migrate.ts'
import { openForWriting } from '../../src/sqlite/open-database.ts'
import { sqliteWitnessReader } from '../../src/sqlite/witness-reader.ts'
import { aClaim, actor, keeper, now } from '../support/builders.ts'
import { aCataloguePath } from './open.ts'

test('an archive from before provenance keeps its documents, their witnesses and their history', async () => {
  const db = openForWriting(aCataloguePath())
  onTestFinished(() => void db.close())
  migrate(
    db,
    knownMigrations().filter(({ number }) => number < 9),
  )
  const view = {
    ...{ title: 'Old', date: { edtf: null, earliest: null, latest: null, status: 'unknown' } },
    ...{ creator: null, type: null, language: null, collection: null, identifiers: [], subjects: [] },
    ...{ abstract: null, rights: null },
  }
  db.exec(`
    insert into document (key, id, visibility, created_at, updated_at) values (1, 'd1', 'public', '${now}', '${now}');
    insert into witness (key, id, document, ordinal, label, created_at) values (1, 'w1', 1, 1, 'First witness', '${now}');
    insert into claim (id, subject_type, subject, document, property, value, polarity, rank, certainty, nature, reasons,
      sources, recorded_by, recorded_at)
    values ('c1', 'document', 'd1', 1, 'title', '{"text":"Old"}', 'asserted', 'normal', 'unknown', 'stated', '[]', '[]',
      '${actor}', '${now}');
    insert into description (document, title, view) values (1, 'Old', '${JSON.stringify(view)}');
    insert into event (seq, id, at, actor, verb, subject_type, subject, payload_digest, digest)
    values (1, 'e1', '${now}', '${actor}', 'add', 'document', 'd1', x'00', x'00');
    insert into event_payload (event, salt, payload) values (1, x'00', '{"before":null,"after":{"description":{}}}');`)
  migrate(db)
  const documents = sqliteDocumentReader(db)
  expect(await documents.find('d1')).toMatchObject({
    description: { title: 'Old', disputed: [] },
    witnesses: [{ id: 'w1', label: 'First witness' }],
    notes: [],
  })
  expect(await sqliteWitnessReader(db).find(keeper, 'w1')).toMatchObject({ fallbackLabel: 'First witness' })
  const history = sqliteHistoryReader(db)
  const verbs = async () =>
    (await history.ofDocument(keeper, 'd1', { limit: 10, cursor: null })).items.map(({ verb }) => verb)
  expect(await verbs()).toEqual(['add'])
  const claim = aClaim({ document: 'd1', value: { text: 'New' }, revisionOf: 'c1' })
  await sqliteDocumentWriter(db).revise({ actor, at: now, id: 'd1', claims: [claim] })
  expect((await documents.find('d1'))?.description.title).toBe('New')
  expect(await verbs()).toEqual(['revise', 'add'])
})
