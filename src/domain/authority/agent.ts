import { textIn, textsIn, valuesOf } from '../claim/read-view.ts'
import type { Claim } from '../claim.ts'
import { type Name, namesOf } from './name.ts'

/** An office that an agent held in a body (an agent's id, or its name as said), in a period or always. */
export type Office = { title: string; body: string | null; period: string | null }

/** A person, family or corporate body as its claims have it; periods are EDTF, ids those of agents. */
export type AgentView = {
  names: readonly Name[]
  existence: readonly string[]
  offices: readonly Office[]
  predecessors: readonly string[]
  successors: readonly string[]
  sameAs: readonly string[]
  note: string | null
}

/** What the standing claims about an agent say. */
export const describeAgent = (claims: readonly Claim[]): AgentView => ({
  names: namesOf(claims),
  existence: textsIn(claims, 'existence', 'edtf'),
  offices: valuesOf(claims, 'office').map((value) => ({
    title: textIn(value, 'title') ?? '',
    body: textIn(value, 'agent') ?? textIn(value, 'text'),
    period: textIn(value, 'period'),
  })),
  predecessors: textsIn(claims, 'predecessor', 'agent'),
  successors: textsIn(claims, 'successor', 'agent'),
  sameAs: textsIn(claims, 'same-as', 'uri'),
  note: textsIn(claims, 'note', 'text')[0] ?? null,
})
