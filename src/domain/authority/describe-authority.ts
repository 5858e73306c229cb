import type { Claim } from '../claim.ts'
import { describeAgent } from './agent.ts'
import type { AuthorityType, AuthorityView } from './authority.ts'
import { describeHappening } from './happening.ts'
import { describePlace } from './place.ts'

const describers: Record<AuthorityType, (claims: readonly Claim[]) => AuthorityView> = {
  agent: describeAgent,
  place: describePlace,
  happening: describeHappening,
}

/** What the standing claims about an agent, place or happening say. */
export const describeAuthority = (type: AuthorityType, claims: readonly Claim[]): AuthorityView =>
  describers[type](claims)

/** What a thing is called where one name must do: its first name. */
export const labelOf = ({ names }: AuthorityView): string => names[0]?.text ?? 'Unnamed'
