import { allOf, privateTo, restrictedTo } from '../audience.ts'
import { invalid } from '../errors.ts'
import { isObject, type Json, type JsonObject } from './json.ts'

/** Whom an annotation is for, as its writer says; `group` where it is for one. */
export type Sharing = { visibility: 'public' | 'group' | 'private'; group: string | null }

export const openToAll: Sharing = { visibility: 'public', group: null }

/**
 * The class of those who see an annotation beside its writer; null where all do who may see what it is about. What is hidden
 * is for its writer alone, and an answer for nobody who may not see what it answers.
 */
export function circleOf(
  { visibility, group }: Sharing,
  { writer, isHidden, answered }: { writer: string; isHidden: boolean; answered: string | null },
): string | null {
  const own = visibility === 'group' && group !== null ? restrictedTo(group) : null
  const alone = visibility === 'private' || isHidden ? privateTo(writer) : null
  const circle = allOf(own, alone, answered)
  return circle === 'public' ? null : circle
}

/** The same of one that is brought: what was hidden where it comes from is for who brings it alone. */
export function sharingBrought(annotation: JsonObject): Sharing | null {
  const { archive } = annotation
  if (isObject(archive) && archive.hidden != null) return { visibility: 'private', group: null }
  return sharingIn(annotation)
}

/** What is said beside an annotation (`archive`) of whom it is for; null where nothing is. */
export function sharingIn(annotation: unknown): Sharing | null {
  const archive = isObject(annotation as Json) ? (annotation as { archive?: Json }).archive : undefined
  if (!isObject(archive) || archive.visibility === undefined) return null
  const { visibility, group = null } = archive
  if (visibility === 'group') {
    if (typeof group === 'string' && group !== '') return { visibility, group }
    throw invalid('archive.group', 'must be the id of the group that it is for.')
  }
  if (visibility !== 'public' && visibility !== 'private')
    throw invalid('archive.visibility', 'must be public, group or private.')
  if (group !== null) throw invalid('archive.group', 'belongs to visibility "group" only.')
  return { visibility, group: null }
}
