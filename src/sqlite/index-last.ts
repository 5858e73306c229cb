import type { Connection } from './open-database.ts'

type Write = () => void

const waiting = new WeakMap<Connection, Write[]>()

/**
 * Has what an effect writes to full-text indexes wait until its end, in the transaction of who calls; of an effect that
 * throws nothing is written. FTS5 writes out what it has gathered as soon as a statement begins that may have to be undone by
 * itself (its xSavepoint), so that among other statements each page would become a segment of the index, to be merged later.
 */
export function indexLast<T>(db: Connection, effect: () => T): T {
  const above = waiting.get(db)
  const own: Write[] = []
  waiting.set(db, own)
  let outcome: T
  try {
    outcome = effect()
  } finally {
    if (above) waiting.set(db, above)
    else waiting.delete(db)
  }
  for (const write of own) writeIndex(db, write)
  return outcome
}

/** Writes to a full-text index: at the end of the effect that is under way, or at once. */
export function writeIndex(db: Connection, write: Write): void {
  const later = waiting.get(db)
  if (later) later.push(write)
  else write()
}
