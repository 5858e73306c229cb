import { earliest, latest, type Range } from '../date/span.ts'
import { components } from './components.ts'
import type { Other, Relation } from './relations.ts'

/** The first and the last day on which a writing can lie, as far as it bounds others; ±Infinity where nothing bounds it. */
export type Ends = { readonly first: number; readonly last: number }

/** The days by which a writing bounds others. `settled` ones are what the archive says, whatever others imply. */
export type Ground = { readonly days: readonly Range[]; readonly settled: boolean }

/** The ends of a writing; for a document that asks, without what they owe to the days that it claims itself. */
export type EndsOf = (other: Other, asking?: string) => Ends

/** A writing's name in the web of relations. */
export const keyOf = ({ kind, id }: Other): string => `${kind} ${id}`

/**
 * Carries bounds along the relations until nothing changes: what is not before something is not before its first day,
 * what is not after it not after its last. First and last days are independent of one another, only ever narrow, and are
 * taken from the days of the ground, so that this ends, and its outcome depends on no order. Each is one pass over the
 * writings in the order of their relations, repeated only among those that bound each other. Where no day of a
 * writing's own is left it passes on what it was given.
 */
export function propagate(relations: readonly Relation[], ground: (key: string) => Ground): EndsOf {
  const firsts = pass(relations, 'notBefore', ground)
  const lasts = pass(relations, 'notAfter', ground)
  return (other, asking) => {
    const key = keyOf(other)
    const asker = asking === undefined ? undefined : keyOf({ kind: 'document', id: asking })
    const [first, last] = [firsts.get(key), lasts.get(key)]
    const { days } = ground(key)
    return {
      first: first === undefined ? (earliest(days) ?? nothing) : valueFor(first, asker),
      last: last === undefined ? (latest(days) ?? -nothing) : -valueFor(last, asker),
    }
  }
}

const nothing = Number.NEGATIVE_INFINITY

/** A bound, whose days it is owed to, and what is left of it without these. */
type Bound = { value: number; origin: string; otherwise: number }

const unbounded: Bound = { value: nothing, origin: '', otherwise: nothing }

const valueFor = (bound: Bound | undefined, asker: string | undefined): number => {
  if (bound === undefined) return nothing
  return bound.origin === asker ? bound.otherwise : bound.value
}

/** What bounds one writing from one side: the widest of the alternatives. */
type Constraint = { readonly on: string; readonly by: readonly string[] }

/** First days; or last days turned round, so that these, too, only grow. */
function pass(
  relations: readonly Relation[],
  side: Relation['side'],
  ground: (key: string) => Ground,
): ReadonlyMap<string, Bound> {
  const constraints = relations.flatMap((relation) => constraintsOf(relation, side))
  const names = [...new Set(constraints.flatMap(({ on, by }) => [on, ...by]))].sort()
  const numberOf = new Map(names.map((name, i) => [name, i]))
  const on = Map.groupBy(constraints, (constraint) => constraint.on)
  const needs = (node: number) =>
    (on.get(names[node] ?? '') ?? []).flatMap(({ by }) => by.map((name) => numberOf.get(name) ?? 0))
  const bounds = new Map<string, Bound>()
  for (const members of components(names.length, needs)) {
    const nodes = members.map((member) => {
      const name = names[member] ?? ''
      const { days, settled } = ground(name)
      const given = settled ? [] : (on.get(name) ?? [])
      return { name, starts: startsOf(days, side), given }
    })
    while (nodes.map((node) => raise(node, bounds)).includes(true) && nodes.length > 1);
    while (nodes.map((node) => raiseOtherwise(node, bounds)).includes(true) && nodes.length > 1);
  }
  return bounds
}

type Node = {
  readonly name: string
  readonly starts: readonly [number, number][]
  readonly given: readonly Constraint[]
}

/** Takes in what a writing is given; whether that changed its bound. Of equal origins the first by name counts. */
function raise({ name, starts, given }: Node, bounds: Map<string, Bound>): boolean {
  let [value, origin] = [nothing, '']
  for (const { by } of given) {
    let weakest: Bound = { value: -nothing, origin: '', otherwise: nothing }
    for (const other of by) {
      // Of an alternative that nothing is known of yet nothing follows.
      const bound = bounds.get(other) ?? unbounded
      if (bound.value < weakest.value || (bound.value === weakest.value && bound.origin < weakest.origin))
        weakest = bound
    }
    if (weakest.value > value || (weakest.value === value && weakest.origin < origin))
      [value, origin] = [weakest.value, weakest.origin]
  }
  const own = firstFrom(starts, value)
  const isOwn = own > value || (own === starts[0]?.[0] && name < origin)
  if (isOwn) [value, origin] = [own, name]
  const before = bounds.get(name)
  if (before?.value === value && before.origin === origin) return false
  bounds.set(name, { value, origin, otherwise: nothing })
  return true
}

/** The same for what is left without the days that the bound is owed to. */
function raiseOtherwise({ name, starts, given }: Node, bounds: Map<string, Bound>): boolean {
  const bound = bounds.get(name)
  if (bound === undefined) return false
  const values = given.map(({ by }) =>
    Math.min(...by.map((other) => valueFor(bounds.get(other), bound.origin))),
  )
  const value = Math.max(nothing, ...values)
  const otherwise = bound.origin === name ? value : firstFrom(starts, value)
  if (otherwise <= bound.otherwise) return false
  bound.otherwise = otherwise
  return true
}

function constraintsOf({ subject, side, members }: Relation, wanted: Relation['side']): Constraint[] {
  const own = keyOf({ kind: 'document', id: subject })
  const others = members.map(({ other }) => keyOf(other))
  if (side === wanted) return [{ on: own, by: others }]
  const [other, ...more] = others
  // That one of several alternatives lies before says nothing of any single one.
  return other === undefined || more.length > 0 ? [] : [{ on: other, by: [own] }]
}

function startsOf(days: readonly Range[], side: Relation['side']): readonly [number, number][] {
  const ranges = days.map(({ from, to }): [number, number] => [from ?? nothing, to ?? -nothing])
  return side === 'notBefore' ? ranges : ranges.map(([from, to]): [number, number] => [-to, -from]).reverse()
}

function firstFrom(ranges: readonly [number, number][], least: number): number {
  for (const [from, to] of ranges) if (to >= least) return Math.max(from, least)
  return least
}
