import type { DocumentFilter } from '../ports/documents.ts'

const dated = '(s.earliest_day is not null or s.latest_day is not null)'
const inside = `(:dateFrom is null or s.earliest_day >= :dateFrom) and (:dateTo is null or s.latest_day <= :dateTo)`
const overlaps = `(:dateFrom is null or s.latest_day is null or s.latest_day >= :dateFrom)
  and (:dateTo is null or s.earliest_day is null or s.earliest_day <= :dateTo)`

/** An SQL condition on a description `s` for the filters that are set; its parameters are `filterParameters`. */
export const matchesFilter = `
  (:collection is null or s.collection = :collection)
  and (:type is null or s.type = :type)
  and (:language is null or s.language = :language)
  and (:creator is null or s.creator = :creator)
  and (:subject is null or exists (select 1 from json_each(s.view, '$.subjects') where value = :subject))
  and ((:dateFrom is null and :dateTo is null)
    or (${dated} and case when :certain then ${inside} else ${overlaps} end)
    or (:undated and not ${dated}))`

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
    certain: filter.dates === 'certain' ? 1 : 0,
    undated: filter.undated ? 1 : 0,
  }
}
