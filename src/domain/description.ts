import { disputesOf } from './claim/disputes.ts'
import { sameness, withdrawn } from './claim/superseding.ts'
import { findProperty } from './claim/vocabulary.ts'
import { best, type Claim, type ClaimDraft, type ClaimValue, type Subject, standing } from './claim.ts'
import { readEdtf } from './date/edtf.ts'
import type { Dating } from './dating/dating.ts'
import { invalid } from './errors.ts'
import { type DateView, dateOf, dateOfDating, shownDates } from './shown-date.ts'

export type Identifier = { scheme: string; value: string }
/** What people read about a document: a view over its claims, never stored apart from them. */
export type Description = {
  title: string
  date: DateView
  creator: string | null
  type: string | null
  language: string | null
  collection: string | null
  identifiers: readonly Identifier[]
  subjects: readonly string[]
  abstract: string | null
  rights: string | null
  /** The properties on which the claims about the document disagree. */
  disputed: readonly string[]
}

/** What is known of the agents, places and happenings that claims name: what each is called, and what it was merged into. */
export type Known = { nameOf(id: string): string | null; survivorOf(id: string): string }

const nothingKnown: Known = { nameOf: () => null, survivorOf: (id) => id }

/** What an archivist writes: any of the fields; null or absent says nothing. */
export type DescriptionInput = {
  [Field in keyof Omit<Description, 'date' | 'disputed'>]?: Description[Field] | null
} & {
  date?: string | null
}

const single = {
  title: 'title',
  creator: 'author',
  type: 'genre',
  language: 'language',
  abstract: 'abstract',
  rights: 'rights',
} as const

/** The claims that an upload's description makes. Throws ArchiveError('invalid-input') for a date that is not EDTF. */
export function claimsOf(document: string, witness: string, input: DescriptionInput): ClaimDraft[] {
  return fieldValues(input).flatMap(({ property, values }) =>
    values.map((value) => draftOf(subjectOf(property, document, witness), property, value)),
  )
}

/**
 * The claims by which a description changes: each names the claim that it supersedes, and a value taken back is
 * deprecated, not deleted. Fields that stay as they are make no claim.
 */
export function claimsOfChange(
  document: string,
  witness: string,
  claims: readonly Claim[],
  change: DescriptionInput,
): ClaimDraft[] {
  const current = standing(claims)
  return fieldValues(change).flatMap(({ property, values, many }) => {
    const subject = subjectOf(property, document, witness)
    const own = current.filter((claim) => claim.subject.id === subject.id)
    const shown = property === 'date' ? shownDates(own) : best(own, property)
    const said = new Set(shown.map((claim) => sameness(claim.value)))
    const wanted = new Set(values.map(sameness))
    const gone = shown.filter((claim) => !wanted.has(sameness(claim.value)))
    const elsewhere = new Set(saidOfOtherWitnesses(current, property, subject))
    const fresh = values.filter((value) => !said.has(sameness(value)) && !elsewhere.has(sameness(value)))
    const [first] = shown
    const [only] = fresh
    if (!many && only && first && isOneOfMany(shown))
      return [{ ...draftOf(subject, property, only), rank: 'preferred', revisionOf: first.id }]
    return [
      ...fresh.map((value, index) => {
        const revised = many ? undefined : gone[index]
        const draft = { ...draftOf(subject, property, value), revisionOf: revised?.id ?? null }
        return revised?.rank === 'preferred' ? { ...draft, rank: revised.rank } : draft
      }),
      ...gone.slice(many ? 0 : fresh.length).map(withdrawn),
    ]
  })
}

/** Whether a field shows the first of several values that stand side by side: the others are no part of its change. */
const isOneOfMany = ([first, ...others]: readonly Claim[]): boolean =>
  first !== undefined &&
  others.length > 0 &&
  first.rank === 'normal' &&
  findProperty(first.subject.type, first.property)?.cardinality === 'many'

/** What a description shows of other witnesses than the one that it is written about: who sends it back says nothing. */
const saidOfOtherWitnesses = (claims: readonly Claim[], property: string, subject: Subject): string[] =>
  claims
    .filter(
      (claim) =>
        claim.property === property && claim.subject.type === 'witness' && claim.subject.id !== subject.id,
    )
    .filter(
      ({ rank, polarity }) => rank !== 'deprecated' && polarity === 'asserted' && subject.type === 'witness',
    )
    .map(({ value }) => sameness(value))

/**
 * What the standing claims about a document and its witnesses say, the preferred before the others. Its date is what its
 * dating gives; without one, what the date claims say by themselves.
 */
