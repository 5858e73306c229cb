import type { Onlooker } from '../domain/audience.ts'
import type { KnownAnnotation, StoredAnnotation } from '../ports/annotations.ts'
import { audienceParameters, ownSeen, seenBy } from './audience-sql.ts'
import type { Connection } from './open-database.ts'

export type AnnotationRow = {
  key: number
  id: string
  document: string | null
  title: string | null
  page: string | null
  number: number | null
  label: string | null
  revision: string | null
  language: string | null
  anchor: string | null
  body: string
  version: number
  created_by: string
  created_at: string
  modified_at: string | null
  deleted_at: string | null
  hidden_at: string | null
  hidden_by: string | null
  hidden_because: string | null
  audience: string | null
  circle: string | null
  visibility: 'private' | 'group' | null
  restricted_to: string | null
  group_name: string | null
  answers: number | null
}

/** Selects annotations `a`, of all or as another table leads to them, with the ids of what they are about. */
export const annotationColumns = (from = 'annotation a') => `
  select a.key, a.id, d.id as document, s.title, p.id as page, p.label, r.id as revision, r.language, a.anchor, a.body, a.version, a.created_by,
    a.created_at, a.modified_at, a.deleted_at, a.hidden_at, a.hidden_by, a.hidden_because, a.audience, a.circle, a.visibility,
    a.restricted_to, a.answers, (select g.name from person_group g where g.id = a.restricted_to) as group_name,
    (select wp.number from witness_page wp where wp.page = a.page and wp.witness =
      (select key from witness where document = a.document order by ordinal limit 1)) as number
  from ${from} left join document d on d.key = a.document left join description s on s.document = d.key left join page p on p.key = a.page
  left join text_revision r on r.key = a.revision`

export function toAnnotation(row: AnnotationRow): StoredAnnotation {
  const { key, anchor, body, created_by, created_at, modified_at, deleted_at, ...more } = row
  const { hidden_at, hidden_by, hidden_because, audience, circle, visibility, restricted_to, ...rest } = more
  const { group_name, answers: _, ...same } = rest
  return {
    ...same,
    anchor: anchor === null ? null : JSON.parse(anchor),
    body: JSON.parse(body),
    createdBy: created_by,
    createdAt: created_at,
    modifiedAt: modified_at,
    deletedAt: deleted_at,
    hidden: hidden_at === null ? null : { at: hidden_at, by: hidden_by ?? '', because: hidden_because ?? '' },
    sharing: sharingOf(row),
    groupName: group_name,
    ...(audience !== null && { audience }),
    ...(circle !== null && { circle }),
  }
}

export const sharingOf = ({
  visibility,
  restricted_to,
}: Pick<AnnotationRow, 'visibility' | 'restricted_to'>) => ({
  visibility: visibility ?? ('public' as const),
  group: restricted_to,
})

/** A condition on the document `d` of an annotation: what is about nothing of ours is seen by all, else by who may see that. */
export const ofSeenDocument = `(d.key is null or (d.deleted_at is null and ${seenBy('d.audience')}))`

/**
 * A condition on an annotation `a`: what is not for all is seen by those whom it is for, by who keeps the archive, and by who
 * wrote it; what is about something that is withheld, by who sees that.
 */
export const shownTo = `(a.circle is null or a.created_by = :me or ${ownSeen('a.circle')}) and ${ownSeen('a.audience')}`

export const onlookerParameters = (onlooker: Onlooker) => ({
  ...audienceParameters(onlooker),
  me: onlooker.me,
})

/** Annotations as rows, shared by who reads and who writes them. */
export function annotationRows(db: Connection) {
  const select = db.prepare<[string], AnnotationRow>(`${annotationColumns()} where a.id = ?`)
  const selectObtained = db.prepare<unknown[], { id: string; deleted_at: string | null }>(`
    select a.id, a.deleted_at from annotation_source s join annotation a on a.key = s.annotation
      left join document d on d.key = a.document
    where s.iri in (select value from json_each(:iris)) and ${ofSeenDocument} and ((a.hidden_at is not null and a.visibility is null) or ${shownTo})
    order by a.key limit 1`)
  return {
    byId: (id: string): AnnotationRow | undefined => select.get(id),
    obtainedFrom(onlooker: Onlooker, iris: readonly string[]): KnownAnnotation | null {
      if (iris.length === 0) return null
      const row = selectObtained.get({ ...onlookerParameters(onlooker), iris: JSON.stringify(iris) })
      return row ? { id: row.id, isDeleted: row.deleted_at !== null } : null
    },
  }
}
