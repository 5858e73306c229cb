import type { AuditWriter, Seal, Signer } from '../ports/audit.ts'
import type { Clock } from '../ports/identity.ts'

export type SealDeps = { auditWriter: AuditWriter; signer: Signer; clock: Clock }

/**
 * Seals all that was recorded since the last seal, and signs what nobody has signed, or as far as it
 * comes before the signal; returns the seals that are new.
 */
export async function sealArchive(
  { auditWriter, signer, clock }: SealDeps,
  ends?: AbortSignal,
): Promise<Seal[]> {
  const made: Seal[] = []
  for (let more = true; more && !ends?.aborted; ) {
    const sealed = await auditWriter.seal({ at: clock() })
    if (sealed) made.push(sealed.seal)
    more = sealed?.more ?? false
  }
  for (const { seq, digest } of await auditWriter.unsigned()) {
    const signature = signer.sign(Buffer.from(digest, 'hex'))
    const { id, publicKey } = signer
    await auditWriter.sign({ seq, at: clock(), signer: id, publicKey, signature })
  }
  return made
}
