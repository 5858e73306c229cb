import type { Suggestion, SuggestionKind, SuggestionState } from '../domain/resemblance/suggestion.ts'
import type { Connection } from './open-database.ts'

export type SuggestionRow = {
  key: number
  id: string
  kind: SuggestionKind
  document: string
  document_title: string
  document_language: string | null
  other: string
  other_title: string
  other_language: string | null
  detail: string
  state: SuggestionState
  created_at: string
  by: string | null
  at: string | null
  claim: string | null
}

/** Selects suggestions `g` about documents `d` and `o` that stand. */
export const suggestionColumns = `
  select g.key, g.id, g.kind, d.id as document, ds.view ->> '$.title' as document_title,
    ds.language as document_language, o.id as other, os.view ->> '$.title' as other_title,
    os.language as other_language, g.detail, g.state, g.created_at, g.by, g.at, g.claim
  from suggestion g join document d on d.key = g.document and d.deleted_at is null
  join document o on o.key = g.other and o.deleted_at is null
  join description ds on ds.document = d.key join description os on os.document = o.key`

/** Suggestions as rows, shared by who reads and who settles them. */
export function suggestionRows(db: Connection) {
  const byId = db.prepare<[string], SuggestionRow>(`${suggestionColumns} where g.id = ?`)
  return {
    find(id: string): Suggestion | null {
      const row = byId.get(id)
      return row ? toSuggestion(row) : null
    },
  }
}

export function toSuggestion(row: SuggestionRow): Suggestion {
  const { key: _, document, document_title, other, other_title, detail, created_at, ...rest } = row
  const { document_language, other_language, ...same } = rest
  return {
    ...same,
    document: { id: document, title: document_title, language: document_language },
    other: { id: other, title: other_title, language: other_language },
    detail: JSON.parse(detail),
    createdAt: created_at,
  }
}
