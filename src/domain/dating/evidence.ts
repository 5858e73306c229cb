import type { Dated } from '../date/dated.ts'
import { earliest, latest, type Range } from '../date/span.ts'
import type { DatingClaim } from './case.ts'

/** Where in the order of the steps a piece of evidence stands, and what kind it is. */
export const rules = [
  'issuer',
  'author',
  'signatory',
  'addressee',
  'date-borne',
  'terminus',
  'mark',
  'witness-date',
  'prepares',
  'mentions',
  'place-name',
  'register',
  'relation',
] as const
export type Rule = (typeof rules)[number]

/** One piece of evidence for when a document was written or signed. */
export type Evidence = {
  readonly rule: Rule
  /** The sentence that a reader sees. */
  readonly says: string
  /** The days that it leaves. */
  readonly bound: readonly Range[]
  /** The days that it leaves without what was inferred; never narrower. */
  readonly withoutInferences: readonly Range[]
  readonly claims: readonly string[]
  readonly marks: readonly string[]
  readonly sources: readonly string[]
  /** The names of what was inferred. */
  readonly inferred: readonly string[]
  /** Phrases that follow "13 days": of a day that lies before, after, or between what it leaves. */
  readonly misses: Misses
  /** A date without a year (XXXX-06-07): it leaves those of its days that the other evidence leaves room for. */
  readonly yearless?: Dated
}

export type Misses = { readonly before: string; readonly after: string; readonly between?: string }

/** Something that looks like evidence and is none, and why. */
export type SetAside = {
  readonly claims: readonly string[]
  readonly marks: readonly string[]
  readonly says: string
}

export type Gathered = { readonly evidence: readonly Evidence[]; readonly aside: readonly SetAside[] }

/** Every day there is: what bounds nothing. */
export const anyDay: readonly Range[] = [{ from: null, to: null }]

/** Whether it leaves every day. */
export const isAnyDay = (days: readonly Range[]) =>
  days.length === 1 && days[0]?.from === null && days[0].to === null

/** The days up to the last of these. Imprecise dates count at their widest. */
export const notAfter = (days: readonly Range[]): readonly Range[] =>
  days.length === 0 ? anyDay : [{ from: null, to: latest(days) }]

/** The days from the first of these on. */
export const notBefore = (days: readonly Range[]): readonly Range[] =>
  days.length === 0 ? anyDay : [{ from: earliest(days), to: null }]

/** Whether what a claim says was inferred, attributed or presumed by somebody rather than stated. */
export const isInference = ({ nature }: DatingClaim) => nature !== 'stated'

/** The sources that speak for a claim. */
export const supportOf = ({ sources }: DatingClaim): readonly string[] =>
  sources.filter(({ stance }) => stance !== 'disputes').map(({ source }) => source)

/** Without repetition, in the order in which they are first named. */
export const distinct = (...ids: readonly (readonly string[])[]): readonly string[] => [
  ...new Set(ids.flat()),
]
