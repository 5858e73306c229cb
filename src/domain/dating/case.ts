import type { Range } from '../date/span.ts'

/** A standing claim, as far as dating looks at one; every claim of the archive is one. */
export type DatingClaim = {
  readonly id: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly property: string
  readonly value: Readonly<Record<string, unknown>>
  readonly polarity: 'asserted' | 'denied'
  readonly rank: 'preferred' | 'normal' | 'deprecated'
  readonly nature: 'stated' | 'inferred' | 'attributed' | 'presumed' | 'purported'
  readonly sources: readonly { readonly source: string; readonly stance: string }[]
}

/** Something that the archive holds to be so, with the claims and sources that say it. `value` is EDTF. */
export type Fact = {
  readonly value: string
  readonly calendar?: string | null
  readonly claims?: readonly string[]
  readonly sources?: readonly string[]
  /** Whether it was inferred, attributed or presumed rather than stated. */
  readonly inferred?: boolean
}

/** A mark on a witness. `asRead` is what stands there, in EDTF; `inferred` names what `date` has beyond that. */
export type MarkFacts = {
  readonly id: string
  readonly kind: string
  readonly date: string | null
  readonly asRead: string | null
  readonly calendar?: string | null
  readonly inferred: readonly string[]
  readonly because: string | null
  readonly sources: readonly string[]
}

/** One bearer of the text: how it came to be, when this copy was made, where it is printed, and its marks. */
export type WitnessFacts = {
  readonly id: string
  readonly label: string | null
  readonly transmission: string | null
  readonly date: Fact | null
  readonly printedIn: {
    readonly source: string
    readonly claims?: readonly string[]
    readonly inferred?: boolean
  } | null
  readonly marks: readonly MarkFacts[]
}

/** A document to be dated: what is said about it and its witnesses, and what other documents claim that bounds it. */
export type DatingCase = {
  readonly document: string
  /** Standing claims about the document or its witnesses. */
  readonly claims: readonly DatingClaim[]
  readonly witnesses: readonly WitnessFacts[]
  /** Standing claims about other documents that lead to this one: it is answered, quoted, printed … */
  readonly incoming: readonly DatingClaim[]
}

export type OfficeFacts = {
  readonly title: string
  /** The body's id in `agents`, where it has one. */
  readonly body: string | null
  readonly period: Fact | null
}

/** A person, family or body: `names` with the one to be used first, the periods in which it existed, and its offices. */
export type AgentFacts = {
  readonly names: readonly string[]
  readonly kind: 'person' | 'family' | 'corporateBody'
  readonly existence: readonly Fact[]
  readonly offices: readonly OfficeFacts[]
}

/** Several dates are alternatives. */
export type HappeningFacts = { readonly name: string; readonly date: Fact | readonly Fact[] | null }
export type PlaceFacts = {
  readonly names: readonly { readonly text: string; readonly period: Fact | null }[]
}
export type SourceFacts = {
  readonly name: string
  /** When it was published, in EDTF. */
  readonly issued: string | null
  /** The document of the archive that it is. */
  readonly document: string | null
}

/** A document that is not dated now: its name, and its date as it bounds others, as `Dating.bounds` gave it. */
export type DocumentFacts = { readonly name: string; readonly bounds: Bounds | null }

/** How a document's date bounds others. Each is a union of days, `withoutInferences` never the narrower. */
export type Bounds = {
  readonly days: readonly Range[]
  readonly withoutInferences: readonly Range[]
  /** What gives it: of a claim that settles the date that claim, else what decides its ends. */
  readonly claims: readonly string[]
  readonly sources: readonly string[]
}

/** What the claims lead to, by id. What is absent is not known. */
export type Surroundings = {
  readonly agents: ReadonlyMap<string, AgentFacts>
  readonly happenings: ReadonlyMap<string, HappeningFacts>
  readonly places: ReadonlyMap<string, PlaceFacts>
  readonly sources: ReadonlyMap<string, SourceFacts>
  /** Also of the documents dated now, for their names. */
  readonly documents: ReadonlyMap<string, DocumentFacts>
}
