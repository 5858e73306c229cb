import { searchableText } from '../../domain/annotation/text-body.ts'
import type { Description } from '../../domain/description.ts'
import { astrayText, type Findable, findableText } from '../../domain/findable.ts'
import type { Connection } from '../open-database.ts'

export type ReadingKind = 'page' | 'description' | 'annotation'

export type ReadingSource = {
  kind: ReadingKind
  layer: string | null
  revision: number | null
  /** The row of the text that was indexed, where something was withheld from it. */
  masked: number | null
  document: number
}

/** Text that was selected as a blob: decoding it here takes a tenth of what the driver takes. */
export const textOf = (utf8: Buffer | undefined): string => utf8?.toString('utf8') ?? ''

/** What there is of a description that was made before this was kept. */
const nothing: Findable = {
  titles: [],
  identifiers: [],
  by: [],
  to: [],
  places: [],
  marks: [],
  collections: [],
  astray: [],
}

/** The original text that a reading was made from. */
export function readingText(db: Connection): (reading: ReadingSource) => string {
  const revision = db
    .prepare<[number | null], Buffer>('select cast(content as blob) from text_revision where key = ?')
    .pluck()
  const maskedText = db
    .prepare<[number], Buffer>('select cast(content as blob) from masked_text where key = ?')
    .pluck()
  const annotation = db.prepare<[number | null], string>('select body from annotation where key = ?').pluck()
  const view = db.prepare<[number], string>('select view from description where document = ?').pluck()
  return ({ kind, layer, revision: key, masked, document }) => {
    if (masked !== null) return textOf(maskedText.get(masked))
    if (kind === 'page') return textOf(revision.get(key))
    if (kind === 'annotation') return searchableText(JSON.parse(annotation.get(key) ?? '{}'))
    const known = JSON.parse(view.get(document) ?? '{}') as Description & { findable?: Findable }
    const findable = known.findable ?? nothing
    return layer === 'astray' ? astrayText(findable) : findableText(known, findable)
  }
}
