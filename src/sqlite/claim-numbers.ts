import type { ClaimValue } from '../domain/claim.ts'
import { isNumberLike, numberKey } from '../domain/resemblance/number-key.ts'
import type { Connection } from './open-database.ts'

/** What the number in a claim's value is compared as; null where it says none that a paper bears on its face. */
export function numberOf(property: string, { scheme, value }: ClaimValue): string | null {
  if (property !== 'identifier' || !isNumberLike(scheme) || typeof value !== 'string') return null
  return numberKey(value)
}

/** Makes anew what the numbers of all claims are compared as. */
export function renumberClaims(db: Connection): void {
  const all = db.prepare<[], { seq: number; value: string }>(
    "select seq, value from claim where property = 'identifier' order by seq",
  )
  const put = db.prepare('insert or ignore into claim_number (key, claim) values (?, ?)')
  db.exec('delete from claim_number')
  // Read before anything is written, for a statement that is being read blocks the connection.
  for (const { seq, value } of all.all()) {
    const number = numberOf('identifier', JSON.parse(value))
    if (number !== null) put.run(number, seq)
  }
}
