import type { Role } from '../session/use-session.ts'

export type GrantedRole = Exclude<Role, 'stranger'>

/** What somebody can be made, from the least to the most. */
export const grantedRoles = [
  'reader',
  'annotator',
  'archivist',
  'administrator',
] as const satisfies GrantedRole[]

/** Those that may do no more than a role. */
export const rolesUpTo = (role: Role): readonly GrantedRole[] =>
  role === 'stranger' ? [] : grantedRoles.slice(0, grantedRoles.indexOf(role) + 1)
