import { analysisStamp } from './analysis-stamp.ts'
import { renumberClaims } from './claim-numbers.ts'
import { type Damage, damageOf, forgetDamagedIndex } from './damage.ts'
import { documentReadings } from './document-readings.ts'
import { documentRows } from './document-rows.ts'
import { indexLast } from './index-last.ts'
import type { Connection } from './open-database.ts'
import { redating } from './redating.ts'
import { forgetTerms } from './terms.ts'
import { signAllTexts } from './text-signing.ts'

const describedTogether = 500

/**
 * Makes the whole index anew from the texts, and the descriptions from the claims, in one transaction: searches see the
 * old one until it is done. So is what texts and numbers are compared by. Yields how many of how many documents are done.
 */
export function* reindex(
  db: Connection,
  at: string,
  damage: Damage = damageOf(db),
): Generator<{ done: number; total: number }> {
  forgetDamagedIndex(db, damage)
  const documents = documentRows(db)
  const indexed = documentReadings(db)
  const redate = redating(db)
  const ids = db.prepare<[], string>('select id from document where deleted_at is null order by key').pluck()
  db.exec('begin immediate')
  try {
    db.exec("insert into reading_fts (reading_fts) values ('delete-all')")
    db.prepare('update reading set entombed_at = ? where entombed_at is null').run(at)
    db.exec("delete from term_batch; insert into term_stem (term_stem) values ('delete-all')")
    forgetTerms(db)
    const all = ids.all()
    for (const [done, id] of all.entries()) {
      if (done % describedTogether === 0) {
        const some = all.slice(done, done + describedTogether).flatMap((one) => documents.row(one) ?? [])
        redate.overdue(some, at)
      }
      const row = documents.row(id)
      if (row) indexLast(db, () => indexed.refresh(row, at))
      yield { done: done + 1, total: all.length }
    }
    renumberClaims(db)
    signAllTexts(db, at)
    analysisStamp(db).renew()
    db.exec('commit')
  } catch (error) {
    db.exec('rollback')
    throw error
  }
}
