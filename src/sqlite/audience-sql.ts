import type { Audience } from '../domain/audience.ts'

/** An SQL condition that holds for the rows an audience may see. `column` holds an audience class. */
export function seenBy(column: string): string {
  return `(:everything or ${column} in (select value from json_each(:classes))
    or (${column} glob 'embargoed:*' and substr(${column}, 11) <= :today))`
}

/** The parameters of `seenBy`. */
export function audienceParameters(audience: Audience) {
  return {
    everything: audience.everything ? 1 : 0,
    classes: JSON.stringify(audience.classes),
    today: audience.today,
  }
}

/** A document's audience class as an SQL expression over its columns. */
export const classOfDocument = (document: string) =>
  `case ${document}.visibility when 'embargoed' then 'embargoed:' || coalesce(${document}.embargo_until, '9999-12-31')
    when 'restricted' then 'restricted' || coalesce(':' || ${document}.restricted_to, '')
    else ${document}.visibility end`

/** An SQL condition that holds for documents which an audience may not see, or which were deleted. */
export const unseen = (document: string) =>
  `(${document}.deleted_at is not null or not ${seenBy(`(${classOfDocument(document)})`)})`

/** An SQL condition that holds where an audience may see a page by itself, in documents that it may see. */
export const pageSeen = (page: string) =>
  `(${page}.visibility is null or ${seenBy(`(${classOfDocument(page)})`)})`

/** An SQL condition for what has a class of its own, or none (null), such as what stands on a page that is withheld. */
export const ownSeen = (column: string) => `(${column} is null or not exists (
    select 1 from json_each('["' || replace(${column}, '&', '","') || '"]') c where not ${seenBy('c.value')}))`
