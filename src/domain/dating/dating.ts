import type { Range } from '../date/span.ts'
import type { Bounds } from './case.ts'
import type { SetAside } from './evidence.ts'

/** Days from the first to the last as YYYY-MM-DD (proleptic Gregorian); null is an open end. */
export type Window = { readonly earliest: string | null; readonly latest: string | null }

/**
 * *stated*: no evidence, the windows are those of the date claims; *inferred*: by evidence, or by date claims that are
 * inferences; *conflicting*: the evidence cannot hold together; *unknown*: neither evidence nor a date.
 */
export type DatingStatus = 'stated' | 'inferred' | 'conflicting' | 'unknown'

export type Step = {
  readonly n: number
  readonly says: string
  readonly bound: { readonly windows: readonly Window[] }
  readonly claims: readonly string[]
  readonly marks: readonly string[]
  readonly sources: readonly string[]
  readonly inferred: readonly string[]
}

/** Signed days from the nearest day that the step leaves: negative where the claim lies before. */
export type Because = { readonly step: number; readonly days: number; readonly says: string }

/** *agrees*: wholly inside the windows; *possible*: overlaps them; *unresolvable*: nothing to judge, or to judge by. */
export type Verdict = {
  readonly claim: string
  readonly edtf: string | null
  /** The date in words, an Old Style one with both styles. */
  readonly dated: string
  /** The days that it may mean; none where it cannot be read. */
  readonly windows: readonly Window[]
  readonly verdict: 'agrees' | 'possible' | 'refuted' | 'unresolvable'
  /** The steps that exclude all of its days; where no single one does, those that do together, or that exclude some. */
  readonly because: readonly Because[]
  /** Signed days from the nearest window; null where there is nothing to measure. */
  readonly days: number | null
  readonly says: string
}

/** What cannot hold together: the smallest set of steps, or a ring of relations. */
export type Conflict = {
  readonly kind: 'evidence' | 'cycle'
  readonly claims: readonly string[]
  readonly marks: readonly string[]
  readonly steps: readonly number[]
  readonly says: string
}

/** When a document was written or signed, with every step that leads there. */
export type Dating = {
  readonly document: string
  readonly status: DatingStatus
  readonly edtf: string | null
  readonly windows: readonly Window[]
  /** The windows if every inferred detail is left out; never narrower. */
  readonly withoutInferences: readonly Window[]
  readonly steps: readonly Step[]
  readonly claims: readonly Verdict[]
  readonly conflict: Conflict | null
  /** The windows for people. */
  readonly says: string
  /** What looks like evidence and is none. */
  readonly aside: readonly SetAside[]
  /** Its date as people see it: the preferred date claim, conflicting where the evidence refutes it, else the windows. */
  readonly date: {
    readonly edtf: string | null
    readonly windows: readonly Window[]
    /** The same as days; any day where nothing is known. */
    readonly days: readonly Range[]
    readonly status: DatingStatus
    readonly claims: readonly string[]
    readonly says: string
  }
  /** How it bounds other documents. */
  readonly bounds: Bounds
}
