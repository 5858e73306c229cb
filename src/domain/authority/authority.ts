import type { AgentView } from './agent.ts'
import type { HappeningView } from './happening.ts'
import type { PlaceView } from './place.ts'

export const authorityTypes = ['agent', 'place', 'happening'] as const
export type AuthorityType = (typeof authorityTypes)[number]

export const agentKinds = ['person', 'family', 'corporateBody'] as const
export type AgentKind = (typeof agentKinds)[number]

/** What an agent, place or happening is, as a view over the claims about it. */
export type AuthorityView = AgentView | PlaceView | HappeningView

/** A person, family, corporate body, place or happening that claims can name. */
export type Authority<V extends AuthorityView = AuthorityView> = {
  id: string
  type: AuthorityType
  /** Of agents only. */
  kind: AgentKind | null
  version: number
  view: V
  /** What stands in its place since it was merged; claims that name it are then about that. */
  mergedInto: string | null
  createdBy: string
  createdAt: string
  updatedAt: string
}
