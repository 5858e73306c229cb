import { components } from './components.ts'
import type { Relation } from './relations.ts'

/** A chain of relations that would make each of its documents later than itself. */
export type Cycle = { readonly documents: readonly string[]; readonly relations: readonly Relation[] }

export type Order = {
  /** By document; of several cycles that it lies on, one of the shortest through some relation. */
  readonly cycles: ReadonlyMap<string, Cycle>
  /** The relations that can be relied on: none among documents whose order is impossible. */
  readonly sound: readonly Relation[]
}

type Edge = { readonly earlier: string; readonly later: string; readonly relation: Relation }

/**
 * Finds impossible orders: rings of relations of which at least one cannot hold within a day. Documents that only mention
 * or quote one another are no ring. Alternatives prove no order. Takes time linear in relations, but for the rings.
 */
export function findCycles(relations: readonly Relation[]): Order {
  const edges = relations.flatMap(edgeOf).sort(byNames)
  const names = [...new Set(edges.flatMap(({ earlier, later }) => [earlier, later]))]
  const numberOf = new Map(names.map((name, i) => [name, i]))
  const from = Map.groupBy(edges, ({ earlier }) => earlier)
  const targets = (node: number) =>
    (from.get(names[node] ?? '') ?? []).map(({ later }) => numberOf.get(later) ?? 0)
  const componentOf = new Map<string, number>()
  for (const [i, members] of components(names.length, targets).entries())
    for (const member of members) componentOf.set(names[member] ?? '', i)
  const inside = edges.filter(({ earlier, later }) => componentOf.get(earlier) === componentOf.get(later))
  const impossible = new Set(
    inside.filter(({ relation }) => relation.strict).map(({ earlier }) => componentOf.get(earlier)),
  )
  const broken = inside.filter(({ earlier }) => impossible.has(componentOf.get(earlier)))
  const lost = new Set(broken.map(({ relation }) => relation))
  return { cycles: ringsAmong(broken), sound: relations.filter((relation) => !lost.has(relation)) }
}

function edgeOf(relation: Relation): Edge[] {
  const [member, ...others] = relation.members
  if (member === undefined || others.length > 0 || member.other.kind !== 'document') return []
  const { subject, side } = relation
  const other = member.other.id
  return side === 'notBefore'
    ? [{ earlier: other, later: subject, relation }]
    : [{ earlier: subject, later: other, relation }]
}

function ringsAmong(edges: readonly Edge[]): ReadonlyMap<string, Cycle> {
  const cycles = new Map<string, Cycle>()
  const from = Map.groupBy(edges, ({ earlier }) => earlier)
  for (const edge of edges) {
    if (!edge.relation.strict || (cycles.has(edge.earlier) && cycles.has(edge.later))) continue
    const ring = [edge, ...shortestPath(edge.later, edge.earlier, from)]
    const documents = ring.map(({ earlier }) => earlier)
    const cycle = { documents, relations: ring.map(({ relation }) => relation) }
    for (const document of documents) if (!cycles.has(document)) cycles.set(document, cycle)
  }
  return cycles
}

function shortestPath(start: string, end: string, from: ReadonlyMap<string, readonly Edge[]>): Edge[] {
  const cameBy = new Map<string, Edge>()
  const queue = [start]
  for (const here of queue) {
    if (here === end) break
    for (const edge of from.get(here) ?? []) {
      if (edge.later === start || cameBy.has(edge.later)) continue
      cameBy.set(edge.later, edge)
      queue.push(edge.later)
    }
  }
  const path: Edge[] = []
  for (let edge = cameBy.get(end); edge !== undefined; edge = cameBy.get(edge.earlier)) path.unshift(edge)
  return path
}

function byNames(a: Edge, b: Edge): number {
  const [ofA, ofB] = [a, b].map(({ earlier, later, relation }) =>
    [earlier, later, relation.property, ...relation.members.flatMap(({ claims }) => claims)].join(' '),
  )
  return Number((ofA ?? '') > (ofB ?? '')) - Number((ofA ?? '') < (ofB ?? ''))
}
