import { type Audience, sees } from '../domain/audience.ts'
import type { Mark } from '../domain/witness/mark.ts'
import type { WitnessRecord } from '../domain/witness/witness.ts'
import type { Misattribution, WitnessReader } from '../ports/witnesses.ts'
import { audienceParameters, ownSeen, seenBy, unseen } from './audience-sql.ts'
import { claimRows } from './claim-rows.ts'
import { keyOfCursor, listing } from './keyset.ts'
import { type MarkRow, markRows, selectMarks, toMark } from './mark-rows.ts'
import type { Connection } from './open-database.ts'
import { witnessRows } from './witness-rows.ts'

/** Witnesses and marks, read by a connection that may be read-only. */
export function sqliteWitnessReader(db: Connection): WitnessReader {
  const witnesses = witnessRows(db)
  const marks = markRows(db)
  const claims = claimRows(db)
  const selectMarksOf = db.prepare<unknown[], MarkRow>(
    `${selectMarks} where w.id = :witness and m.deleted_at is null and ${ownSeen('m.audience')} and m.key > :after order by m.key limit :more`,
  )
  const selectMarksOn = db.prepare<unknown[], MarkRow & { document: string }>(`
    select k.*, d.id as document from (${selectMarks}) k join witness b on b.id = k.witness
    join document d on d.key = b.document
    where k.key < :before and k.deleted_at is null and ${ownSeen('k.audience')} and not ${unseen('d')}
      and exists (select 1 from json_each(k.sources) s where s.value ->> '$.source' = :source)
    order by k.key desc limit :more`)
  const selectMisattributions = db.prepare<unknown[], Misattribution>(`
    select w.id as witness, d.id as document, n.id as names, m.heading, m.status
    from misattribution m join witness w on w.key = m.witness join document d on d.key = m.document
    join document n on n.key = m.names
    where m.witness in (select witness from misattribution where document = (select key from document where id = :id)
      union select witness from misattribution where names = (select key from document where id = :id))
    order by m.witness`)
  const hiddenDocument = db
    .prepare<unknown[], number>(`select 1 from document d where d.id = :id and ${unseen('d')}`)
    .pluck()
  const hiddenSource = db
    .prepare<unknown[], number>(
      `select 1 from source o join document d on d.key = o.document where o.id = :id and ${unseen('d')}`,
    )
    .pluck()

  const hiddenCollection = db
    .prepare<unknown[], number>(`select 1 from collection k where k.id = :id and not ${seenBy('k.audience')}`)
    .pluck()

  const hides = (statement: typeof hiddenDocument, audience: Audience, id: string | null) =>
    !audience.everything &&
    id !== null &&
    statement.get({ ...audienceParameters(audience), id }) !== undefined

  const shownMark = (mark: Mark, audience: Audience): Mark => ({
    ...mark,
    sources: mark.sources.filter(({ source }) => !hides(hiddenSource, audience, source)),
  })

  function shown(record: WitnessRecord, audience: Audience): WitnessRecord {
    const { printedIn, headingAsPrinted, collection } = record.view
    const isPlaceHidden =
      hides(hiddenDocument, audience, printedIn?.document ?? null) ||
      hides(hiddenSource, audience, printedIn?.source ?? null)
    const isNameHidden = hides(hiddenDocument, audience, headingAsPrinted?.names ?? null)
    return {
      ...record,
      view: {
        ...record.view,
        collection: hides(hiddenCollection, audience, collection) ? null : collection,
        printedIn: isPlaceHidden ? null : printedIn,
        headingAsPrinted:
          headingAsPrinted && isNameHidden ? { ...headingAsPrinted, names: null } : headingAsPrinted,
      },
      marks: record.marks.map((mark) => shownMark(mark, audience)),
    }
  }

  return {
    async find(audience, id) {
      const row = witnesses.row(id)
      return row ? shown(witnesses.record(row, undefined, audience), audience) : null
    },
    async ofDocument(audience, document, asOf) {
      return witnesses
        .ofDocument(document)
        .filter(({ created_at }) => asOf === undefined || created_at <= asOf)
        .map((row) => shown(witnesses.record(row, asOf, audience), audience))
    },
    async claims(id) {
      return claims.ofSubject(id)
    },
    async mark(audience, id) {
      const row = marks.byId(id)
      const isSeen = row && (row.audience === null || sees(audience, row.audience))
      return isSeen ? shownMark(toMark(row), audience) : null
    },
    async marks(audience, witness, slice) {
      const after = keyOfCursor(slice.cursor, 0)
      const rows = selectMarksOf.all({
        ...audienceParameters(audience),
        witness,
        after,
        more: slice.limit + 1,
      })
      return listing(
        rows,
        slice,
        ({ key }) => key,
        (row) => shownMark(toMark(row), audience),
      )
    },
    async marksOn(audience, source, slice) {
      const before = keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER)
      const asked = { source, before, more: slice.limit + 1 }
      const rows = selectMarksOn.all({ ...audienceParameters(audience), ...asked })
      return listing(
        rows,
        slice,
        ({ key }) => key,
        (row) => ({ ...shownMark(toMark(row), audience), document: row.document }),
      )
    },
    async misattributions(document) {
      return selectMisattributions.all({ id: document })
    },
  }
}