export function describe(
  claims: readonly Claim[],
  known: Known = nothingKnown,
  dating: Pick<Dating, 'date'> | null = null,
): Description {
  const current = standing(claims)
  const about = current.filter(({ subject }) => subject.type === 'document')
  const ofWitnesses = current.filter(({ subject }) => subject.type === 'witness')
  const witnesses = [...Map.groupBy(ofWitnesses, ({ subject }) => subject.id).values()]
  const texts = (property: string, own = about) => textsOf(best(own, property), known)
  const text = (property: string) => texts(property)[0] ?? null
  return {
    title: text('title') ?? 'Untitled',
    date: dating ? dateOfDating(about, dating) : dateOf(shownDates(about)),
    creator: text('author'),
    type: text('genre'),
    language: text('language'),
    collection: witnesses.flatMap((own) => texts('collection', own))[0] ?? null,
    identifiers: [
      ...witnesses.flatMap((own) => texts('shelfmark', own)).map((value) => ({ scheme: 'shelfmark', value })),
      ...best(about, 'identifier')
        .filter(({ value }) => typeof value.value === 'string')
        .map(({ value }) => ({ scheme: String(value.scheme), value: String(value.value) })),
    ],
    subjects: texts('subject'),
    abstract: text('abstract'),
    rights: text('rights'),
    disputed: disputesOf(about, known.survivorOf),
  }
}

/** The words of a description that a search may find, a field a line. */
export function readableDescription(description: Description): string {
  const { title, identifiers, creator, type, subjects, abstract } = description
  const lines = [title, ...identifiers.map(({ value }) => value), creator, type, ...subjects, abstract]
  return lines.filter((line) => line !== null).join('\n')
}

/** The days that an EDTF date spans at its widest, as Julian Day Numbers; null where it is open or there is none. */
export function daysOf(edtf: unknown): { earliest: number | null; latest: number | null } {
  const read = typeof edtf === 'string' ? readEdtf(edtf) : null
  if (!read?.ok) return { earliest: null, latest: null }
  return { earliest: read.ranges[0]?.from ?? null, latest: read.ranges.at(-1)?.to ?? null }
}

type FieldValues = { property: string; values: ClaimValue[]; many: boolean }

function fieldValues(input: DescriptionInput): FieldValues[] {
  const fields: FieldValues[] = []
  const put = (property: string, values: ClaimValue[], many = false) =>
    fields.push({ property, values, many })
  for (const [field, property] of Object.entries(single)) {
    const text = input[field as keyof typeof single]
    if (text !== undefined) put(property, text === null ? [] : [{ text }])
  }
  if (input.date !== undefined) put('date', input.date === null ? [] : [dateValue(input.date)])
  if (input.collection !== undefined)
    put('collection', input.collection === null ? [] : [{ collection: input.collection }])
  if (input.subjects !== undefined)
    put(
      'subject',
      (input.subjects ?? []).map((text) => ({ text })),
      true,
    )
  if (input.identifiers !== undefined) {
    const of = (wanted: boolean) =>
      input.identifiers?.filter(({ scheme }) => (scheme === 'shelfmark') === wanted) ?? []
    put(
      'identifier',
      of(false).map(({ scheme, value }) => ({ scheme, value })),
      true,
    )
    put(
      'shelfmark',
      of(true).map(({ value }) => ({ text: value })),
      true,
    )
  }
  return fields
}

function dateValue(edtf: string): ClaimValue {
  const read = readEdtf(edtf)
  if (!read.ok) throw invalid('date', read.message)
  return { edtf: read.edtf, event: 'written', asWritten: null, calendar: 'gregorian' }
}

/** What says where a copy lies is about the witness; all else is about the document. A given date is preferred. */
const subjectOf = (property: string, document: string, witness: string): Subject =>
  property === 'shelfmark' || property === 'collection'
    ? { type: 'witness', id: witness }
    : { type: 'document', id: document }

const draftOf = (subject: Subject, property: string, value: ClaimValue): ClaimDraft => ({
  subject,
  property,
  value,
  rank: property === 'date' ? 'preferred' : 'normal',
})

/** What values say in words; one that says that there is none, or that it is not known, says nothing here. */
const textsOf = (claims: readonly Claim[], { nameOf, survivorOf }: Known): string[] =>
  claims.flatMap(({ value }) => {
    const thing = value.agent ?? value.place ?? value.happening
    const named = typeof thing === 'string' ? nameOf(survivorOf(thing)) : null
    const said = named ?? value.text ?? value.collection
    return typeof said === 'string' ? [said] : []
  })
