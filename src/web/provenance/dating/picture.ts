import type { Reply } from '../../api/ask.ts'
import { type Axis, axisOf, xOf } from './axis.ts'
import { dayOf, type Span, sayDay, spanOf } from './days.ts'
import { shorten } from './shorten.ts'
import { type Tick, ticksOf } from './ticks.ts'

export type Dating = Reply<'readDating'>
type Verdict = Dating['claims'][number]

/** A stretch in pixels; open where it goes on beyond the picture. */
export type Bar = {
  readonly x0: number
  readonly x1: number
  readonly openStart: boolean
  readonly openEnd: boolean
}

/** A line of the picture: a step's days, what all steps leave, or a date that is claimed. */
export type Row = {
  readonly kind: 'step' | 'window' | 'free' | 'claim'
  /** What the row stands for: `step-3`, or the ids of its claims. */
  readonly keys: readonly string[]
  readonly n: number | null
  readonly label: string
  readonly verdict: Verdict['verdict'] | null
  /** Why a claim is refuted. */
  readonly note: string | null
  readonly inferred: boolean
  readonly clashes: boolean
  readonly bars: readonly Bar[]
  /** The first and the last day of the windows, in words beside their bars. */
  readonly ends: readonly [first: string, last: string] | null
  readonly y: number
  readonly height: number
}

/** The dating in pixels: the rows under one axis, and the bands that run through all of them. */
export type Picture = {
  readonly axis: Axis
  readonly ticks: readonly Tick[]
  /** Where labels stand beside the bars; 0 where they stand above them. */
  readonly gutter: number
  readonly rows: readonly Row[]
  readonly windows: readonly Bar[]
  readonly withoutInferences: readonly Bar[]
  readonly height: number
  /** Steps that are left out since they decide nothing. */
  readonly hidden: number
}

export const headHeight = 30
const manySteps = 14

type Asked = {
  readonly width: number
  readonly whole: boolean
  /** All steps, though there are many. */
  readonly all: boolean
  readonly says: { window: string; free: string; times: (label: string, count: number) => string }
}

/** Arranges a dating in a width; null where nothing in it has an end that could be shown. */
export function pictureOf(dating: Dating, { width, whole, all, says }: Asked): Picture | null {
  const gutter = width >= 640 ? 272 : 0
  const most = gutter ? 37 : Math.floor(width / 7)
  const windows = dating.windows.map(spanOf)
  const free = dating.withoutInferences.map(spanOf)
  const isFreer = free.length > 0 && JSON.stringify(free) !== JSON.stringify(windows)
  const steps = all || dating.steps.length <= manySteps ? dating.steps : decisive(dating)
  const claimed = alike(dating.claims)
  const spans = [
    ...steps.flatMap(({ bound }) => bound.windows.map(spanOf)),
    ...claimed.flatMap(([{ windows: days }]) => days.map(spanOf)),
    ...free,
  ]
  const axis = axisOf({ spans, focus: windows, width: width - gutter, whole })
  if (!axis) return null
  const barsOf = (of: readonly Span[]) => of.map((span) => barOf(axis, span))
  const bare = { n: null, verdict: null, note: null, inferred: false, clashes: false, ends: null }
  const rows: Omit<Row, 'y' | 'height'>[] = steps.map((step) => ({
    ...bare,
    kind: 'step',
    keys: [`step-${step.n}`],
    n: step.n,
    label: shorten(step.says, most - 4),
    inferred: step.inferred.length > 0,
    clashes: dating.conflict?.steps.includes(step.n) ?? false,
    bars: barsOf(step.bound.windows.map(spanOf)),
  }))
  rows.push({
    ...bare,
    kind: 'window',
    keys: ['window'],
    label: says.window,
    bars: barsOf(windows),
    ends: endsIn(windows),
  })
  if (isFreer) rows.push({ ...bare, kind: 'free', keys: ['free'], label: says.free, bars: barsOf(free) })
  for (const [first, ids] of claimed) {
    const label = ids.length > 1 ? says.times(first.dated, ids.length) : first.dated
    const note = first.verdict === 'refuted' ? shorten(first.because[0]?.says ?? first.says, most + 12) : null
    const bars = barsOf(first.windows.map(spanOf))
    rows.push({
      ...bare,
      kind: 'claim',
      keys: ids,
      label: shorten(label, most),
      verdict: first.verdict,
      note,
      bars,
    })
  }
  let y = headHeight
  const placed = rows.map((row, i) => {
    // Claims stand a little apart from what they are judged by.
    if (row.kind === 'claim' && rows[i - 1]?.kind !== 'claim') y += 10
    const height = gutter ? (row.kind === 'window' ? 40 : 30) : row.note ? 60 : 44
    y += height
    return { ...row, y: y - height, height }
  })
  return {
    axis,
    ticks: ticksOf(axis),
    gutter,
    rows: placed,
    windows: barsOf(windows),
    withoutInferences: isFreer ? barsOf(free) : [],
    height: y + 6,
    hidden: dating.steps.length - steps.length,
  }
}

function barOf(axis: Axis, { from, to }: Span): Bar {
  const x0 = from === null ? 0 : xOf(axis, from)
  const x1 = to === null ? axis.width : xOf(axis, to)
  return { x0, x1, openStart: from === null, openEnd: to === null }
}

/** The outermost days of the windows, where both are known. */
function endsIn(windows: readonly Span[]): Row['ends'] {
  const [first, last] = [windows[0]?.from ?? null, windows.at(-1)?.to ?? null]
  return first === null || last === null ? null : [sayDay(first, 'day'), sayDay(last - 1, 'day')]
}

/** Claims that say the same, with the same verdict, in one row. */
function alike(claims: readonly Verdict[]): [Verdict, string[]][] {
  const rows = new Map<string, [Verdict, string[]]>()
  for (const claim of claims) {
    const key = `${claim.dated}\n${claim.verdict}\n${claim.says}`
    const row = rows.get(key)
    if (row) row[1].push(claim.claim)
    else rows.set(key, [claim, [claim.claim]])
  }
  const first = ([{ windows }]: [Verdict, string[]]) => windows[0]?.earliest ?? ''
  return [...rows.values()].sort((a, b) => (dayOf(first(a)) ?? -Infinity) - (dayOf(first(b)) ?? -Infinity))
}

/** The steps that draw an end of the windows, refute a claim or clash. */
function decisive({ steps, windows, claims, conflict }: Dating): Dating['steps'] {
  const ends = new Set(
    windows.flatMap(({ earliest, latest }) => [earliest, latest]).filter((end) => end !== null),
  )
  const named = new Set([
    ...claims.flatMap(({ because }) => because.slice(0, 1).map(({ step }) => step)),
    ...(conflict?.steps ?? []),
  ])
  const drawn = steps.filter(
    ({ n, bound }) =>
      named.has(n) ||
      bound.windows.some(({ earliest, latest }) => ends.has(earliest ?? '') || ends.has(latest ?? '')),
  )
  return (drawn.length > 0 ? drawn : steps).slice(0, manySteps)
}
