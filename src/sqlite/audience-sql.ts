import type { Audience } from '../domain/audience.ts'

/** Whether an audience sees what is of a class, or of one part of a class. */
const seenAs = (column: string): string => `(${column} in (select value from json_each(:classes))
    or (${column} glob 'embargoed:*' and substr(${column}, 11) <= :today))`

/** An SQL condition that holds for the rows an audience may see. `column` holds an audience class. */
export const seenBy = (
  column: string,
): string => `(:everything or iif(instr(${column}, '&') = 0, ${seenAs(column)},
    not exists (select 1 from json_each('["' || replace(${column}, '&', '","') || '"]') part where not ${seenAs('part.value')})))`

/** The parameters of `seenBy`. */
export function audienceParameters(audience: Audience) {
  return {
    everything: audience.everything ? 1 : 0,
    classes: JSON.stringify(audience.classes),
    today: audience.today,
  }
}

/** The class that a document, a page or a collection says itself, as an SQL expression over its columns. */
export const ownClass = (document: string) =>
  `case ${document}.visibility when 'embargoed' then 'embargoed:' || coalesce(${document}.embargo_until, '9999-12-31')
    when 'restricted' then 'restricted' || coalesce(':' || ${document}.restricted_to, '')
    else ${document}.visibility end`

/** An SQL condition that holds for documents which an audience may not see, or which were deleted. */
export const unseen = (document: string) =>
  `(${document}.deleted_at is not null or not ${seenBy(`${document}.audience`)})`

/** An SQL condition that holds where an audience may see a page by itself, in documents that it may see. */
export const pageSeen = (page: string) => `(${page}.visibility is null or ${seenBy(`(${ownClass(page)})`)})`

/** An SQL condition for what has a class of its own, or none (null), such as what stands on a page that is withheld. */
export const ownSeen = (column: string) => `(${column} is null or ${seenBy(column)})`
