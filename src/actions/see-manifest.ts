import { setImmediate } from 'node:timers/promises'
import type { Actor } from '../domain/access.ts'
import { onlookerOf } from '../domain/audience.ts'
import type { AgentView } from '../domain/authority/agent.ts'
import type { Authority } from '../domain/authority/authority.ts'
import type { AnnotationReader } from '../ports/annotations.ts'
import type { CanvasEntry, CanvasReader } from '../ports/canvases.ts'
import type { PageWorkReader } from '../ports/page-work.ts'
import { audienceNow, mayKnow, see } from './see.ts'
import { type TellingDeps, tellDocument } from './tell-document.ts'

export type ManifestDeps = TellingDeps & {
  canvases: CanvasReader
  pageWork: Pick<PageWorkReader, 'missing'>
  annotations: Pick<AnnotationReader, 'count'>
}

/** So many pages are read before others are served. */
const atOnce = 250

/** A document that the actor may see with all that stands in its witnesses, one witness after the other. */
export async function seeManifest(deps: ManifestDeps, actor: Actor, id: string) {
  const record = await see(deps, actor, id)
  const told = await tellDocument(deps, actor, record)
  const notes = record.notes
    .filter(({ guard }) => guard.deletedAt === null && mayKnow(actor, guard, deps.clock()))
    .map(({ says }) => says)
  const entries: CanvasEntry[] = []
  for (const { id: witness } of told.witnesses)
    for await (const some of entriesOf(deps, actor, id, witness)) entries.push(...some)
  const onlooker = onlookerOf(actor, deps.clock().slice(0, 10))
  const isAnnotated = (await deps.annotations.count(onlooker, { document: id, isWhole: true })) > 0
  return { ...told, notes, entries, isAnnotated, agents: await standingFor(deps, told.agents) }
}

/** Agents by the ids that claims name them by; for one that was merged stands what it was merged into. */
async function standingFor(
  { authorities }: Pick<ManifestDeps, 'authorities'>,
  agents: readonly Authority<AgentView>[],
): Promise<Map<string, Authority<AgentView>>> {
  const known = new Map<string, Authority<AgentView>>()
  for (const agent of agents) {
    const { mergedInto } = agent
    const survivor = mergedInto === null ? null : await authorities.find('agent', mergedInto)
    const standing = (survivor as Authority<AgentView> | null) ?? agent
    known.set(agent.id, standing).set(standing.id, standing)
  }
  return known
}

async function* entriesOf(
  deps: ManifestDeps,
  actor: Actor,
  document: string,
  witness: string,
): AsyncGenerator<CanvasEntry[]> {
  const { canvases, pageWork } = deps
  const audience = audienceNow(deps, actor)
  const leaves = await pageWork.missing(document, witness, 0, Number.MAX_SAFE_INTEGER)
  const missing = Map.groupBy(leaves, ({ after }) => after)
  const behind = (number: number) =>
    (missing.get(number) ?? []).map((leaf): CanvasEntry => ({ kind: 'missing', witness, ...leaf }))
  yield behind(0)
  for (let after = 0; ; ) {
    const pages = await canvases.pages(witness, after, atOnce, audience)
    yield pages.flatMap((page) => [{ kind: 'page' as const, witness, ...page }, ...behind(page.number)])
    after = pages.at(-1)?.number ?? after
    if (pages.length < atOnce) return
    await setImmediate()
  }
}
