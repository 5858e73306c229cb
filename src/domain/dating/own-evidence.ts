import { readDated } from '../date/dated.ts'
import { sayDate } from '../date/say-date.ts'
import { agentEvidence } from './agents.ts'
import { assertionsOf, textOf, unfitClaims } from './assertion.ts'
import type { DatingCase, DatingClaim, Surroundings } from './case.ts'
import { contentEvidence } from './contents.ts'
import { anyDay, type Evidence, type Gathered, isAnyDay, notAfter, rules, type SetAside } from './evidence.ts'
import { faceEvidence } from './face.ts'
import { markEvidence } from './marks.ts'
import { terminusEvidence } from './terminus.ts'
import type { DatingWording } from './wording.ts'

const ofTheFace = ['issuer', 'author', 'signatory', 'addressee', 'date-borne']

/**
 * All evidence that needs no other document, in the order of the steps, and what was set aside. Of a forgery neither the
 * agents nor the date that its face shows are evidence, of a falsified text not the date.
 */
export function ownEvidence(dated: DatingCase, things: Surroundings, wording: DatingWording): Gathered {
  const verdicts = assertionsOf(dated.claims, 'authenticity')
    .flat()
    .map(({ value }) => textOf(value, 'text'))
  const isForged = verdicts.includes('forged')
  const untrusted = isForged ? ofTheFace : verdicts.includes('falsified') ? ['date-borne'] : []
  const trusted = { ...dated, claims: dated.claims.filter(({ property }) => !untrusted.includes(property)) }
  const face = faceEvidence(trusted, wording)
  const faceDiffers = trusted.claims.some(
    ({ property, value }) =>
      property === 'date-borne' && /^(later|earlier|different)$/.test(String(value.act)),
  )
  const marks = markEvidence(dated, { isForged, faceDiffers }, wording)
  const terminus = terminusEvidence(dated, wording)
  const evidence = [
    ...agentEvidence(trusted, things, wording),
    ...face.evidence,
    ...terminus.evidence,
    ...marks.evidence,
    ...copyEvidence(dated, wording),
    ...contentEvidence(dated, things, wording),
  ]
  return {
    evidence: evidence.filter(({ bound, yearless }) => !isAnyDay(bound) || yearless).sort(inOrder),
    aside: [
      ...unfitOf(dated, things, wording),
      ...forged(dated.claims, untrusted, things, wording),
      ...face.aside,
      ...terminus.aside,
      ...marks.aside,
    ],
  }
}

/** The order of the steps: by rule, then by what they rest on, never by the order in which claims came in. */
export function inOrder(a: Evidence, b: Evidence): number {
  const byRule = rules.indexOf(a.rule) - rules.indexOf(b.rule)
  if (byRule !== 0) return byRule
  const [ofA, ofB] = [a, b].map(({ claims, marks }) => String([...claims, ...marks]))
  return Number((ofA ?? '') > (ofB ?? '')) - Number((ofA ?? '') < (ofB ?? ''))
}

/** When a copy was made, the text was there. The date of the original itself is the document's and no evidence for it. */
function copyEvidence({ witnesses }: DatingCase, wording: DatingWording): readonly Evidence[] {
  return witnesses.flatMap(({ id, label, transmission, date }): Evidence[] => {
    if (date === null || transmission === 'original' || transmission === 'draft') return []
    const reading = readDated({ edtf: date.value, calendar: date.calendar })
    if (!reading.ok) return []
    const said = sayDate({ edtf: date.value, calendar: date.calendar }, wording.dates)
    return [
      {
        rule: 'witness-date',
        says: wording.witnessDate(wording.bearer(transmission, label), said),
        bound: notAfter(reading.binding),
        withoutInferences: date.inferred ? anyDay : notAfter(reading.binding),
        claims: date.claims ?? [id],
        marks: [],
        sources: date.sources ?? [],
        inferred: date.inferred ? ['date'] : [],
        misses: wording.missesOfCopy,
      },
    ]
  })
}

function unfitOf({ claims }: DatingCase, things: Surroundings, wording: DatingWording): readonly SetAside[] {
  const properties = [...ofTheFace, 'terminus', 'prepares', 'mentions']
  return properties.flatMap((property) =>
    unfitClaims(claims, property).map(({ claim, why }) => ({
      claims: [claim.id],
      marks: [],
      says: wording[why](property, about(claim, things, wording)),
    })),
  )
}

function forged(
  claims: readonly DatingClaim[],
  untrusted: readonly string[],
  things: Surroundings,
  wording: DatingWording,
): readonly SetAside[] {
  return untrusted.flatMap((property) =>
    assertionsOf(claims, property)
      .flat()
      .map((assertion) => ({
        claims: assertion.claims,
        marks: [],
        says: wording.ofAForgery(property, about(assertion, things, wording)),
      })),
  )
}

function about({ value }: Pick<DatingClaim, 'value'>, things: Surroundings, wording: DatingWording): string {
  const edtf = textOf(value, 'edtf')
  if (edtf !== undefined) return sayDate({ edtf, calendar: textOf(value, 'calendar') }, wording.dates)
  const agent = things.agents.get(textOf(value, 'agent') ?? '')
  const happening = things.happenings.get(textOf(value, 'happening') ?? '')
  return agent?.names[0] ?? happening?.name ?? textOf(value, 'text') ?? wording.dates.notKnown
}
