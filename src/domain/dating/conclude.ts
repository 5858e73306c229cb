import { readDated } from '../date/dated.ts'
import { sayDate } from '../date/say-date.ts'
import { saySomeDay } from '../date/say-days.ts'
import { intersect, isEmpty, type Range, union } from '../date/span.ts'
import { edtfOf } from '../date/write-edtf.ts'
import type { Bounds } from './case.ts'
import type { Cycle } from './cycles.ts'
import { areInferences, type DateClaim, saying, settling, statedDays } from './date-claims.ts'
import type { Conflict, Dating, DatingStatus, Step, Verdict } from './dating.ts'
import { anyDay, distinct, type Evidence, isAnyDay } from './evidence.ts'
import { leftBy, type Prepared } from './ground.ts'
import { judge } from './judge.ts'
import { inOrder } from './own-evidence.ts'
import type { Other } from './relations.ts'
import { smallestRefuting } from './smallest.ts'
import { toWindow } from './to-window.ts'
import { type Grounds, type Linked, linkedEvidence, nameOf, type Side, type Web } from './web.ts'
import type { DatingWording } from './wording.ts'
import { withYears } from './yearless.ts'

type Deciding = (other: Other, side: Side) => Grounds

/** Weighs all evidence about one document, its own and what relations bring, and says what follows. */
export function conclude(
  prepared: Prepared,
  web: Web,
  cycle: Cycle | undefined,
  decides: { readonly directly: Deciding; readonly deeply: Deciding },
): Dating {
  const { dated, own, dateClaims } = prepared
  const { wording } = web
  const linked = linkedEvidence(dated.document, web)
  const gathered: (Evidence & Partial<Linked>)[] = [...own.evidence, ...linked]
  const yearsRead = withYears(gathered, leftBy(gathered, 'bound'), leftBy(gathered, 'withoutInferences'))
  const evidence: (Evidence & Partial<Linked>)[] = yearsRead
    .filter(({ bound }) => !isAnyDay(bound))
    .sort(inOrder)
  const boundless = yearsRead.filter(({ bound }) => isAnyDay(bound))
  const steps = evidence.map((piece, i) => toStep(piece, i + 1, decides.directly))
  const said = saying(dateClaims)
  const hasEvidence = evidence.length > 0 || cycle !== undefined
  const left = leftBy(evidence, 'bound')
  const windows = cycle ? [] : hasEvidence ? left : statedDays(said, 'days')
  const conflict = cycle
    ? conflictOfCycle(cycle, web)
    : isEmpty(windows)
      ? conflictOf(evidence, wording, decides.deeply)
      : null
  const free = hasEvidence ? leftBy(evidence, 'withoutInferences') : areInferences(said) ? anyDay : windows
  const status: DatingStatus = conflict ? 'conflicting' : statusOf(hasEvidence, said)
  const stated = new Set(hasEvidence ? [] : said.map(({ claim }) => claim.id))
  const verdicts = dateClaims.map((claim) => judge(claim, { evidence, windows, stated }, wording))
  const edtf = (hasEvidence ? null : edtfOfClaims(said)) ?? edtfOf(windows)
  const found = { edtf, windows: windows.map(toWindow), status, says: sayWindows(windows, wording) }
  return {
    document: dated.document,
    ...found,
    withoutInferences: cycle ? [] : union(free, windows).map(toWindow),
    steps,
    claims: verdicts,
    conflict,
    aside: [...own.aside, ...boundless.map(({ claims, marks, says }) => ({ claims, marks, says }))],
    date: settledDate(dateClaims, verdicts, wording) ?? {
      ...found,
      days: windows,
      claims: said.filter(({ claim }) => stated.has(claim.id)).map(({ claim }) => claim.id),
    },
    bounds: boundsOf(prepared, web, decides.directly),
  }
}

function toStep(piece: Evidence & Partial<Linked>, n: number, decides: Deciding): Step {
  const under = (piece.through ?? []).map(({ other, side }) => decides(other, side))
  return {
    n,
    says: piece.says,
    bound: { windows: piece.bound.map(toWindow) },
    claims: distinct(piece.claims, ...under.map(({ claims }) => claims)),
    marks: piece.marks,
    sources: distinct(piece.sources, ...under.map(({ sources }) => sources)),
    inferred: piece.inferred,
  }
}

