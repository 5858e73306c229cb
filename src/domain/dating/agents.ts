import { sayLasting } from '../date/say-days.ts'
import { contains, type Range } from '../date/span.ts'
import { type Assertion, assertionsOf, textOf } from './assertion.ts'
import type { AgentFacts, DatingCase, OfficeFacts, Surroundings } from './case.ts'
import { anyDay, distinct, type Evidence, isAnyDay, type Rule } from './evidence.ts'
import { daysOfFacts, type FactDays } from './facts.ts'
import { unite } from './unite.ts'
import type { DatingWording, Role } from './wording.ts'

const roles = ['issuer', 'author', 'signatory', 'addressee'] as const satisfies readonly (Role & Rule)[]

/**
 * The issuing body existed only then; author, signatory and addressee lived, or held the office that they are named by,
 * only then. An office without a period bounds nothing, so that the life does.
 */
export function agentEvidence(
  { claims }: DatingCase,
  things: Surroundings,
  wording: DatingWording,
): readonly Evidence[] {
  return roles.flatMap((role) =>
    assertionsOf(claims, role).flatMap((alternatives) => {
      const pieces = alternatives.map((assertion) => piecesOf(role, assertion, things, wording))
      const [only, ...others] = pieces
      if (only !== undefined && others.length === 0) return only
      const united = unite(
        pieces.map((piece) => piece[0]),
        wording,
      )
      return united === undefined ? [] : [united]
    }),
  )
}

/** The periods in which an agent held the office that a capacity names, or null where none is known. */
export function periodsInOffice(agent: AgentFacts, capacity: string, things: Surroundings): FactDays | null {
  const exact = agent.offices.filter((office) => plain(office.title) === plain(capacity))
  const offices =
    exact.length > 0 ? exact : agent.offices.filter((office) => namesOffice(capacity, office, things))
  const periods = offices.map(({ period }) => period)
  // Of an office held at an unknown time any day may be meant.
  return periods.every((period) => period !== null) ? daysOfFacts(periods) : null
}

function piecesOf(role: Role & Rule, assertion: Assertion, things: Surroundings, wording: DatingWording) {
  const agent = things.agents.get(textOf(assertion.value, 'agent') ?? '')
  if (agent === undefined) return []
  const [name = ''] = agent.names
  const capacity = textOf(assertion.value, 'capacity')
  const inOffice = capacity === undefined ? null : periodsInOffice(agent, capacity, things)
  const existence = daysOfFacts(agent.existence)
  const pieces: Evidence[] = []
  if (inOffice !== null && capacity !== undefined && !isAnyDay(inOffice.days)) {
    const says = wording.heldOffice(role, name, capacity, sayLasting(inOffice.days, wording.dates))
    pieces.push(piece(role, assertion, inOffice, says, wording.missesOfOffice(name, capacity)))
  }
  const [office] = pieces
  const addsNothing = office !== undefined && existence !== null && contains(existence.days, office.bound)
  if (existence !== null && !addsNothing && !isAnyDay(existence.days)) {
    const says = wording.existed(role, name, agent.kind, sayLasting(existence.days, wording.dates))
    pieces.push(piece(role, assertion, existence, says, wording.missesOfExistence(name, agent.kind)))
  }
  return pieces
}

function piece(
  rule: Rule,
  assertion: Assertion,
  facts: FactDays,
  says: string,
  misses: Evidence['misses'],
): Evidence {
  const withoutInferences: readonly Range[] = assertion.inferred ? anyDay : facts.withoutInferences
  return {
    rule,
    says,
    bound: facts.days,
    withoutInferences,
    claims: distinct(assertion.claims, facts.claims),
    marks: [],
    sources: distinct(assertion.sources, facts.sources),
    inferred: [...(assertion.inferred ? [rule] : []), ...(facts.inferred ? ['period'] : [])],
    misses,
  }
}

function namesOffice(capacity: string, { title, body }: OfficeFacts, things: Surroundings): boolean {
  const [whole, start] = [plain(capacity), plain(title)]
  if (body === null || start === '' || !whole.startsWith(`${start} `)) return false
  const rest = whole.slice(start.length + 1).replace(/^((of|for|in|at|the) )+/, '')
  return things.agents.get(body)?.names.some((name) => plain(name) === rest) ?? false
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
