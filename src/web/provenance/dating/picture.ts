import { type Axis, axisOf, xOf } from './axis.ts'
import {
  alike,
  type Claimed,
  type Dating,
  inOrder,
  tellingClaims,
  tellingSteps,
  type Verdict,
} from './choose.ts'
import { type Span, sayDay, spanOf } from './days.ts'
import { shorten } from './shorten.ts'
import { type Tick, ticksOf } from './ticks.ts'

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
  /** How many steps and claims are left out, since there are many and they tell least. */
  readonly hidden: number
}

export const headHeight = 30
export const characterWidth = 7

type Asked = {
  readonly width: number
  readonly whole: boolean
  /** All steps and claims, though there are many. */
  readonly all: boolean
  readonly says: {
    window: string
    nothing: string
    free: string
    times: (label: string, count: number) => string
  }
}

type Bare = Omit<Row, 'y' | 'height'>

/** Arranges a dating in a width; null where nothing in it has an end that could be shown. */
export function pictureOf(dating: Dating, { width, whole, all, says }: Asked): Picture | null {
  const gutter = width >= 640 ? 272 : 0
  const most = Math.floor((gutter || width) / characterWidth) - 2
  const windows = dating.windows.map(spanOf)
  const free = dating.withoutInferences.map(spanOf)
  const isFreer = free.length > 0 && JSON.stringify(free) !== JSON.stringify(windows)
  const claimed = alike(inOrder(dating.claims))
  const steps = all ? dating.steps : tellingSteps(dating)
  const drawn = all ? claimed : tellingClaims(claimed)
  const spans = [
    ...steps.flatMap(({ bound }) => bound.windows.map(spanOf)),
    ...drawn.flatMap(({ verdict }) => verdict.windows.map(spanOf)),
    ...free,
  ]
  const axis = axisOf({ spans, focus: windows, width: width - gutter, whole })
  if (!axis) return null
  const barsOf = (of: readonly Span[]) => of.map((span) => barOf(axis, span))
  const left = windows.length > 0 ? says.window : says.nothing
  const rows: Bare[] = [
    ...steps.map((step) => stepRow(step, dating, most, barsOf)),
    { ...bare, kind: 'window', keys: ['window'], label: left, bars: barsOf(windows), ends: endsIn(windows) },
  ]
  if (isFreer) rows.push({ ...bare, kind: 'free', keys: ['free'], label: says.free, bars: barsOf(free) })
  for (const one of drawn) rows.push(claimRow(one, most, says.times, barsOf))
  const { placed, height } = placeRows(rows, gutter > 0, width)
  return {
    axis,
    ticks: ticksOf(axis),
    gutter,
    rows: placed,
    windows: barsOf(windows),
    withoutInferences: isFreer ? barsOf(free) : [],
    height,
    hidden: dating.steps.length - steps.length + claimed.length - drawn.length,
  }
}

/** Whether a row's label and its reason fit into one line above its bar. */
export const fitsAbove = ({ label, note }: Pick<Row, 'label' | 'note'>, width: number): boolean =>
  (label.length + (note?.length ?? 0) + 3) * characterWidth <= width

const bare = { n: null, verdict: null, note: null, inferred: false, clashes: false, ends: null }

type BarsOf = (spans: readonly Span[]) => Bar[]

function stepRow(step: Dating['steps'][number], { conflict }: Dating, most: number, barsOf: BarsOf): Bare {
  return {
    ...bare,
    kind: 'step',
    keys: [`step-${step.n}`],
    n: step.n,
    label: shorten(step.says, most - 3),
    inferred: step.inferred.length > 0,
    clashes: conflict?.steps.includes(step.n) ?? false,
    bars: barsOf(step.bound.windows.map(spanOf)),
  }
}

function claimRow(
  { verdict, ids }: Claimed,
  most: number,
  times: Asked['says']['times'],
  barsOf: BarsOf,
): Bare {
  const label = ids.length > 1 ? times(verdict.dated, ids.length) : verdict.dated
  const why = verdict.because[0]?.says ?? verdict.says
  return {
    ...bare,
    kind: 'claim',
    keys: ids,
    label: shorten(label, most),
    verdict: verdict.verdict,
    note: verdict.verdict === 'refuted' ? shorten(why, Math.max(most, 48)) : null,
    bars: barsOf(verdict.windows.map(spanOf)),
  }
}

function placeRows(rows: readonly Bare[], isWide: boolean, width: number): { placed: Row[]; height: number } {
  let y = headHeight
  const placed = rows.map((row, i) => {
    // Claims stand a little apart from what they are judged by.
    if (row.kind === 'claim' && rows[i - 1]?.kind !== 'claim') y += 10
    const narrow = row.note && !fitsAbove(row, width) ? 62 : 46
    const height = isWide ? (row.kind === 'window' ? 40 : 30) : narrow
    y += height
    return { ...row, y: y - height, height }
  })
  return { placed, height: y + 6 }
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
