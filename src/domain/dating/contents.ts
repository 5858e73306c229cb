import { civilOfDay } from '../date/day.ts'
import { sayLasting } from '../date/say-days.ts'
import { earliest, latest, type Range } from '../date/span.ts'
import { periodsInOffice } from './agents.ts'
import { type Assertion, assertionsOf, textOf } from './assertion.ts'
import type { AgentFacts, DatingCase, HappeningFacts, Surroundings } from './case.ts'
import {
  anyDay,
  distinct,
  type Evidence,
  isAnyDay,
  type Misses,
  notAfter,
  notBefore,
  type Rule,
} from './evidence.ts'
import { daysOfFacts, type FactDays } from './facts.ts'
import type { Beginning, DatingWording } from './wording.ts'

/**
 * What the text speaks of. What it prepares had not begun; what it mentions as past or present had (`tense` = *future*
 * proves nothing), and so had a name that it calls a place by (`name`).
 */
export function contentEvidence(
  { claims }: DatingCase,
  things: Surroundings,
  wording: DatingWording,
): readonly Evidence[] {
  const prepared = assertionsOf(claims, 'prepares').flat()
  const mentioned = assertionsOf(claims, 'mentions').flat()
  const placed = assertionsOf(claims, 'place')
  return [
    ...prepared.map((assertion) => prepares(assertion, things, wording)),
    ...mentioned
      .filter(({ value }) => textOf(value, 'tense') !== 'future')
      .map((assertion) => mentions(assertion, things, wording)),
    // Of several places that compete none is certain.
    ...placed.flatMap((group) =>
      group.length === 1 ? group.map((one) => placeName(one, things, wording)) : [],
    ),
  ].filter((evidence) => evidence !== undefined)
}

function prepares(assertion: Assertion, things: Surroundings, wording: DatingWording): Evidence | undefined {
  const happening = things.happenings.get(textOf(assertion.value, 'happening') ?? '')
  const began = factsOf(happening?.date)
  const last = began === null ? null : latest(began.beginning)
  if (happening === undefined || began === null || last === null) return undefined
  const start = beginningOf(began, last, wording)
  const says = wording.prepares(happening.name, start)
  return piece(
    'prepares',
    assertion,
    began,
    notAfter(began.beginning),
    says,
    wording.missesOfHappening(happening.name, start.is),
  )
}

function mentions(assertion: Assertion, things: Surroundings, wording: DatingWording): Evidence | undefined {
  const { value } = assertion
  const happening = things.happenings.get(textOf(value, 'happening') ?? '')
  if (happening !== undefined) return began(assertion, happening.name, null, factsOf(happening.date), wording)
  if (textOf(value, 'place') !== undefined) return placeName(assertion, things, wording)
  const agent = things.agents.get(textOf(value, 'agent') ?? '')
  if (agent === undefined) return undefined
  const [name = ''] = agent.names
  const capacity = textOf(value, 'capacity')
  const inOffice = capacity === undefined ? null : periodsInOffice(agent, capacity, things)
  if (inOffice === null || capacity === undefined || earliest(inOffice.days) === null)
    return began(assertion, name, agent.kind, daysOfFacts(agent.existence), wording)
  const says = wording.mentionsInOffice(name, capacity, sayLasting(inOffice.days, wording.dates))
  return piece(
    'mentions',
    assertion,
    inOffice,
    notBefore(inOffice.days),
    says,
    wording.missesOfOffice(name, capacity),
  )
}

function began(
  assertion: Assertion,
  name: string,
  kind: AgentFacts['kind'] | null,
  facts: FactDays | null,
  wording: DatingWording,
): Evidence | undefined {
  const first = facts === null ? null : earliest(facts.beginning)
  if (facts === null || first === null) return undefined
  const start = beginningOf(facts, first, wording)
  const says = wording.mentions(name, kind, start)
  return piece(
    'mentions',
    assertion,
    facts,
    notBefore(facts.beginning),
    says,
    wording.missesOfMention(name, kind, start.is),
  )
}

function placeName(assertion: Assertion, things: Surroundings, wording: DatingWording): Evidence | undefined {
  const place = things.places.get(textOf(assertion.value, 'place') ?? '')
  const called = textOf(assertion.value, 'name')
  const facts = place?.names.filter(({ text }) => text === called).map(({ period }) => period) ?? []
  const used = facts.every((fact) => fact !== null) ? daysOfFacts(facts) : null
  if (called === undefined || used === null || earliest(used.days) === null) return undefined
  const says = wording.placeName(called, sayLasting(notBefore(used.days), wording.dates))
  const misses = wording.missesOfPlaceName(called)
  return piece('place-name', assertion, used, notBefore(used.days), says, misses)
}

function beginningOf({ days, beginning }: FactDays, day: number, { dates }: DatingWording): Beginning {
  const date = dates.named(civilOfDay(day))
  if (isOneDay(days)) return { date, is: 'day' }
  return { date, is: isOneDay(beginning) ? 'began' : 'bound' }
}

const isOneDay = ([range, ...more]: readonly Range[]) =>
  range !== undefined && more.length === 0 && range.from !== null && range.from === range.to

const factsOf = (dates: HappeningFacts['date'] | undefined) => (dates ? daysOfFacts([dates].flat()) : null)

function piece(
  rule: Rule,
  assertion: Assertion,
  facts: FactDays,
  bound: readonly Range[],
  says: string,
  misses: Misses,
): Evidence | undefined {
  if (isAnyDay(bound)) return undefined
  const isInferred = assertion.inferred || facts.inferred
  return {
    rule,
    says,
    bound,
    withoutInferences: isInferred ? anyDay : bound,
    claims: distinct(assertion.claims, facts.claims),
    marks: [],
    sources: distinct(assertion.sources, facts.sources),
    inferred: [...(assertion.inferred ? [rule] : []), ...(facts.inferred ? ['date'] : [])],
    misses,
  }
}
