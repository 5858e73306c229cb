import { searchableText } from '../../domain/annotation/text-body.ts'
import { readableDescription } from '../../domain/description.ts'
import type { Connection } from '../open-database.ts'

export type ReadingKind = 'page' | 'description' | 'annotation'

export type ReadingSource = { kind: ReadingKind; revision: number | null; document: number }

/** The original text that a reading was made from. */
export function readingText(db: Connection): (reading: ReadingSource) => string {
  const revision = db
    .prepare<[number | null], string>('select content from text_revision where key = ?')
    .pluck()
  const annotation = db.prepare<[number | null], string>('select body from annotation where key = ?').pluck()
  const view = db.prepare<[number], string>('select view from description where document = ?').pluck()
  return ({ kind, revision: key, document }) => {
    if (kind === 'page') return revision.get(key) ?? ''
    if (kind === 'annotation') return searchableText(JSON.parse(annotation.get(key) ?? '{}'))
    return readableDescription(JSON.parse(view.get(document) ?? '{}'))
  }
}