function conflictOf(
  evidence: readonly (Evidence & Partial<Linked>)[],
  wording: DatingWording,
  decides: Deciding,
): Conflict {
  const smallest = smallestRefuting(
    evidence.map(({ bound }) => bound),
    anyDay,
  )
  const steps = smallest ?? []
  const pieces = steps.flatMap((i) => evidence[i] ?? [])
  const under = pieces.flatMap(({ through }) => through ?? []).map(({ other, side }) => decides(other, side))
  return {
    kind: 'evidence',
    claims: distinct(...pieces.map(({ claims }) => claims), ...under.map(({ claims }) => claims)),
    marks: distinct(...pieces.map(({ marks }) => marks)),
    steps: steps.map((i) => i + 1),
    says: wording.conflict(pieces.map(({ says }) => says)),
  }
}

function conflictOfCycle({ relations }: Cycle, web: Web): Conflict {
  const ring = relations.flatMap(({ property, subject, members }) =>
    members.map(({ other }) => ({
      property,
      from: nameOf({ kind: 'document', id: subject }, web),
      to: nameOf(other, web),
    })),
  )
  return {
    kind: 'cycle',
    claims: distinct(...relations.flatMap(({ members }) => members.map(({ claims }) => claims))),
    marks: [],
    steps: [],
    says: web.wording.cycle(ring),
  }
}

function statusOf(hasEvidence: boolean, said: readonly DateClaim[]): DatingStatus {
  if (hasEvidence) return 'inferred'
  if (said.length === 0) return 'unknown'
  return areInferences(said) ? 'inferred' : 'stated'
}

function settledDate(
  dateClaims: readonly DateClaim[],
  verdicts: readonly Verdict[],
  wording: DatingWording,
): Dating['date'] | null {
  const settled = settling(dateClaims)
  const [first] = settled
  if (first === undefined) return null
  const days = statedDays(settled, 'days')
  const isRefuted = settled.every(({ claim }) =>
    verdicts.some((verdict) => verdict.claim === claim.id && verdict.verdict === 'refuted'),
  )
  return {
    edtf: edtfOfClaims(settled) ?? edtfOf(days),
    windows: days.map(toWindow),
    days,
    status: isRefuted ? 'conflicting' : areInferences(settled) ? 'inferred' : 'stated',
    claims: settled.map(({ claim }) => claim.id),
    says:
      settled.length === 1
        ? sayDate({ edtf: first.edtf ?? '', calendar: first.calendar }, wording.dates)
        : sayWindows(days, wording),
  }
}

/** What the claims have written, where they all wrote the same in the calendar that EDTF is in. */
function edtfOfClaims(claims: readonly DateClaim[]): string | null {
  const written = new Set(claims.map(({ edtf }) => edtf))
  const [edtf] = written
  const isPlain = claims.every(({ calendar }) => calendar !== 'julian' && calendar !== 'unknown')
  if (!edtf || written.size > 1 || !isPlain) return null
  const reading = readDated({ edtf })
  return reading.ok ? reading.edtf : null
}

function boundsOf({ dated, ground, groundWithoutInferences }: Prepared, web: Web, decides: Deciding): Bounds {
  const other: Other = { kind: 'document', id: dated.document }
  const within = (days: readonly Range[], { first, last }: { first: number; last: number }) => {
    const from = Number.isFinite(first) ? first : null
    const to = Number.isFinite(last) ? last : null
    const left = first <= last ? intersect(days, [{ from, to }]) : []
    return isEmpty(left) ? anyDay : left
  }
  const days = ground.settled ? ground.days : within(ground.days, web.ends(other))
  const free = ground.settled
    ? groundWithoutInferences.days
    : within(groundWithoutInferences.days, web.endsWithoutInferences(other))
  const sides = [decides(other, 'first'), decides(other, 'last')]
  return {
    days,
    withoutInferences: union(free, days),
    claims: distinct(...sides.map(({ claims }) => claims)),
    sources: distinct(...sides.map(({ sources }) => sources)),
  }
}

const sayWindows = (windows: readonly Range[], wording: DatingWording) =>
  isAnyDay(windows) ? wording.dates.notKnown : saySomeDay(windows, wording.dates)
