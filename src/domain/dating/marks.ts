import { readDated } from '../date/dated.ts'
import { sayDate } from '../date/say-date.ts'
import type { Range } from '../date/span.ts'
import type { DatingCase, MarkFacts, WitnessFacts } from './case.ts'
import { anyDay, type Evidence, type Gathered, isAnyDay, notAfter, type SetAside } from './evidence.ts'
import { unite } from './unite.ts'
import type { DatingWording } from './wording.ts'

// Put on a sheet that already bears its text, by whoever handled it.
const presuppose = new Set([
  ...['receipt', 'registry', 'dispatch', 'transmittal', 'approval', 'certification'],
  ...['secrecy', 'declassification', 'ownership', 'note', 'signature', 'creation'],
])
// On an original these are the act itself.
const acts = new Set(['signature', 'creation'])

/** What marks can prove when a document's face cannot be trusted. */
export type Trust = { readonly isForged: boolean; readonly faceDiffers: boolean }

// Later hands put these on, also on a forgery. All others are part of what a forger makes.
const ofLaterHands = new Set(['certification', 'declassification', 'ownership', 'note'])

/**
 * Every dated mark that presupposes the text bounds it from above. Signatures and notes of its making on an original are
 * the act: the document was signed on one of their days. On a draft no mark bounds what was signed, and a mark of an
 * unknown kind may be older than the text (a printed form).
 */
export function markEvidence(dated: DatingCase, trust: Trust, wording: DatingWording): Gathered {
  const evidence: Evidence[] = []
  const aside: SetAside[] = []
  const ofTheAct = new Map<string, Evidence[]>()
  for (const witness of dated.witnesses) {
    for (const mark of witness.marks) {
      if (mark.date === null && mark.asRead === null) continue
      const why = whyAside(witness, mark, trust, wording)
      const piece = pieceOf(witness, mark, trust, wording)
      if (why !== null) aside.push({ claims: [], marks: [mark.id], says: why })
      else if (piece === null || isAnyDay(piece.bound))
        aside.push({
          claims: [],
          marks: [mark.id],
          says: wording.markWithoutBound(mark.kind, sayMark(mark, wording)),
        })
      else if (isAct(witness, mark, trust))
        ofTheAct.set(mark.kind, [...(ofTheAct.get(mark.kind) ?? []), piece])
      else evidence.push(piece)
    }
  }
  for (const pieces of ofTheAct.values()) {
    const united = unite(
      pieces.toSorted((a, b) => (String(a.marks) < String(b.marks) ? -1 : 1)),
      wording,
    )
    if (united !== undefined) evidence.push(united)
  }
  return { evidence, aside }
}

const isAct = ({ transmission }: WitnessFacts, { kind }: MarkFacts, { faceDiffers }: Trust) =>
  transmission === 'original' && acts.has(kind) && !faceDiffers

function whyAside(
  witness: WitnessFacts,
  { kind }: MarkFacts,
  { isForged }: Trust,
  wording: DatingWording,
): string | null {
  if (!presuppose.has(kind)) return wording.markOfUnknownKind(kind)
  if (isForged && !ofLaterHands.has(kind)) return wording.markOfAForgery(kind)
  return witness.transmission === 'draft' ? wording.markOnADraft(kind) : null
}

function pieceOf(
  witness: WitnessFacts,
  mark: MarkFacts,
  trust: Trust,
  wording: DatingWording,
): Evidence | null {
  const bearer = wording.bearer(witness.transmission, witness.label)
  const dated = daysOf(mark.date ?? mark.asRead, mark.calendar)
  if (dated === null) return null
  const isInferred = mark.inferred.length > 0
  const read = isInferred ? (daysOf(mark.asRead, mark.calendar) ?? anyDay) : dated
  const bound = isAct(witness, mark, trust) ? dated : notAfter(dated)
  const { kind, asRead, inferred, because, id, sources } = mark
  return {
    rule: 'mark',
    says: wording.mark({ bearer, kind, date: sayMark(mark, wording), asRead, inferred, because }),
    bound,
    withoutInferences: isAct(witness, mark, trust) ? read : notAfter(read),
    claims: [],
    marks: [id],
    sources,
    inferred,
    misses: wording.missesOfMark(kind),
  }
}

function daysOf(edtf: string | null, calendar: string | null | undefined): readonly Range[] | null {
  const reading = edtf === null ? null : readDated({ edtf, calendar })
  return reading?.ok ? reading.binding : null
}

const sayMark = ({ date, asRead, calendar }: MarkFacts, wording: DatingWording) =>
  sayDate({ edtf: date ?? asRead ?? '', calendar }, wording.dates)
