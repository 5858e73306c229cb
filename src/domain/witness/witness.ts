import { textIn, textsIn, valuesOf } from '../claim/read-view.ts'
import type { Claim } from '../claim.ts'
import type { StoredFile } from '../document.ts'
import type { Mark } from './mark.ts'

/** The heading under which a witness was printed; `names` is the document that it is the heading of, if another. */
export type Heading = { text: string; status: string; names: string | null }

/** Where a witness was printed: in a source, or in a document of the archive. */
export type PlaceInWork = { source: string | null; document: string | null; locator: string | null }

/** One concrete bearer of a document's text as its claims have it. The holder is an agent, or a name as said. */
export type WitnessView = {
  label: string | null
  kind: string | null
  transmission: string | null
  holder: { agent: string | null; text: string | null } | null
  shelfmark: string | null
  collection: string | null
  printedIn: PlaceInWork | null
  headingAsPrinted: Heading | null
  language: string | null
  date: string | null
  custody: string | null
}

/** A witness with its files and marks. */
export type WitnessRecord = {
  id: string
  document: string
  version: number
  /** What it is called where no claim says so. */
  fallbackLabel: string
  view: WitnessView
  pageCount: number
  files: readonly StoredFile[]
  marks: readonly Mark[]
  createdAt: string
}

/** What the standing claims about a witness say. */
export function describeWitness(claims: readonly Claim[]): WitnessView {
  const text = (property: string, field = 'text') => textsIn(claims, property, field)[0] ?? null
  const [holder] = valuesOf(claims, 'holder')
  const [place] = valuesOf(claims, 'printed-in')
  const [heading] = valuesOf(claims, 'heading-as-printed')
  return {
    label: text('label'),
    kind: text('kind'),
    transmission: text('transmission'),
    holder: holder ? { agent: textIn(holder, 'agent'), text: textIn(holder, 'text') } : null,
    shelfmark: text('shelfmark'),
    collection: text('collection', 'collection'),
    printedIn: place
      ? {
          source: textIn(place, 'source'),
          document: textIn(place, 'document'),
          locator: textIn(place, 'locator'),
        }
      : null,
    headingAsPrinted: heading
      ? {
          text: textIn(heading, 'text') ?? '',
          status: textIn(heading, 'status') ?? '',
          names: textIn(heading, 'names'),
        }
      : null,
    language: text('language'),
    date: text('date', 'edtf'),
    custody: text('custody'),
  }
}

/** Whether a heading leads people to take the witness for another document. */
export const misleads = (heading: Heading | null): heading is Heading & { names: string } =>
  heading !== null &&
  heading.names !== null &&
  (heading.status === 'misattributed' || heading.status === 'misleading')
