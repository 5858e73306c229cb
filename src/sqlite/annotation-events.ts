import type { AnnotationEvent, AnnotationReader } from '../ports/annotations.ts'
import { ofSeenDocument, onlookerParameters, shownTo } from './annotation-rows.ts'
import { cursorOf, keyOfCursor } from './keyset.ts'
import type { Connection } from './open-database.ts'

type Row = {
  seq: number
  at: string
  verb: string
  id: string | null
  before: string | null
  after: string | null
}

/** Whether the annotation was there before and after what each verb tells. */
const verbs: Readonly<Record<string, readonly [before: boolean, after: boolean]>> = {
  annotate: [false, true],
  'change-annotation': [true, true],
  'remove-annotation': [true, false],
  'hide-annotation': [true, true],
  'show-annotation': [true, true],
}
const idIn = (payload: string) =>
  `coalesce(${payload} ->> '$.after.annotation', ${payload} ->> '$.before.annotation')`
const columns = `select e.seq, e.at, e.verb, ${idIn('p.payload')} as id,
  p.payload ->> '$.before.circle' as before, p.payload ->> '$.after.circle' as after
  from event e left join event_payload p on p.event = e.seq`
// As the index of these events says it.
const ofAnnotations = `e.verb in (${Object.keys(verbs)
  .map((verb) => `'${verb}'`)
  .join(', ')})`

/**
 * A condition on an event `e`: one of an annotation that is not for all is told to those who see that, now; one whose payload
 * was erased to who sees everything, as far as it may be of such a one.
 */
export const ofSeenAnnotation = `(:everything or not ${ofAnnotations}
  or not exists (select 1 from annotation x where x.document is e.document and (x.circle is not null or x.audience is not null))
  or exists (select 1 from event_payload q join annotation a on a.id = ${idIn('q.payload')}
    where q.event = e.seq and ${shownTo}))`

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
      where ${ofAnnotations} and ${ofSeenDocument} and ${ofSeenAnnotation} order by e.seq desc limit 1`)
    .pluck()
  const lastOfDocument = db
    .prepare<unknown[], string>(`
      select e.at from event e join document d on d.key = e.document
      where e.document = (select key from document where id = :document) and ${ofAnnotations} and ${ofSeenDocument}
        and ${ofSeenAnnotation}
      order by e.seq desc limit 1`)
    .pluck()
  return {
    async modified(onlooker, document) {
      const asked = onlookerParameters(onlooker)
      return (document === null ? lastSeen.get(asked) : lastOfDocument.get({ ...asked, document })) ?? null
    },
    async happened(cursor, document, limit) {
      const after = keyOfCursor(cursor, 0)
      const rows =
        document === null ? ofAll.all({ after, limit }) : ofDocument.all({ after, limit, document })
      return rows.map(({ seq, at, verb, id, ...circle }): AnnotationEvent => {
        const [wasThere, isThere] = verbs[verb] ?? [false, false]
        return {
          cursor: cursorOf(seq),
          at,
          id,
          before: wasThere && circle.before,
          after: isThere && circle.after,
        }
      })
    },
    latest: async () => cursorOf(last.get() ?? 0),
  }
}
