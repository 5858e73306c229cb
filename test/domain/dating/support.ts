import { readEdtf } from '../../../src/domain/date/edtf.ts'
import type {
  AgentFacts,
  DatingCase,
  DatingClaim,
  DocumentFacts,
  HappeningFacts,
  MarkFacts,
  PlaceFacts,
  SourceFacts,
  Surroundings,
  WitnessFacts,
} from '../../../src/domain/dating/case.ts'
import type { Dating, Window } from '../../../src/domain/dating/dating.ts'

/** A standing claim about a document: asserted, normal, stated, resting on one source. */
export function aClaim(
  id: string,
  document: string,
  property: string,
  value: Record<string, unknown>,
  more: Partial<DatingClaim> = {},
): DatingClaim {
  return {
    id,
    subject: { type: 'document', id: document },
    property,
    value,
    polarity: 'asserted',
    rank: 'normal',
    nature: 'stated',
    sources: [{ source: `source of ${id}`, stance: 'states' }],
    ...more,
  }
}

export const aCase = (document: string, claims: readonly DatingClaim[], more: Partial<DatingCase> = {}) => ({
  document,
  claims,
  witnesses: [],
  incoming: [],
  ...more,
})

export const aMark = (
  id: string,
  kind: string,
  date: string | null,
  more: Partial<MarkFacts> = {},
): MarkFacts => ({
  id,
  kind,
  date,
  asRead: null,
  inferred: [],
  because: null,
  sources: [],
  ...more,
})

export const aWitness = (
  id: string,
  marks: readonly MarkFacts[],
  more: Partial<WitnessFacts> = {},
): WitnessFacts => ({
  id,
  label: null,
  transmission: null,
  date: null,
  printedIn: null,
  marks,
  ...more,
})

/** A document that is not dated now, with its date as it bounds others. */
export function aDocument(name: string, edtf: string, sources: readonly string[] = []): DocumentFacts {
  const reading = readEdtf(edtf)
  if (!reading.ok) throw new Error(reading.message)
  const days = reading.ranges
  return { name, bounds: { days, withoutInferences: days, claims: [`date of ${name}`], sources } }
}

/** A body with its periods of existence. */
export const aBody = (name: string, ...periods: readonly string[]): AgentFacts => ({
  names: [name],
  kind: 'corporateBody',
  existence: periods.map((value) => ({ value, claims: [`existence of ${name}`] })),
  offices: [],
})

/** A person with a life and offices, each with its period. */
export const aPerson = (
  name: string,
  life: string | null,
  offices: Record<string, string> = {},
): AgentFacts => ({
  names: [name],
  kind: 'person',
  existence: life === null ? [] : [{ value: life }],
  offices: Object.entries(offices).map(([title, value]) => ({ title, body: null, period: { value } })),
})

export function surroundings(things: {
  agents?: Record<string, AgentFacts>
  happenings?: Record<string, HappeningFacts>
  places?: Record<string, PlaceFacts>
  sources?: Record<string, SourceFacts>
  documents?: Record<string, DocumentFacts>
}): Surroundings {
  const mapOf = <T>(given: Record<string, T> = {}) => new Map(Object.entries(given))
  return {
    agents: mapOf(things.agents),
    happenings: mapOf(things.happenings),
    places: mapOf(things.places),
    sources: mapOf(things.sources),
    documents: mapOf(things.documents),
  }
}

/** Windows as `from/to`, a single day once, `..` for an open end. */
export const written = (windows: readonly Window[]): readonly string[] =>
  windows.map(({ earliest, latest }) =>
    earliest !== null && earliest === latest ? earliest : `${earliest ?? '..'}/${latest ?? '..'}`,
  )

/** The verdict on each date claim, by id, with its distance. */
export const verdicts = ({ claims }: Dating) =>
  Object.fromEntries(claims.map(({ claim, verdict, days }) => [claim, `${verdict} ${days}`]))
