import type { Shown, Visibility } from '../domain/document.ts'
import { invalid } from '../domain/errors.ts'

/** What is written of who may see a thing: what is left out stays as it is, as far as it fits the rest. */
export type Showing = {
  visibility?: Visibility | null
  embargoUntil?: string | null
  group?: string | null
}

/** Who may see a thing after a change; ArchiveError('invalid-input') for what does not fit together. */
export function shownAfter(before: Shown, change: Showing): Shown {
  const { visibility = before.visibility, embargoUntil: until, group: told } = change
  if (visibility === null) throw invalid('visibility', 'cannot be taken away: say who may see it.')
  const embargoUntil =
    visibility === 'embargoed' ? (until === undefined ? before.embargoUntil : until) : (until ?? null)
  const group = visibility === 'restricted' ? (told === undefined ? before.group : told) : (told ?? null)
  refuseOpenEmbargo(visibility, embargoUntil)
  refuseLooseGroup(visibility, group)
  return { visibility, embargoUntil, group }
}

/** Refuses an embargo that would never open, and a day where nothing is embargoed. */
export function refuseOpenEmbargo(visibility: Visibility, embargoUntil: string | null): void {
  if (visibility === 'embargoed' && embargoUntil === null) {
    throw invalid(
      'embargoUntil',
      'is required for visibility "embargoed": the day on which it opens, such as 2031-01-01.',
    )
  }
  if (visibility !== 'embargoed' && embargoUntil !== null) {
    throw invalid('embargoUntil', 'belongs to visibility "embargoed" only.')
  }
}

/** Refuses a group where nothing is restricted. */
export function refuseLooseGroup(visibility: Visibility, group: string | null): void {
  if (visibility !== 'restricted' && group !== null)
    throw invalid('group', 'belongs to visibility "restricted" only.')
}
