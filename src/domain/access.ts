/** What a person, or a program acting for one, is to the archive; each role may do all that the ones before it may. */
export const roles = ['stranger', 'reader', 'annotator', 'archivist', 'administrator'] as const

export type Role = (typeof roles)[number]

/** The level that a route demands; `public` lets strangers in. */
export type Access = 'public' | Exclude<Role, 'stranger'>

/**
 * Who asks. `id` names the account or token in events, and is `anonymous` for whoever showed no credentials; `groups` are
 * the ids of those they are in, `session` is that of the browser, where one asks.
 */
export type Actor = { id: string; role: Role; groups?: readonly string[]; session?: string }

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
