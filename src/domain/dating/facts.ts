import { readDated } from '../date/dated.ts'
import { type Range, union } from '../date/span.ts'
import type { Fact } from './case.ts'
import { anyDay, distinct } from './evidence.ts'

/** The days that facts give together, and what gives them. Null where there are none, or one cannot be read. */
export type FactDays = {
  readonly days: readonly Range[]
  readonly withoutInferences: readonly Range[]
  readonly beginning: readonly Range[]
  readonly claims: readonly string[]
  readonly sources: readonly string[]
  readonly inferred: boolean
}

/** The days of several periods or alternatives, united. An inferred one among others never narrows. */
export function daysOfFacts(facts: readonly Fact[]): FactDays | null {
  const readings = facts.map(({ value, calendar }) => readDated({ edtf: value, calendar }))
  if (readings.length === 0) return null
  const days: (readonly Range[])[] = []
  const beginning: (readonly Range[])[] = []
  for (const reading of readings) {
    if (!reading.ok) return null
    days.push(reading.binding)
    // A beginning that is qualified begins on any day.
    beginning.push(reading.approximate || reading.uncertain ? reading.binding : reading.beginning)
  }
  const inferred = facts.every((fact) => fact.inferred === true)
  return {
    days: union(...days),
    withoutInferences: inferred ? anyDay : union(...days),
    beginning: union(...beginning),
    claims: distinct(...facts.map(({ claims }) => claims ?? [])),
    sources: distinct(...facts.map(({ sources }) => sources ?? [])),
    inferred,
  }
}
