import type { Claim } from '../domain/claim.ts'
import type { DatingCase, DocumentFacts } from '../domain/dating/case.ts'
import { dateDocuments } from '../domain/dating/date-documents.ts'
import type { Dating } from '../domain/dating/dating.ts'
import { witnessFacts } from '../domain/dating/facts-of-claims.ts'
import { relating } from '../domain/dating/relations.ts'
import type { Mark } from '../domain/witness/mark.ts'
import { type ClaimRow, claimColumns, toClaim } from './claim-rows.ts'
import { type Component, classOf, datingLinks, now, stood } from './dating-links.ts'
import { datingThings, type Things } from './dating-things.ts'
import type { DocumentRow } from './document-rows.ts'
import { type MarkRow, markRows, selectMarks } from './mark-rows.ts'
import type { Connection } from './open-database.ts'

/** A document with its dating and the claims about it that matter for that. */
export type Dated = { row: DocumentRow; dating: Dating; claims: readonly Claim[] }

/** So many documents are dated together; those beyond bound them by nothing but a settled date. */
export const mostTogether = 2_000

type Gathered = {
  row: DocumentRow
  claims: readonly Claim[]
  witnesses: readonly { id: string; marks: readonly Mark[] }[]
}

/** Dates documents from the claims as they stand, with all that bound them. */
export function datings(db: Connection) {
  const links = datingLinks(db)
  const startThings = datingThings(db)
  const { asOf: markAsOf } = markRows(db)
  const selectClaims = db.prepare<{ keys: string; asOf: string }, ClaimRow & { document: number }>(`
    select ${claimColumns}, c.document from json_each(:keys) k cross join claim c on c.document = k.value
    where c.property not in ('title', 'abstract', 'incipit', 'rights', 'subject', 'shelfmark', 'collection', 'custody')
      and ${stood} order by c.seq`)
  const selectWitnesses = db.prepare<{ keys: string }, { document: number; id: string }>(`
    select w.document, w.id from json_each(:keys) k cross join witness w on w.document = k.value
    order by w.document, w.ordinal`)
  const selectMarksOf = db.prepare<{ keys: string }, MarkRow>(`
    ${selectMarks} where m.witness in (
      select w.key from json_each(:keys) k cross join witness w on w.document = k.value) order by m.key`)

  function gather(rows: readonly DocumentRow[], asOf: string): Gathered[] {
    const keys = { keys: JSON.stringify(rows.map(({ key }) => key)) }
    const claims = Map.groupBy(selectClaims.all({ ...keys, asOf }), ({ document }) => document)
    const witnesses = Map.groupBy(selectWitnesses.all(keys), ({ document }) => document)
    const marks = Map.groupBy(
      selectMarksOf.all(keys).flatMap((row) => markAsOf(row, asOf)),
      ({ witness }) => witness,
    )
    return rows.map((row) => ({
      row,
      claims: (claims.get(row.key) ?? []).map(toClaim),
      witnesses: (witnesses.get(row.key) ?? []).map(({ id }) => ({ id, marks: marks.get(id) ?? [] })),
    }))
  }

  /** Dates a component: the public documents first, for they bound all others, then those of each other class. */
  function date({ documents, beyond }: Component, asOf = now): Dated[] {
    const things = startThings(asOf)
    const rim = gather(beyond.slice(0, mostTogether), asOf).map(settledAlone)
    const classes = Map.groupBy([...gather(documents, asOf), ...rim], ({ row }) => classOf(row))
    const open = classes.get('public') ?? []
    const known = new Map<string, DocumentFacts>()
    const dated = dateLayer('public', open, [], known, things)
    for (const { dating } of dated)
      known.set(dating.document, { name: things.title(dating.document), bounds: dating.bounds })
    const openClaims = open.flatMap(({ claims }) =>
      claims.filter(({ value }) => things.documentsIn(value).length > 0),
    )
    for (const [audience, members] of classes)
      if (audience !== 'public') dated.push(...dateLayer(audience, members, openClaims, known, things))
    const wanted = new Set(documents.map(({ key }) => key))
    return dated.filter(({ row }) => wanted.has(row.key))
  }

  return {
    links,
    date,
    /** The dating of one document, by the claims, names and marks of a time; who may see what is as it is now. */
    of(row: DocumentRow, asOf = now): Dating {
      const found = date(links.component([row], mostTogether, asOf), asOf).find(
        (one) => one.row.key === row.key,
      )
      if (found === undefined) throw new Error('a document was not dated')
      return found.dating
    },
  }
}

/** Dates documents of one audience class; `known` are the public ones by which they are bounded, `others` their claims. */
function dateLayer(
  audience: string,
  members: readonly Gathered[],
  others: readonly Claim[],
  known: ReadonlyMap<string, DocumentFacts>,
  things: Things,
): Dated[] {
  const incoming = incomingOf(things.seen(others, audience), things)
  const cases = members.map((member) => caseOf(member, audience, incoming, things))
  const claims = [...cases.map((one) => one.claims), ...new Set(cases.map((one) => one.incoming))].flat()
  const around = things.around(claims, audience)
  const named = claims.flatMap(({ value }) => things.documentsIn(value))
  const names = [...cases.map(({ document }) => document), ...named].map(
    (id) => [id, { name: things.title(id), bounds: null }] as const,
  )
  const found = dateDocuments(cases, { ...around, documents: new Map([...names, ...known]) })
  return members.flatMap(({ row, claims: own }, index) => {
    const dating = found[index]
    return dating === undefined ? [] : [{ row, dating, claims: own }]
  })
}

/** By the document that is named all claims about those that name it: what names another may be its alternative. */
function incomingOf(claims: readonly Claim[], things: Things): ReadonlyMap<string, readonly Claim[]> {
  const bySubject = Map.groupBy(claims, ({ subject }) => subject.id)
  const subjects = new Map<string, Set<string>>()
  for (const { subject, value } of claims)
    for (const id of things.documentsIn(value)) {
      const known = subjects.get(id) ?? new Set()
      subjects.set(id, known.add(subject.id))
    }
  return new Map([...subjects].map(([id, of]) => [id, [...of].flatMap((one) => bySubject.get(one) ?? [])]))
}

type Case = Omit<DatingCase, 'claims' | 'incoming'> & { claims: readonly Claim[]; incoming: readonly Claim[] }

function caseOf(
  { row, claims, witnesses }: Gathered,
  audience: string,
  incoming: ReadonlyMap<string, readonly Claim[]>,
  things: Things,
): Case {
  const stands = row.deleted_at === null
  const seen = things.seen(claims, audience)
  // What was deleted is dated by itself alone.
  const own = stands ? seen : seen.filter(({ value }) => things.documentsIn(value).length === 0)
  return {
    document: row.id,
    claims: own,
    witnesses: witnesses.map(({ id, marks }) =>
      witnessFacts(
        id,
        own.filter(({ subject }) => subject.id === id),
        marks.map((mark) => ({
          ...mark,
          sources: mark.sources.filter(({ source }) => things.isSourceSeen(source, audience)),
        })),
      ),
    ),
    incoming: (stands && incoming.get(row.id)) || [],
  }
}

/** What bounds others however much else there may be: the date on which an archivist has settled. */
const settledAlone = ({ row, claims }: Gathered): Gathered => ({
  row,
  claims: claims.filter(
    ({ property, rank }) => relating.includes(property) || (property === 'date' && rank === 'preferred'),
  ),
  witnesses: [],
})
