import type { GrantedRole } from './account.ts'

/**
 * A link that lets somebody in once: the first administrator (`set-up`), somebody invited, or whoever has forgotten the
 * password of `account`. What it says of them is offered when they join, and `role` is what they become.
 */
export type EntryLink = {
  id: string
  purpose: 'set-up' | 'invitation' | 'password'
  account: string | null
  login: string | null
  name: string | null
  role: GrantedRole
  madeBy: string
  createdAt: string
  expiresAt: string
}

/** For how many days a link stands that nobody uses. */
export const linkDays = { 'set-up': 7, invitation: 14, password: 2 } as const

/** The time so many days after another, RFC 3339 UTC. */
export const daysAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString()
