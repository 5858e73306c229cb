import { type Target, targetsOfSources, targetsOfValue } from '../domain/claim/targets.ts'
import type { Claim } from '../domain/claim.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { AddClaim, ClaimWriter } from '../ports/claims.ts'
import { claimRows } from './claim-rows.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { subjects } from './subjects.ts'
import { targetChecks } from './targets.ts'
import { refuseStale, transactions } from './transact.ts'

/** How a claim is added, or (`before`) revised, within a transaction: with its event and all that is described by it. */
export function appendingClaims(db: Connection) {
  const claims = claimRows(db)
  const about = subjects(db)
  const check = targetChecks(db)
  const record = eventLog(db)
  return function append(command: AddClaim, expectedVersion: number | null, before: Claim | null): Claim {
    const { claim, at, actor } = command
    const document = about.standing(claim.subject, { expectedVersion })
    const known = new Set(before ? targetsOf(before).map(({ id }) => id) : [])
    check(targetsOf(claim).filter(({ id }) => !known.has(id)))
    claims.add(document?.key ?? null, claim)
    about.changed(claim.subject, document, at)
    const verb = before ? 'revise-claim' : 'claim'
    record({ at, actor, verb, subject: claim.subject, document: document?.id ?? null, before, after: claim })
    return claim
  }
}

/** Claims, written, each in one transaction with all that follows from it. */
export function sqliteClaimWriter(db: Connection): ClaimWriter {
  const transact = transactions(db)
  const claims = claimRows(db)
  const append = appendingClaims(db)
  const revisionOf = db
    .prepare<[string], string>('select id from claim where revision_of = ? limit 1')
    .pluck()

  return {
    async add(command) {
      return transact(command, () => append(command, command.expectedVersion ?? null, null))
    },
    async revise(command) {
      return transact(command, () => {
        const before = claims.byId(command.claim.revisionOf ?? '')
        if (!before) throw notFound('claim')
        const revision = revisionOf.get(before.id)
        refuseStale(command, revision ? 2 : 1)
        if (revision)
          throw new ArchiveError('conflict', `This claim was revised already: revise ${revision}.`)
        return append(command, null, before)
      })
    },
  }
}

const targetsOf = ({ value, sources }: Claim): Target[] => [
  ...targetsOfValue(value),
  ...targetsOfSources(sources),
]
