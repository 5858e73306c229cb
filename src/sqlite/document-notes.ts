import { type Claim, standing } from '../domain/claim.ts'
import type { DocumentNote } from '../domain/document.ts'
import { describeWitness, misleads } from '../domain/witness/witness.ts'
import { claimRows } from './claim-rows.ts'
import type { Connection } from './open-database.ts'

type Guarded = {
  key: number
  id: string
  audience: string
  deleted_at: string | null
}

type Row = Omit<Guarded, 'key'> & { document: number; heading: string; is_named: 0 | 1 }

/** What misleads people about documents: headings that name others, told on both sides. */
export function documentNotes(db: Connection) {
  const select = db.prepare<{ keys: string }, Row>(`
    select k.value as document, m.heading, 0 as is_named, d.id, d.audience, d.deleted_at
    from json_each(:keys) k cross join misattribution m on m.document = k.value join document d on d.key = m.names
    union all
    select k.value, m.heading, 1, d.id, d.audience, d.deleted_at
    from json_each(:keys) k cross join misattribution m on m.names = k.value join document d on d.key = m.document`)
  const claims = claimRows(db)
  const namedBy = db.prepare<{ id: string; document: number; asOf: string }, Guarded & { witness: string }>(`
    select distinct c.subject as witness, d.key, d.id, d.audience, d.deleted_at
    from claim_target t join claim c on c.seq = t.claim join document d on d.key = c.document
    where t.target = :id and t.role = 'value' and c.subject_type = 'witness' and c.document <> :document
      and c.recorded_at <= :asOf order by c.seq`)
  const byId = db.prepare<[string], Guarded>(
    'select key, id, audience, deleted_at from document where id = ?',
  )
  const headingThen = (witness: string, asOf: string) =>
    describeWitness(standing(claims.ofSubject(witness, asOf))).headingAsPrinted

  return {
    /** Those of documents, by their keys, which are given as a JSON array. */
    of(keys: string): Map<number, DocumentNote[]> {
      const byDocument = Map.groupBy(select.all({ keys }), ({ document }) => document)
      const told = (rows: Row[]) => rows.map((row) => noteOf(row.heading, row.is_named === 1, row))
      return new Map([...byDocument].map(([document, rows]) => [document, told(rows)]))
    },
    /** The notes of a time, about documents as they may be seen now. */
    asOf(document: Pick<Guarded, 'key' | 'id'>, then: readonly Claim[], asOf: string): DocumentNote[] {
      const witnesses = new Set(then.flatMap(({ subject }) => (subject.type === 'witness' ? subject.id : [])))
      const own = [...witnesses].flatMap((witness): DocumentNote[] => {
        const heading = headingThen(witness, asOf)
        const meant = misleads(heading) ? byId.get(heading.names) : undefined
        return misleads(heading) && meant ? [noteOf(heading.text, false, meant)] : []
      })
      const named = namedBy.all({ id: document.id, document: document.key, asOf }).flatMap((row) => {
        const heading = headingThen(row.witness, asOf)
        return misleads(heading) && heading.names === document.id ? [noteOf(heading.text, true, row)] : []
      })
      return [...own, ...named]
    },
  }
}

function noteOf(
  heading: string,
  isNamed: boolean,
  { id, audience, deleted_at }: Omit<Guarded, 'key'>,
): DocumentNote {
  return {
    kind: 'misattributed',
    says: isNamed
      ? `Another document was printed under a heading that names this one: “${heading}”.`
      : `Printed under a heading that names another document: “${heading}”.`,
    see: id,
    guard: { audience, deletedAt: deleted_at },
  }
}
