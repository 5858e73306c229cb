/** What a person, or a program acting for one, is to the archive; each role may do all that the ones before it may. */
export const roles = ['stranger', 'reader', 'annotator', 'archivist', 'administrator'] as const

export type Role = (typeof roles)[number]

/** The level that a route demands; `public` lets strangers in. */
export type Access = 'public' | Exclude<Role, 'stranger'>

/** A role that somebody has with what lies in a collection, or in one within it. */
export type RoleThere = { collection: string; role: (typeof rolesThere)[number] }
export const rolesThere = ['annotator'] as const

/**
 * Who asks. `id` names the account or token in events, and is `anonymous` for whoever showed no credentials; `groups` are
 * the ids of those they are in, `there` what they are in collections beside `role`, `session` is that of the browser, where one
 * asks.
 */
export type Actor = {
  id: string
  role: Role
  groups?: readonly string[]
  there?: readonly RoleThere[]
  session?: string
}

const anonymousId = 'anonymous'

const admits: Record<Access, readonly Role[]> = {
  public: ['stranger', 'reader', 'annotator', 'archivist', 'administrator'],
  reader: ['reader', 'annotator', 'archivist', 'administrator'],
  annotator: ['annotator', 'archivist', 'administrator'],
  archivist: ['archivist', 'administrator'],
  administrator: ['administrator'],
}

/** Whoever showed no credentials: a stranger, or a reader where the archive reads openly. */
export const anonymous = (role: 'stranger' | 'reader'): Actor => ({ id: anonymousId, role })

/** Whether the actor showed no credentials, so that signing in might help. */
export const isAnonymous = (actor: Actor): boolean => actor.role === 'stranger' || actor.id === anonymousId

/** The role that may do less. */
export const lesser = (a: Role, b: Role): Role => (roles.indexOf(a) < roles.indexOf(b) ? a : b)

/** Whether the actor's role reaches the level that a route demands. */
export const mayUse = (actor: Actor, access: Access): boolean => admits[access].includes(actor.role)

/** Whether the actor may do what a level demands with something that lies in these collections. */
export const decide = (actor: Actor, access: Access, around: readonly string[]): boolean =>
  mayUse(actor, access) ||
  (actor.there ?? []).some(
    ({ collection, role }) => admits[access].includes(role) && around.includes(collection),
  )

/** Whether there may be anything with which the actor may do what a level demands. */
export const mayUseSomewhere = (actor: Actor, access: Access): boolean =>
  mayUse(actor, access) || (actor.there ?? []).some(({ role }) => admits[access].includes(role))
