import type { DocumentReader } from '../ports/documents.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock } from '../ports/identity.ts'
import type { DerivedStore } from '../ports/page-images.ts'

const day = 24 * 3_600_000

/**
 * Removes what was interrupted: files that were being received or derived by a process that is gone, and bytes
 * that no row names and that are older than a day (younger ones may be named in a moment). Returns how many went.
 */
export async function sweepOrphans(deps: {
  files: FileStore
  derived: DerivedStore
  documents: DocumentReader
  ageClock: Clock
}): Promise<number> {
  const now = Date.parse(deps.ageClock())
  let swept = (await deps.files.sweepIncoming(now)) + (await deps.derived.sweepIncoming(now))
  let cursor: string | null = null
  do {
    const page = await deps.files.list(cursor)
    for (const sha256 of page.digests) {
      if (await deps.documents.needsBytes(sha256)) continue
      const { storedAt } = (await deps.files.stat(sha256)) ?? { storedAt: now }
      if (now - storedAt < day) continue
      await deps.files.delete(sha256)
      swept++
    }
    cursor = page.next
  } while (cursor !== null)
  return swept
}
