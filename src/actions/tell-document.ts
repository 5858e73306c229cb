import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import type { AgentView } from '../domain/authority/agent.ts'
import type { Authority } from '../domain/authority/authority.ts'
import { targetsOfSources, targetsOfValue } from '../domain/claim/targets.ts'
import { standing } from '../domain/claim.ts'
import type { Collection } from '../domain/collection/collection.ts'
import type { DocumentRecord } from '../domain/document.ts'
import type { Source } from '../domain/source/source.ts'
import type { AuthorityReader } from '../ports/authorities.ts'
import type { CollectionReader } from '../ports/collections.ts'
import type { SourceReader } from '../ports/sources.ts'
import type { WitnessReader } from '../ports/witnesses.ts'
import { claimsSeen, type SeeingClaims } from './claims-seen.ts'

export type TellingDeps = SeeingClaims & {
  witnesses: WitnessReader
  authorities: AuthorityReader
  sources: SourceReader
  collections: CollectionReader
}

/**
 * All that an actor may see of what is said of a document which they may see, now or as it stood at a time: its witnesses,
 * claims, and the agents, sources and collections that these name.
 */
export async function tellDocument(deps: TellingDeps, actor: Actor, record: DocumentRecord, asOf?: string) {
  const audience = audienceOf(actor, deps.clock().slice(0, 10))
  const isThen = ({ recordedAt }: { recordedAt: string }) => asOf === undefined || recordedAt <= asOf
  const seen = await claimsSeen(deps, actor, record.id)
  const claims = seen.shown(seen.all.filter(isThen))
  const witnesses = await deps.witnesses.ofDocument(audience, record.id, asOf)
  const marks = witnesses.flatMap((witness) => witness.marks)
  const cited = [...claims, ...marks].flatMap(({ sources }) => targetsOfSources(sources))
  const targets = [...standing(claims).flatMap(({ value }) => targetsOfValue(value)), ...cited]
  const idsOf = (type: string) => [...new Set(targets.filter((one) => one.type === type).map(({ id }) => id))]

  const agents: Authority<AgentView>[] = []
  for (const id of idsOf('agent')) {
    const agent = await deps.authorities.find('agent', id)
    if (agent) agents.push(agent as Authority<AgentView>)
  }
  const sources: Source[] = []
  for (const id of idsOf('source')) {
    const source = await deps.sources.find(audience, id)
    if (source) sources.push(source)
  }
  const collections: Collection[] = []
  for (const id of idsOf('collection')) {
    const collection = await deps.collections.find(audience, id)
    if (collection) collections.push(collection)
  }
  return {
    id: record.id,
    description: record.description,
    witnesses,
    claims,
    agents,
    sources,
    collections,
  }
}
