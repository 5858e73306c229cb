import { allOf, audienceClass } from '../domain/audience.ts'
import type { DocumentRow } from './document-rows.ts'
import { isPlacing } from './filter-sql.ts'
import type { Connection } from './open-database.ts'

type Own = Pick<DocumentRow, 'visibility' | 'embargo_until' | 'restricted_to' | 'audience'>

/** Keeps true who may see documents: whom each itself lets in, and all collections in which a witness of it lies. */
export function documentClasses(db: Connection) {
  const own = db.prepare<[number], Own>(
    'select visibility, embargo_until, restricted_to, audience from document where key = ?',
  )
  const around = db
    .prepare<[number], string>(`
      select distinct k.audience from claim c join collection k on k.id = c.value ->> '$.collection'
      where c.document = ? and ${isPlacing('c')} and k.audience <> 'public'`)
    .pluck()
  const set = db.prepare('update document set audience = ? where key = ?')
  return {
    /** Makes the class of a document anew, and returns it. */
    refresh(key: number): string {
      const row = own.get(key)
      if (!row) throw new Error('a document has no row')
      const { visibility, embargo_until, restricted_to } = row
      const audience = allOf(audienceClass(visibility, embargo_until, restricted_to), ...around.all(key))
      if (audience !== row.audience) set.run(audience, key)
      return audience
    },
  }
}
