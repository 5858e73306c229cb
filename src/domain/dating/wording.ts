import type { DateWording } from '../date/wording.ts'
import type { AgentFacts } from './case.ts'
import type { Misses } from './evidence.ts'

export type Role = 'issuer' | 'author' | 'signatory' | 'addressee'
export type AgentKind = AgentFacts['kind']

/** Of a date: what lasted one day, what began on it, or what is known no better than that it had begun by or not before it. */
export type Beginning = { readonly date: string; readonly is: 'day' | 'began' | 'bound' }

/** How a relation to another writing is put: from the side of the document that claims it, or from the other. */
export type Voice = 'active' | 'passive'

/** What dating says, in a language: sentences with a full stop, but for phrases, which are marked. */
export type DatingWording = {
  readonly dates: DateWording
  readonly existed: (role: Role, name: string, kind: AgentKind, periods: string) => string
  readonly heldOffice: (role: Role, name: string, office: string, periods: string) => string
  readonly dateBorne: (date: string) => string
  readonly faceDiffers: (date: string, act: 'earlier' | 'later') => string
  readonly terminus: (kind: string, days: string) => string
  /** A phrase: "A copy (Šiauliai)". */
  readonly bearer: (transmission: string | null, label: string | null) => string
  readonly mark: (mark: {
    bearer: string
    kind: string
    date: string
    asRead: string | null
    inferred: readonly string[]
    because: string | null
  }) => string
  readonly witnessDate: (bearer: string, date: string) => string
  readonly prepares: (name: string, began: Beginning) => string
  /** `kind` is that of an agent; null stands for a happening. */
  readonly mentions: (name: string, kind: AgentKind | null, began: Beginning) => string
  readonly mentionsInOffice: (name: string, office: string, since: string) => string
  readonly placeName: (name: string, since: string) => string
  readonly relation: (property: string, voice: Voice, name: string, written: string) => string
  readonly unnamedDocument: string
  readonly either: (sentences: readonly string[]) => string
  /** Phrases that follow "13 days". */
  readonly missesOfExistence: (name: string, kind: AgentKind) => Misses
  readonly missesOfOffice: (name: string, office: string) => Misses
  readonly missesOfDate: Misses
  readonly missesOfTerminus: (kind: string) => Misses
  readonly missesOfMark: (kind: string) => Misses
  readonly missesOfCopy: Misses
  readonly missesOfHappening: (name: string, is: Beginning['is']) => Misses
  readonly missesOfMention: (name: string, kind: AgentKind | null, is: Beginning['is']) => Misses
  readonly missesOfPlaceName: (name: string) => Misses
  readonly missesOfRelation: (name: string) => Misses
  readonly eitherMiss: (phrases: readonly string[]) => string
  /** What is no evidence, and why. */
  readonly purported: (property: string, about: string) => string
  readonly denied: (property: string, about: string) => string
  readonly ofAForgery: (property: string, about: string) => string
  readonly markOfAForgery: (kind: string) => string
  readonly notReadOnAWitness: (date: string) => string
  readonly actDiffers: (date: string) => string
  readonly unargued: (kind: string) => string
  readonly copiesPaper: (kind: string) => string
  readonly markOnADraft: (kind: string) => string
  readonly markOfUnknownKind: (kind: string) => string
  readonly markWithoutBound: (kind: string, date: string) => string
  /** Verdicts. `miss` is a phrase such as "13 days before the NKGB existed". */
  readonly daysOff: (days: number, phrase: string) => string
  readonly refuted: (by: readonly { step: number; miss: string }[]) => string
  readonly refutedTogether: (steps: readonly number[]) => string
  readonly deniesAll: string
  readonly agrees: string
  readonly possible: string
  readonly unreadable: string
  readonly noEvidence: string
  readonly approximateOutside: (days: number) => string
  readonly inConflict: string
  readonly conflict: (sentences: readonly string[]) => string
  readonly cycle: (relations: readonly { property: string; from: string; to: string }[]) => string
}
