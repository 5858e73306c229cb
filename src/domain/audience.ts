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

/** Who keeps the archive, and the archive itself. */
export const everybody: Audience = { everything: true, classes: [], today: '' }

/** The class of what only those see who see everything. */
export const kept = 'kept'
/** The class of what stands in the place of something else for all who do not see everything. */
export const cut = 'cut'
/** The class of what is there before a day. */
export const until = (day: string): string => `until:${day}`
/** The class of what is there from a day on. */
export const from = (day: string): string => `embargoed:${day}`

/** The class of what is seen by whoever may see things of each of these classes. */
export function allOf(...classes: readonly (string | null)[]): string {
  const parts = classes.flatMap((one) => one?.split('&') ?? []).filter((one) => one !== 'public')
  return parts.length === 0 ? 'public' : [...new Set(parts)].sort().join('&')
}

/** Whether an audience sees things of a class. */
export function sees(audience: Audience, name: string): boolean {
  if (audience.everything) return !name.split('&').includes(cut)
  return name.split('&').every((part) => seesPart(audience, part))
}

function seesPart({ classes, today }: Audience, part: string): boolean {
  if (part.startsWith('embargoed:')) return part.slice('embargoed:'.length) <= today
  if (part.startsWith('until:')) return today < part.slice('until:'.length)
  return part === cut || classes.includes(part)
}

/** What an actor may find. `today` is YYYY-MM-DD. */
export function audienceOf(actor: Actor, today: string): Audience {
  if (mayUse(actor, 'archivist')) return { everything: true, classes: [], today }
  if (isAnonymous(actor)) return { everything: false, classes: ['public'], today }
  const groups = (actor.groups ?? []).map(restrictedTo)
  return { everything: false, classes: ['public', 'members', ...groups, privateTo(actor.id)], today }
}

/** One person of an audience, who sees what is hidden from others if they wrote it. */
export type Onlooker = Audience & { me: string }

/** What an actor may find, and who they are. */
export const onlookerOf = (actor: Actor, today: string): Onlooker => ({
  ...audienceOf(actor, today),
  me: actor.id,
})

/** The class of what is for a group. */
export const restrictedTo = (group: string) => `restricted:${group}`
/** The class of what is for one person. */
export const privateTo = (person: string) => `private:${person}`
