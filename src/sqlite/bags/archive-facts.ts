import type { ArchiveFacts, BaggedDocument, FactRecord, NamedBytes } from '../../ports/bags.ts'
import { migrate } from '../migrate.ts'
import { type Connection, openForWriting } from '../open-database.ts'
import { type Column, columnsOf, written } from './columns.ts'
import { facts } from './facts.ts'

/** What a document has is found by these, which only the copy has. */
const helpful = `
  create index if not exists bag_redaction on redaction (page);
  create index if not exists bag_missing_leaf on missing_leaf (witness);
  create index if not exists bag_page_change on page_change (witness);
  create index if not exists bag_annotation_source on annotation_source (annotation);`

/** Turns a copy of a catalogue, of this version of the program or an earlier one, into one that is quickly read for bags. */
export function prepareCopy(path: string): void {
  const db = openForWriting(path)
  try {
    migrate(db)
    db.exec(helpful)
    db.pragma('journal_mode = delete')
  } finally {
    db.close()
  }
}

/** The facts of a copy of a catalogue that was prepared. */
export function sqliteArchiveFacts(db: Connection): ArchiveFacts {
  const tables = facts.map((fact) => {
    const columns = columnsOf(fact)
    const select = (condition: string | undefined) =>
      condition === undefined
        ? null
        : db
            .prepare<unknown[], unknown[]>(
              `select ${columns.map(({ column }) => `"${column}"`).join(', ')} from ${fact.table}
              where ${condition} order by ${fact.order}`,
            )
            .raw()
    return {
      record: fact.record,
      columns,
      ofDocument: select(fact.ofDocument),
      ofNone: select(fact.ofNone),
    }
  })
  const documents = db.prepare<[number], Omit<BaggedDocument, 'isDeleted'> & { deleted: number }>(`
    select d.key, d.id, coalesce(s.title, '') as title, d.deleted_at is not null as deleted
    from document d left join description s on s.document = d.key where d.key > ? order by d.key limit 100`)
  const ofDocument = db.prepare<[number], Omit<NamedBytes, 'isKept'>>(`
    select sha256, max(bytes) as bytes, min(name) as name from file where document = ? group by sha256`)
  const onItsWay = db.prepare<[], Omit<NamedBytes, 'isKept'>>(onItsWayRows)
  return {
    madeAt:
      db.prepare<[], string>('select applied_at from migration order by number limit 1').pluck().get() ?? '',
    countDocuments: () => db.prepare<[], number>('select count(*) from document').pluck().get() ?? 0,
    documents: (after) =>
      documents.all(after).map(({ deleted, ...same }) => ({ ...same, isDeleted: deleted === 1 })),
    *records(document) {
      for (const { record, columns, ...by } of tables) {
        const select = document === null ? by.ofNone : by.ofDocument
        if (!select) continue
        yield { record, rows: rowsOf(select.iterate(...(document === null ? [] : [document])), columns) }
      }
    },
    *originals(document) {
      const rows = document === null ? onItsWay.all() : ofDocument.all(document)
      for (const row of rows) yield { ...row, isKept: document !== null }
    },
    close: () => void db.close(),
  }
}

/** Bytes that wait to become files: of uploads, batches and tables. */
const onItsWayRows = `
  select sha256, max(bytes) as bytes, min(name) as name from (
    select sha256, null as bytes, name from import where finished_at is null
    union all select sha256, bytes, name from upload where sha256 is not null
    union all select f.sha256, f.bytes, f.path from batch_file f join batch b on b.key = f.batch
      where f.sha256 is not null and f.file is null and b.source = 'upload')
  where sha256 not in (select sha256 from file) group by sha256 order by sha256`

function* rowsOf(rows: Iterable<unknown[]>, columns: readonly Column[]): Generator<FactRecord> {
  for (const row of rows) {
    const record: Record<string, unknown> = {}
    for (const [at, { field, kind }] of columns.entries())
      if (row[at] !== null) record[field] = written[kind](row[at])
    yield record
  }
}
