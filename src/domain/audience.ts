import { type Actor, isAnonymous, mayUse } from './access.ts'
import type { Visibility } from './document.ts'

/** Whom a list or a search answers: all that is not deleted, or the classes named and the embargoes open on `today`. */
export type Audience = { everything: boolean; classes: readonly string[]; today: string }

/** The class under which a thing is indexed: its visibility, an embargo with the day on which it opens, a restriction with the group. */
export function audienceClass(
  visibility: Visibility,
  embargoUntil: string | null,
  group: string | null,
): string {
  if (visibility === 'restricted' && group !== null) return restrictedTo(group)
  return visibility === 'embargoed' ? `embargoed:${embargoUntil ?? '9999-12-31'}` : visibility
}

/** What an actor may find. `today` is YYYY-MM-DD. */
export function audienceOf(actor: Actor, today: string): Audience {
  if (mayUse(actor, 'archivist')) return { everything: true, classes: [], today }
  if (isAnonymous(actor)) return { everything: false, classes: ['public'], today }
  const groups = (actor.groups ?? []).map(restrictedTo)
  return { everything: false, classes: ['public', 'members', ...groups], today }
}

/** One person of an audience, who sees what is hidden from others if they wrote it. */
export type Onlooker = Audience & { me: string }

/** What an actor may find, and who they are. */
export const onlookerOf = (actor: Actor, today: string): Onlooker => ({
  ...audienceOf(actor, today),
  me: actor.id,
})

const restrictedTo = (group: string) => `restricted:${group}`
