import { describeWitness, misleads } from '../domain/witness/witness.ts'
import { refreshAffected } from './affected.ts'
import { claimRows } from './claim-rows.ts'
import type { Connection } from './open-database.ts'
import type { WitnessRow } from './witness-rows.ts'

/** Makes anew, after the claims about a witness have changed, what is kept of it beside them, and its document. */
export function witnessRefresh(db: Connection): (row: WitnessRow, at: string) => void {
  const claims = claimRows(db)
  const refresh = refreshAffected(db)
  const put = db.prepare('update witness set said_label = ?, version = version + 1 where key = ?')
  const forget = db.prepare('delete from misattribution where witness = ?')
  const misattribute = db.prepare(`
    insert into misattribution (witness, document, names, heading, status)
    select :witness, :document, key, :text, :status from document where id = :names`)
  return ({ key, id, document_key }, at) => {
    const { label, headingAsPrinted } = describeWitness(claims.ofSubject(id))
    put.run(label, key)
    forget.run(key)
    if (misleads(headingAsPrinted))
      misattribute.run({ witness: key, document: document_key, ...headingAsPrinted })
    refresh({ type: 'witness', id }, at)
  }
}
