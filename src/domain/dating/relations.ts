import { type Assertion, assertionsOf, textOf } from './assertion.ts'
import type { DatingCase, DatingClaim, Surroundings } from './case.ts'

/** A writing that a relation leads to: a document, or a source that is none of the archive's. */
export type Other = { readonly kind: 'document' | 'source'; readonly id: string }

/**
 * What a claim says about the order of two writings: the subject is not *after* or not *before* the other; `strict` where
 * it cannot be otherwise even within a day. Several members are alternatives, of which one holds.
 */
export type Relation = {
  readonly property: string
  readonly subject: string
  readonly side: 'notBefore' | 'notAfter'
  readonly strict: boolean
  readonly members: readonly Member[]
}
export type Member = Pick<Assertion, 'claims' | 'sources' | 'inferred' | 'value'> & { readonly other: Other }

type Order = Pick<Relation, 'side' | 'strict'>

const notBefore = (strict: boolean): Order => ({ side: 'notBefore', strict })
const notAfter = (strict: boolean): Order => ({ side: 'notAfter', strict })

const orders: Readonly<Record<string, Order>> = {
  answers: notBefore(true),
  replaces: notBefore(true),
  'copy-of': notBefore(true),
  'translation-of': notBefore(true),
  quotes: notBefore(false),
  mentions: notBefore(false),
  'printed-in': notAfter(false),
  'annex-of': notAfter(false),
}

/** The properties that say something about the order of two writings. */
export const relating: readonly string[] = [...Object.keys(orders), 'identifier']

/** Every relation between writings that the cases claim or others claim of them, each once. */
export function relationsOf(cases: readonly DatingCase[], things: Surroundings): readonly Relation[] {
  const dated = new Set(cases.map(({ document }) => document))
  const incoming = new Map<string, Map<string, DatingClaim>>()
  for (const claim of cases.flatMap((one) => one.incoming)) {
    if (claim.subject.type !== 'document' || dated.has(claim.subject.id)) continue
    const known = incoming.get(claim.subject.id) ?? new Map<string, DatingClaim>()
    incoming.set(claim.subject.id, known.set(claim.id, claim))
  }
  return [
    ...cases.flatMap((one) => [...claimed(one.document, one.claims, things), ...printed(one, things)]),
    ...[...incoming].flatMap(([subject, claims]) => claimed(subject, [...claims.values()], things)),
  ]
}

function claimed(subject: string, claims: readonly DatingClaim[], things: Surroundings): readonly Relation[] {
  const related = Object.entries(orders).flatMap(([property, order]) =>
    assertionsOf(claims, property).flatMap((alternatives) => {
      const certain = alternatives.filter(({ value }) => textOf(value, 'tense') !== 'future')
      const members = certain.flatMap((assertion) => memberOf(assertion, things))
      // An alternative that leads nowhere known can be any day.
      if (members.length === 0 || members.length < alternatives.length) return []
      const isLater = property === 'annex-of' && members.some(({ value }) => value.later === true)
      return [{ property, subject, members, ...(isLater ? notBefore(false) : order) }]
    }),
  )
  return [...related, ...registered(subject, claims)]
}

function memberOf(assertion: Assertion, things: Surroundings): Member[] {
  const { value } = assertion
  const document = textOf(value, 'document')
  if (document !== undefined) return [{ ...assertion, other: { kind: 'document', id: document } }]
  const source = textOf(value, 'source')
  return source === undefined ? [] : [{ ...assertion, other: otherOf(source, things) }]
}

function otherOf(source: string, things: Surroundings): Other {
  const document = things.sources.get(source)?.document
  return document ? { kind: 'document', id: document } : { kind: 'source', id: source }
}

/** A witness that is printed somewhere says of the document what *printed-in* says. */
function printed({ document, witnesses }: DatingCase, things: Surroundings): readonly Relation[] {
  return witnesses.flatMap(({ id, printedIn }) => {
    if (printedIn === null) return []
    const { source, claims = [id], inferred = false } = printedIn
    const member = { claims, sources: [source], inferred, value: {}, other: otherOf(source, things) }
    return [{ property: 'printed-in', subject: document, ...notAfter(false), members: [member] }]
  })
}

/** An identifier in a register, with the documents that stand next to it there: `after` and `before`. */
function registered(subject: string, claims: readonly DatingClaim[]): readonly Relation[] {
  const numbered = assertionsOf(claims, 'identifier').flat()
  const sides = [
    ['after', notBefore(false)],
    ['before', notAfter(false)],
  ] as const
  return numbered.flatMap((assertion) =>
    sides.flatMap(([field, order]): Relation[] => {
      const id = textOf(assertion.value, field)
      if (id === undefined) return []
      return [
        {
          property: `registered-${field}`,
          subject,
          ...order,
          members: [{ ...assertion, other: { kind: 'document', id } }],
        },
      ]
    }),
  )
}
