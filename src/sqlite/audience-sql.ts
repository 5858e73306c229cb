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
