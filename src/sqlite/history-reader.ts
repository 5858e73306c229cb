import type { Audience } from '../domain/audience.ts'
import type { HistoryEvent, HistoryReader } from '../ports/history.ts'
import { ofSeenAnnotation } from './annotation-events.ts'
import { onlookerParameters } from './annotation-rows.ts'
import { audienceParameters, ownSeen, pageSeen, seenBy, unseen } from './audience-sql.ts'
import { changes } from './changes.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

type Row = {
  seq: number
  id: string
  at: string
  actor: string
  verb: string
  subject_type: string
  subject: string
  payload: string | null
}

/** What everybody who may see a document may read: of other events the payload may hold what was hidden then. */
const readable: ReadonlySet<string> = new Set([
  'claim',
  'revise-claim',
  'add-mark',
  'change-mark',
  'remove-mark',
])

/** What was done, read by a connection that may be read-only. */
export function sqliteHistoryReader(db: Connection): HistoryReader {
  const select = db.prepare<unknown[], Row>(`
    select e.seq, e.id, e.at, e.actor, e.verb, e.subject_type, e.subject, p.payload
    from event e left join event_payload p on p.event = e.seq
    where e.document = (select key from document where id = :document) and e.seq < :before and ${ofSeenAnnotation}
    order by e.seq desc limit :more`)
  // Ids are made by the program and stand nowhere else, so that a payload names a thing where its id stands in it.
  const hidden = db
    .prepare<unknown[], number>(`
      select 1 from json_each(:ids) i
      where exists (select 1 from document d where d.id = i.value and ${unseen('d')})
        or exists (select 1 from page p where p.id = i.value and not ${pageSeen('p')})
        or exists (select 1 from collection k where k.id = i.value and not ${seenBy('k.audience')})
        or exists (select 1 from mark m where m.id = i.value and not ${ownSeen('m.audience')})
        or exists (select 1 from source s join document d on d.key = s.document where s.id = i.value and ${unseen('d')})
      limit 1`)
    .pluck()

  function mayRead(audience: Audience, { verb, payload }: Row): boolean {
    if (audience.everything) return true
    if (!readable.has(verb)) return false
    const ids = payload?.match(/\b[dkmps][0-9a-f]{32}\b/g) ?? []
    return hidden.get({ ...audienceParameters(audience), ids: JSON.stringify(ids) }) === undefined
  }

  return {
    async ofDocument(onlooker, document, slice) {
      const before = keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER)
      const rows = select.all({ ...onlookerParameters(onlooker), document, before, more: slice.limit + 1 })
      return listing(
        rows,
        slice,
        ({ seq }) => seq,
        (row): HistoryEvent => {
          const told = row.payload !== null && mayRead(onlooker, row) ? JSON.parse(row.payload) : null
          return {
            id: row.id,
            at: row.at,
            by: row.actor,
            verb: row.verb,
            subject: { type: row.subject_type, id: row.subject },
            before: told?.before ?? null,
            after: told?.after ?? null,
          }
        },
      )
    },
    ...changes(db),
  }
}
