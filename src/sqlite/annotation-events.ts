import type { AnnotationEvent, AnnotationReader } from '../ports/annotations.ts'
import { ofSeenDocument } from './annotation-rows.ts'
import { audienceParameters } from './audience-sql.ts'
import { cursorOf, keyOfCursor } from './keyset.ts'
import type { Connection } from './open-database.ts'

type Row = { seq: number; verb: string; id: string | null }

const verbs: Readonly<Record<string, AnnotationEvent['what']>> = {
  annotate: 'added',
  'change-annotation': 'changed',
  'remove-annotation': 'removed',
  'hide-annotation': 'hidden',
  'show-annotation': 'shown',
}
const columns = `select e.seq, e.verb, coalesce(p.payload ->> '$.after.annotation', p.payload ->> '$.before.annotation') as id
  from event e left join event_payload p on p.event = e.seq`
// As the index of these events says it.
const ofAnnotations = `e.verb in (${Object.keys(verbs)
  .map((verb) => `'${verb}'`)
  .join(', ')})`

/** What was done to annotations, as the events tell it. */
export function annotationEvents(db: Connection): Pick<AnnotationReader, 'happened' | 'latest' | 'modified'> {
  const ofAll = db.prepare<unknown[], Row>(
    `${columns} where e.seq > :after and ${ofAnnotations} order by e.seq limit :limit`,
  )
  const ofDocument = db.prepare<unknown[], Row>(`
    ${columns} where e.document = (select key from document where id = :document) and e.seq > :after
      and ${ofAnnotations} order by e.seq limit :limit`)
  const last = db.prepare<[], number>('select coalesce(max(seq), 0) from event').pluck()
  const lastSeen = db
    .prepare<unknown[], string>(`
      select e.at from event e left join document d on d.key = e.document
      where ${ofAnnotations} and ${ofSeenDocument} order by e.seq desc limit 1`)
    .pluck()
  const lastOfDocument = db
    .prepare<unknown[], string>(`
      select e.at from event e join document d on d.key = e.document
      where e.document = (select key from document where id = :document) and ${ofAnnotations} and ${ofSeenDocument}
      order by e.seq desc limit 1`)
    .pluck()
  return {
    async modified(onlooker, document) {
      const asked = audienceParameters(onlooker)
      return (document === null ? lastSeen.get(asked) : lastOfDocument.get({ ...asked, document })) ?? null
    },
    async happened(cursor, document, limit) {
      const after = keyOfCursor(cursor, 0)
      const rows =
        document === null ? ofAll.all({ after, limit }) : ofDocument.all({ after, limit, document })
      return rows.flatMap(({ seq, verb, id }) => {
        const what = verbs[verb]
        return what ? [{ cursor: cursorOf(seq), id, what }] : []
      })
    },
    latest: async () => cursorOf(last.get() ?? 0),
  }
}
