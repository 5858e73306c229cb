import { namesOf } from '../authority/name.ts'
import type { Claim } from '../claim.ts'
import { readDated } from '../date/dated.ts'
import { latest } from '../date/span.ts'
import type { Mark } from '../witness/mark.ts'
import { type Assertion, assertionsOf, textOf } from './assertion.ts'
import type { AgentFacts, Fact, HappeningFacts, PlaceFacts, WitnessFacts } from './case.ts'
import { distinct } from './evidence.ts'

/** What the standing claims about an agent give for dating; `resolve` leads to whatever stands in the place of a body. */
export function agentFacts(
  kind: AgentFacts['kind'],
  claims: readonly Claim[],
  resolve: (id: string) => string,
): AgentFacts {
  return {
    names: namesOf(claims).map(({ text }) => text),
    kind,
    existence: asserted(claims, 'existence').flatMap((one) => factOf(one) ?? []),
    offices: asserted(claims, 'office').map((one) => {
      const body = textOf(one.value, 'agent')
      return {
        title: textOf(one.value, 'title') ?? '',
        body: body === undefined ? null : resolve(body),
        period: factOf(one, 'period'),
      }
    }),
  }
}

/** What the standing claims about a happening give for dating; dates that compete are alternatives. */
export function happeningFacts(claims: readonly Claim[]): HappeningFacts {
  const dates = asserted(claims, 'date').map((one) => factOf(one))
  // Where one of those that compete cannot be told, it may have been any day.
  const isKnown = dates.length > 0 && dates.every((date) => date !== null)
  return { name: namesOf(claims)[0]?.text ?? 'Unnamed', date: isKnown ? dates : null }
}

/** What the standing claims about a place give for dating. */
export const placeFacts = (claims: readonly Claim[]): PlaceFacts => ({
  names: assertionsOf(claims, 'name')
    .flat()
    .map((one) => ({ text: textOf(one.value, 'text') ?? '', period: factOf(one, 'period') })),
})

/** What the standing claims about a witness and its marks give for dating. Where it is printed its claims tell. */
export function witnessFacts(id: string, claims: readonly Claim[], marks: readonly Mark[]): WitnessFacts {
  const texts = (property: string) =>
    distinct(asserted(claims, property).flatMap((one) => textOf(one.value, 'text') ?? []))
  const [transmission = null, ...competing] = texts('transmission')
  return {
    id,
    label: texts('label')[0] ?? null,
    transmission: competing.length > 0 ? null : transmission,
    date: latestOf(asserted(claims, 'date').map((one) => factOf(one))),
    printedIn: null,
    marks: marks.map(({ sources, ...mark }) => ({
      ...mark,
      sources: sources.filter(({ stance }) => stance !== 'disputes').map(({ source }) => source),
    })),
  }
}

/** What claims assert of a property; the preferred ones alone, where there are such. */
function asserted(claims: readonly Claim[], property: string): readonly Assertion[] {
  const fit = assertionsOf(claims, property).flat()
  const preferred = new Set(claims.filter(({ rank }) => rank === 'preferred').map(({ id }) => id))
  const best = fit.filter((one) => one.claims.some((id) => preferred.has(id)))
  return best.length > 0 ? best : fit
}

function factOf({ value, claims, sources, inferred }: Assertion, field = 'edtf'): Fact | null {
  const edtf = textOf(value, field)
  if (edtf === undefined) return null
  return { value: edtf, calendar: textOf(value, 'calendar') ?? null, claims, sources, inferred }
}

/** Of dates that compete the one that bounds least from above: null where one of them is open or not known. */
function latestOf(dates: readonly (Fact | null)[]): Fact | null {
  let [found = null] = dates
  for (const date of dates) {
    const [last, known] = [lastDay(date), lastDay(found)]
    if (last === null || known === null) return null
    if (last > known) found = date
  }
  return found
}

function lastDay(date: Fact | null): number | null {
  const reading = date && readDated({ edtf: date.value, calendar: date.calendar })
  return reading?.ok ? latest(reading.binding) : null
}
