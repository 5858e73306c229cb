import type { Actor } from '../domain/access.ts'
import type { Clock } from '../ports/identity.ts'
import type { DerivedStore } from '../ports/page-images.ts'
import type { Rederivation, RederivationWriter } from '../ports/rederivation.ts'

export type RederiveDeps = {
  rederivation: RederivationWriter
  derived: DerivedStore
  clock: Clock
  wake(): void
}

/**
 * Throws away what was made from originals and queues jobs that make it anew; originals, and what people wrote, stay as
 * they are. Yields how many of how many files are done. Interrupted, it may be called again.
 */
export async function* rederive(
  deps: RederiveDeps,
  actor: Actor,
  wish: Rederivation,
): AsyncGenerator<{ done: number; total: number }> {
  const { rederivation, derived, clock } = deps
  const total = await rederivation.count()
  let done = 0
  for (let after: number | null = 0; after !== null; ) {
    const taken: Awaited<ReturnType<RederivationWriter['take']>> = await rederivation.take({
      at: clock(),
      actor: actor.id,
      after,
      wish,
    })
    for (const { sha256, filePage } of taken.discarded) await derived.delete(sha256, filePage)
    after = taken.next
    done += taken.files
    yield { done, total: Math.max(done, total) }
  }
  deps.wake()
}
