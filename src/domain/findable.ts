import { best, type Claim, type ClaimValue, standing } from './claim.ts'
import { type Description, type Known, readableDescription } from './description.ts'
import { describeWitness, misleads } from './witness/witness.ts'

/** What is wrongly said of a document and lets it be found all the same: told with why, and what it is instead. */
export type Astray = { kind: 'misattributed' | 'deprecated'; text: string; says: string; see: string | null }

/** What a search can find of a document beside what its description shows. */
export type Findable = {
  /** Titles beside the one shown, and headings as printed that are right. */
  titles: readonly string[]
  /** Identifiers that stand, shown or not. */
  identifiers: readonly string[]
  by: readonly string[]
  to: readonly string[]
  places: readonly string[]
  marks: readonly string[]
  /** The ids of the collections in which any of its witnesses lies. */
  collections: readonly string[]
  astray: readonly Astray[]
}

/** What the claims about a document and its witnesses, and the readings of its marks, let a search find. */
export function findableOf(claims: readonly Claim[], marks: readonly string[], known: Known): Findable {
  const current = standing(claims)
  const about = current.filter(({ subject }) => subject.type === 'document')
  const witnesses = [
    ...Map.groupBy(
      current.filter(({ subject }) => subject.type === 'witness'),
      ({ subject }) => subject.id,
    ).values(),
  ].map(describeWitness)
  const said = (...properties: string[]) => [
    ...new Set(
      properties.flatMap((property) => best(about, property).flatMap(({ value }) => textOf(value, known))),
    ),
  ]
  const everyStanding = (wanted: string) =>
    about
      .filter(
        ({ property, polarity, rank }) =>
          property === wanted && polarity === 'asserted' && rank !== 'deprecated',
      )
      .flatMap(({ value }) => textOf(value, known))
  const arranged = current
    .filter(
      ({ property, polarity, rank }) =>
        property === 'collection' && polarity === 'asserted' && rank !== 'deprecated',
    )
    .flatMap(({ value }) => (typeof value.collection === 'string' ? [value.collection] : []))
  const headings = witnesses.flatMap(({ headingAsPrinted }) => headingAsPrinted ?? [])
  return {
    titles: [
      ...new Set([
        ...everyStanding('title'),
        ...headings.filter((one) => !misleads(one)).map(({ text }) => text),
      ]),
    ],
    identifiers: [...new Set(everyStanding('identifier'))],
    by: said('author', 'issuer', 'signatory'),
    to: said('addressee'),
    places: said('place'),
    marks: [...new Set(marks)],
    collections: [...new Set(arranged)],
    astray: [
      ...headings.filter(misleads).map(({ text, names }) => ({
        kind: 'misattributed' as const,
        text,
        says: `Printed under a heading that names another document: “${text}”.`,
        see: names,
      })),
      ...about
        .filter(isAstray)
        .flatMap((claim) => textOf(claim.value, known).map((text) => deprecated(claim, text))),
    ],
  }
}

/** The words of a document's description that a search may find, a field a line. */
export function findableText(description: Description, findable: Findable): string {
  const { titles, identifiers, by, to, places, marks } = findable
  const shown = readableDescription(description)
  const lines = new Set([...titles, ...identifiers, ...by, ...to, ...places, ...marks])
  for (const line of shown.split('\n')) lines.delete(line)
  return [shown, ...lines].join('\n')
}

/** The words that are wrongly said of it, a claim a line. */
export const astrayText = ({ astray }: Findable): string => astray.map(({ text }) => text).join('\n')

/** By what a document is asked for where it is known: its titles and identifiers. */
export const bearings = (description: Description, { titles, identifiers }: Findable): string[] => [
  ...new Set([
    description.title,
    ...titles,
    ...identifiers,
    ...description.identifiers.map(({ value }) => value),
  ]),
]

const isName = (property: string) => property === 'title' || property === 'identifier'

/** Deprecated for what is wrong with it, and not because somebody wrote it better. */
const isAstray = ({ property, polarity, rank, reasons }: Claim): boolean =>
  isName(property) &&
  polarity === 'asserted' &&
  rank === 'deprecated' &&
  reasons.some((reason) => reason !== 'superseded')

function deprecated({ property, reasons }: Claim, text: string): Astray {
  const what = property === 'title' ? 'title' : 'number'
  const why = reasons.filter((reason) => reason !== 'superseded').map((reason) => reason.replaceAll('-', ' '))
  return {
    kind: 'deprecated',
    text,
    says: `A ${what} that sources give it, but that is not its own: “${text}” (${why.join(', ')}).`,
    see: null,
  }
}

function textOf(value: ClaimValue, { nameOf, survivorOf }: Known): string[] {
  const thing = value.agent ?? value.place
  const named = typeof thing === 'string' ? nameOf(survivorOf(thing)) : null
  const said = named ?? value.text ?? value.value
  return typeof said === 'string' && said !== '' ? [said] : []
}
