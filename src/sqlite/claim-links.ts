import { targetsOfSources, targetsOfValue } from '../domain/claim/targets.ts'
import type { Claim } from '../domain/claim.ts'
import { numberOf } from './claim-numbers.ts'
import type { Connection } from './open-database.ts'

/** Keeps what a claim points at and the number that it says, by the row of the claim. */
export function claimLinks(
  db: Connection,
): (seq: number, claim: Pick<Claim, 'property' | 'value' | 'sources'>) => void {
  const bear = db.prepare('insert or ignore into claim_number (key, claim) values (?, ?)')
  const point = db.prepare(
    'insert or ignore into claim_target (claim, role, target, target_type) values (?, ?, ?, ?)',
  )
  return (seq, { property, value, sources }) => {
    const number = numberOf(property, value)
    if (number !== null) bear.run(number, seq)
    for (const { id, type } of targetsOfValue(value)) point.run(seq, 'value', id, type)
    for (const { id, type } of targetsOfSources(sources)) point.run(seq, 'source', id, type)
  }
}
