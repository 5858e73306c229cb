import type { Audience } from '../domain/audience.ts'
import type { Claim } from '../domain/claim.ts'
import type { ClaimReader } from '../ports/claims.ts'
import { audienceParameters, seenBy, unseen } from './audience-sql.ts'
import { authorityRows } from './authority-rows.ts'
import { type ClaimRow, claimColumns, toClaim } from './claim-rows.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

/** Holds for claims `c` that name no document which an audience may not see, as such or as a source, and no such collection. */
const namesWhatIsSeen = `(:everything or not exists (
    select 1 from claim_target t join document d on d.id = t.target
    where t.claim = c.seq and t.role = 'value' and t.target_type = 'document' and ${unseen('d')})
  and not exists (
    select 1 from claim_target t join source o on o.id = t.target join document d on d.key = o.document
    where t.claim = c.seq and t.role = 'value' and t.target_type = 'source' and ${unseen('d')})
  and not exists (
    select 1 from claim_target t join collection k on k.id = t.target
    where t.claim = c.seq and t.role = 'value' and t.target_type = 'collection' and not ${seenBy('k.audience')}))`

/** Holds for claims `c` that were there at a time, and nothing that was there had taken their place. */
const wasThere = 'c.recorded_at <= :asOf'
const stood = `not exists (select 1 from claim r where r.revision_of = c.id and r.recorded_at <= :asOf)`
const always = '9999'

const narrowed = `c.seq > :after and ${wasThere} and ${namesWhatIsSeen} and (not :standing or ${stood})`

/** Claims, read by a connection that may be read-only. */
export function sqliteClaimReader(db: Connection): ClaimReader {
  const authorities = authorityRows(db)
  const select = (where: string, order: string) =>
    db.prepare<unknown[], ClaimRow>(`select ${claimColumns} from claim c where ${where} ${order}`)
  const byId = select(`c.id = :id and ${namesWhatIsSeen}`, '')
  const ofOne = select(`c.subject = :subject and ${narrowed}`, 'order by c.seq limit :more')
  const ofOneProperty = select(
    `c.subject = :subject and c.property = :property and ${narrowed}`,
    'order by c.seq limit :more',
  )
  const ofSeveral = select(
    `c.subject in (select value from json_each(:subjects)) and (:property is null or c.property = :property)
      and ${narrowed}`,
    'order by c.seq limit :more',
  )
  const chain = db.prepare<unknown[], ClaimRow>(`
    with recursive
      before (id, revision_of) as (select id, revision_of from claim where id = :id
        union all select p.id, p.revision_of from before b join claim p on p.id = b.revision_of),
      after (id) as (select :id union all select n.id from after a join claim n on n.revision_of = a.id),
      chain (id) as (select id from before union select id from after)
    select ${claimColumns} from chain one cross join claim c on c.id = one.id
    where ${namesWhatIsSeen} order by c.seq`)
  const onSource = db.prepare<unknown[], ClaimRow>(`
    select ${claimColumns} from claim_target s join claim c on c.seq = s.claim
    where s.target = :source and s.role = 'source' and s.claim < :before and ${namesWhatIsSeen}
      and (c.document is null or not exists (select 1 from document d where d.key = c.document and ${unseen('d')}))
    order by s.claim desc limit :more`)
  const namingIt = db.prepare<unknown[], ClaimRow>(`
    select ${claimColumns} from claim_target t join claim c on c.seq = t.claim join document d on d.key = c.document
    where t.target = :document and t.role = 'value' and t.claim < :before and c.property = :property
      and c.subject_type = 'document' and not ${unseen('d')} and ${namesWhatIsSeen} and ${wasThere} and ${stood}
    order by t.claim desc limit :more`)
  const hides = db
    .prepare<unknown[], number>(
      `select 1 from source o join document d on d.key = o.document where o.id = :id and ${unseen('d')}`,
    )
    .pluck()

  /** A claim without the citations of documents that the audience may not see. */
  function shown(row: ClaimRow, audience: Audience): Claim {
    const claim = toClaim(row)
    if (audience.everything || claim.sources.length === 0) return claim
    const isSeen = (id: string) => hides.get({ ...audienceParameters(audience), id }) === undefined
    return { ...claim, sources: claim.sources.filter(({ source }) => isSeen(source)) }
  }

  return {
    async find(audience, id) {
      const row = byId.get({ ...audienceParameters(audience), id })
      return row ? shown(row, audience) : null
    },
    async history(audience, id) {
      return chain.all({ ...audienceParameters(audience), id }).map((row) => shown(row, audience))
    },
    async list(audience, { id }, { property = null, standing = false, asOf = always }, slice) {
      const subjects = authorities.mergedInto(id)
      const statement = subjects.length > 1 ? ofSeveral : property === null ? ofOne : ofOneProperty
      const rows = statement.all({
        ...audienceParameters(audience),
        ...(subjects.length > 1 ? { subjects: JSON.stringify(subjects) } : { subject: id }),
        ...(statement === ofOne ? {} : { property }),
        standing: standing ? 1 : 0,
        asOf,
        after: keyOfCursor(slice.cursor, 0),
        more: slice.limit + 1,
      })
      return listing(
        rows,
        slice,
        ({ seq }) => seq,
        (row) => shown(row, audience),
      )
    },
    async naming(audience, document, { property, asOf = always }, slice) {
      const before = keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER)
      const asked = { document, property, asOf, before, more: slice.limit + 1 }
      const rows = namingIt.all({ ...audienceParameters(audience), ...asked })
      return listing(
        rows,
        slice,
        ({ seq }) => seq,
        (row) => shown(row, audience),
      )
    },
    async restingOn(audience, source, slice) {
      const before = keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER)
      const rows = onSource.all({ ...audienceParameters(audience), source, before, more: slice.limit + 1 })
      return listing(
        rows,
        slice,
        ({ seq }) => seq,
        (row) => shown(row, audience),
      )
    },
  }
}
