import { readDated } from '../date/dated.ts'
import { sayDate } from '../date/say-date.ts'
import { type Assertion, assertionsOf, textOf } from './assertion.ts'
import type { DatingCase, DatingClaim } from './case.ts'
import { anyDay, type Evidence, type Gathered, notAfter, notBefore, type SetAside } from './evidence.ts'
import { unite } from './unite.ts'
import type { DatingWording } from './wording.ts'

/**
 * The date that the text bears, where it was read on a witness. It binds unless a claim says that face and act differ:
 * `act` = *later* (antedated, leaves not before), *earlier* (postdated, leaves not after) or *different*.
 */
export function faceEvidence({ claims }: DatingCase, wording: DatingWording): Gathered {
  const evidence: Evidence[] = []
  const aside: SetAside[] = []
  const acts = new Set(claims.filter(isFirm).flatMap(({ value }) => textOf(value, 'act') ?? []))
  acts.delete('same')
  for (const alternatives of assertionsOf(claims, 'date-borne')) {
    const read = alternatives.filter(({ inferred }) => !inferred)
    for (const assertion of alternatives.filter(({ inferred }) => inferred))
      aside.push({
        claims: assertion.claims,
        marks: [],
        says: wording.notReadOnAWitness(sayFace(assertion, wording)),
      })
    const [first] = read
    const isOneSided = acts.size === 1 && (acts.has('later') || acts.has('earlier'))
    if (first !== undefined && acts.size > 0 && !isOneSided)
      aside.push({ claims: first.claims, marks: [], says: wording.actDiffers(sayFace(first, wording)) })
    else {
      const act = acts.has('later') ? 'later' : acts.has('earlier') ? 'earlier' : 'same'
      const united = unite(
        read.map((assertion) => pieceOf(assertion, act, wording)),
        wording,
      )
      if (united !== undefined) evidence.push(united)
    }
  }
  return { evidence, aside }
}

const isFirm = ({ property, polarity, rank, nature }: DatingClaim) =>
  property === 'date-borne' && polarity === 'asserted' && rank !== 'deprecated' && nature !== 'purported'

function pieceOf(
  assertion: Assertion,
  act: 'same' | 'later' | 'earlier',
  wording: DatingWording,
): Evidence | undefined {
  const edtf = textOf(assertion.value, 'edtf')
  if (edtf === undefined) return undefined
  const dated = { edtf, calendar: textOf(assertion.value, 'calendar') }
  const reading = readDated(dated)
  if (!reading.ok) return undefined
  const isYearless = edtf.startsWith('XXXX-') && act === 'same'
  const said = sayFace(assertion, wording)
  const bounds = {
    same: reading.binding,
    later: notBefore(reading.binding),
    earlier: notAfter(reading.binding),
  }
  return {
    rule: 'date-borne',
    says: act === 'same' ? wording.dateBorne(said) : wording.faceDiffers(said, act),
    bound: isYearless ? anyDay : bounds[act],
    withoutInferences: isYearless ? anyDay : bounds[act],
    claims: assertion.claims,
    marks: [],
    sources: assertion.sources,
    inferred: [],
    misses: wording.missesOfDate,
    ...(isYearless ? { yearless: dated } : {}),
  }
}

const sayFace = ({ value }: Assertion, wording: DatingWording) =>
  sayDate({ edtf: textOf(value, 'edtf') ?? '', calendar: textOf(value, 'calendar') }, wording.dates)
