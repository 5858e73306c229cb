import type { DocumentFilter } from '../ports/documents.ts'

const dated = '(s.earliest_day is not null or s.latest_day is not null)'
/** The ranges of days that a mode of looking for dates looks at, as a JSON array. */
const days = `case
    when s.windows is not null and :dates = 'stated' then coalesce(s.stated, '[]')
    when s.windows is not null and :dates = 'claimed' then coalesce(s.claimed, '[]')
    when s.windows = '[[null,null]]' then '[]'
    when s.windows is not null then s.windows
    when ${dated} then json_array(json_array(s.earliest_day, s.latest_day))
    else '[]'
  end`
const isInside = `(:dateFrom is null or w.value ->> 0 >= :dateFrom) and (:dateTo is null or w.value ->> 1 <= :dateTo)`
const overlaps = `(:dateFrom is null or w.value ->> 1 is null or w.value ->> 1 >= :dateFrom)
  and (:dateTo is null or w.value ->> 0 is null or w.value ->> 0 <= :dateTo)`
const isUndated = `(s.windows in ('[]', '[[null,null]]') or (s.windows is null and not ${dated}))`
const fits = `case when :dates = 'certain'
    then exists (select 1 from json_each(${days})) and not exists (
      select 1 from json_each(${days}) w where (${isInside}) is not true)
    else exists (select 1 from json_each(${days}) w where ${overlaps})
  end`

/** Holds for a claim that stands and says in which collection something lies. */
export const isPlacing = (
  claim: string,
) => `${claim}.property = 'collection' and ${claim}.polarity = 'asserted'
    and ${claim}.rank <> 'deprecated' and not exists (select 1 from claim r where r.revision_of = ${claim}.id)`

/** The keys of documents of which a witness lies in `:collection`, or in one within it. */
export const liesWithin = `
  with recursive tree (key, id) as (select key, id from collection where id = :collection
    union select c.key, c.id from tree t join collection c on c.parent = t.key)
  select c.document from tree t cross join claim_target g on g.target = t.id and g.role = 'value'
    cross join claim c on c.seq = g.claim
  where ${isPlacing('c')}`

/** Holds for descriptions `s` of documents of whose claims the best disagree, or whose evidence cannot hold together. */
export const isDisputed = `(s.view ->> '$.disputed' <> '[]' or s.view ->> '$.date.status' in ('disputed', 'conflicting'))`

/** An SQL condition on a description `s` for the filters that are set; its parameters are `filterParameters`. */
export const matchesFilter = `
  (:collection is null or s.document in (${liesWithin}))
  and (:type is null or s.type = :type)
  and (:language is null or s.language = :language)
  and (:creator is null or s.creator = :creator)
  and (:subject is null or exists (select 1 from json_each(s.view, '$.subjects') where value = :subject))
  and ((:dateFrom is null and :dateTo is null)
    or ${fits}
    or (:undated and ${isUndated}))`

/** The parameters of `matchesFilter`. */
export function filterParameters(filter: DocumentFilter) {
  return {
    collection: filter.collection ?? null,
    type: filter.type ?? null,
    language: filter.language ?? null,
    creator: filter.creator ?? null,
    subject: filter.subject ?? null,
    dateFrom: filter.dateFrom ?? null,
    dateTo: filter.dateTo ?? null,
    dates: filter.dates ?? 'possible',
    undated: filter.undated ? 1 : 0,
  }
}
