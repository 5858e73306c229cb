import type { Actor } from '../domain/access.ts'
import { onlookerOf } from '../domain/audience.ts'
import type { Listing, Slice } from '../ports/command.ts'
import type { Changed, HistoryEvent, HistoryReader } from '../ports/history.ts'
import { admit, type Seeing } from './see.ts'

export type HistoryDeps = Seeing & { history: HistoryReader }

/** What was done to a document that the actor may see, newest first, as far as they may read it. */
export async function readHistory(
  deps: HistoryDeps,
  actor: Actor,
  document: string,
  slice: Slice,
): Promise<Listing<HistoryEvent>> {
  await admit(deps, actor, document)
  return deps.history.ofDocument(onlookerOf(actor, deps.clock().slice(0, 10)), document, slice)
}

/** The documents that the actor may see, each with the last that was done to it, the latest first. */
export const readChanges = (
  { history, clock }: Pick<HistoryDeps, 'history' | 'clock'>,
  actor: Actor,
  slice: Slice,
): Promise<Listing<Changed>> => history.changed(onlookerOf(actor, clock().slice(0, 10)), slice)
