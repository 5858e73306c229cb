import { allOf, audienceClass } from '../domain/audience.ts'
import type { Visibility } from '../domain/document.ts'
import { ownClass } from './audience-sql.ts'
import { datingLinks } from './dating-links.ts'
import type { DocumentRow } from './document-rows.ts'
import { isPlacing } from './filter-sql.ts'
import type { Connection } from './open-database.ts'
import { redating } from './redating.ts'
import { staleDescriptions } from './stale-descriptions.ts'

type Own = { visibility: Visibility; embargo_until: string | null; restricted_to: string | null }
type Unit = Own & { key: number; parent: number | null; audience: string }
type Held = { key: number; own: string; around: string | null; audience: string }

/** So many documents that bound others are dated anew in the transaction of the change; of more each opens when it is. */
const mostAtOnce = 500

/** Keeps true who may see collections, and with them the documents that lie in them. */
export function collectionClasses(db: Connection, most: number = mostAtOnce) {
  const links = datingLinks(db)
  const redate = redating(db)
  const stale = staleDescriptions(db)
  const byKey = db.prepare<[number], Unit>('select * from collection where key = ?')
  const within = db.prepare<[number], Unit>('select * from collection where parent = ? order by key')
  const wholes = db.prepare<[], Unit>('select * from collection where parent is null order by key')
  const set = db.prepare('update collection set audience = ? where key = ?')
  const held = db.prepare<[string], Held>(`
    select d.key, ${ownClass('d')} as own, d.audience,
      (select group_concat(distinct k.audience) from claim c join collection k on k.id = c.value ->> '$.collection'
        where c.document = d.key and ${isPlacing('c')}) as around
    from document d where d.key in (
      select c.document from json_each(?) i join collection k on k.key = i.value
      cross join claim_target g on g.target = k.id and g.role = 'value' cross join claim c on c.seq = g.claim
      where ${isPlacing('c')})`)
  const setDocument = db.prepare('update document set audience = ? where key = ?')
  const documents = db.prepare<[string], DocumentRow>(
    'select * from document where key in (select value from json_each(?)) order by key',
  )
  const rowsOf = (keys: Iterable<number>) => documents.all(JSON.stringify([...keys]))

  /** Makes the class of a collection and of all within it anew; returns the keys of those that have another one. */
  function settle(unit: Unit, outer: string): number[] {
    const audience = allOf(audienceClass(unit.visibility, unit.embargo_until, unit.restricted_to), outer)
    const isOther = audience !== unit.audience
    if (isOther) set.run(audience, unit.key)
    return [...(isOther ? [unit.key] : []), ...within.all(unit.key).flatMap((one) => settle(one, audience))]
  }

  /**
   * Documents that bound others, or are bounded, have dates that tell of these. Those beside them forget at once what they
   * may not tell any more; themselves open when they have been dated, those that are too many by a job.
   */
  function change(wanted: ReadonlyMap<number, Held & { wanted: string }>, at: string): void {
    const beside = links.linked([...wanted.keys()])
    const bound = [...beside.keys()]
    const later = new Set(bound.slice(most))
    for (const { key, audience, wanted: next } of wanted.values())
      setDocument.run(later.has(key) ? allOf(audience, next) : next, key)
    const others = new Set([...beside.values()].flat().filter((key) => !wanted.has(key)))
    redate.changed(rowsOf(bound.slice(0, most)), rowsOf(others), at, most)
    stale.put(rowsOf(later), at)
  }

  return {
    /** After a collection has come, has moved or says something else. */
    changed(key: number, at: string): void {
      const unit = byKey.get(key)
      if (!unit) throw new Error('a collection has no row')
      const outer = unit.parent === null ? undefined : byKey.get(unit.parent)
      const others = settle(unit, outer?.audience ?? 'public')
      const wanted = new Map<number, Held & { wanted: string }>()
      if (others.length > 0)
        for (const row of held.all(JSON.stringify(others))) {
          const next = allOf(row.own, ...(row.around?.split(',') ?? []))
          if (next !== row.audience) wanted.set(row.key, { ...row, wanted: next })
        }
      if (wanted.size > 0) change(wanted, at)
    },
    /** All collections, where none has a class yet. */
    settleAll(): void {
      for (const unit of wholes.all()) settle(unit, 'public')
    },
  }
}
