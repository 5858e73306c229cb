import type { Passage } from '../text/passage.ts'
import type { Beginning } from './use-page-notes.ts'
import { findPassages } from './write-note.ts'

/** The fields of the form as they are written. */
export type Written = { text: string; tags: string; motivation: string; sharing: string }

/** What somebody wrote and did not save. */
export type NoteDraft = {
  key: string
  written: Written
  /** What a new annotation is about, with the words where it is a passage; null for what answers or changes another. */
  about: { beginning: Beginning; quote: string | null } | null
  /** The annotation that is being changed, as it read then. */
  base: string | null
  at: string
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const prefix = 'fonds-note:'

/** Where a draft is kept: each person's by themselves, for devices are shared. */
export const draftKey = (who: string, what: 'new' | 'reply' | 'edit', of: string, name = ''): string =>
  `${prefix}${who}:${what}:${of}:${name}`

/** Keeps a draft on this device; false where it has no room or keeps nothing. */
export function keepNoteDraft(kept: Kept, draft: NoteDraft): boolean {
  try {
    kept.setItem(draft.key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** Forgets a draft: it was saved, or thrown away. */
export function dropNoteDraft(kept: Kept, key: string): void {
  kept.removeItem(key)
}

/** The draft that is kept under a key; null where there is none. */
export function noteDraftAt(kept: Kept, key: string): NoteDraft | null {
  try {
    const draft: unknown = JSON.parse(kept.getItem(key) ?? 'null')
    if (!isDraft(draft)) return null
    const { sharing = 'public' }: Partial<Written> = draft.written
    return { ...draft, written: { ...draft.written, sharing }, key }
  } catch {
    return null
  }
}

/** The annotations of a page that somebody began, the newest first. */
export function begunNotesOf(kept: Kept, who: string, page: string): NoteDraft[] {
  const keys = Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '')
  return keys
    .filter((key) => key.startsWith(draftKey(who, 'new', page)))
    .map((key) => noteDraftAt(kept, key))
    .filter((draft) => draft !== null)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

/** What a draft is about in the text of now: its words where they stand, else to be looked for. */
export function beginningOf({ about }: NoteDraft, text: string): Beginning {
  if (!about) return { kind: 'page' }
  const { beginning, quote } = about
  if (beginning.kind !== 'passage' || quote === null) return beginning
  const { start, end } = beginning.passage
  if (text.slice(start, end) === quote) return beginning
  const distance = (place: Passage) => Math.abs(place.start - start)
  const [nearest] = findPassages(text, quote).toSorted((a, b) => distance(a) - distance(b))
  return nearest ? { kind: 'passage', passage: nearest } : { kind: 'words' }
}

function isDraft(value: unknown): value is NoteDraft {
  if (typeof value !== 'object' || value === null) return false
  const { written, about, at } = value as Record<string, unknown>
  if (typeof written !== 'object' || written === null || typeof at !== 'string') return false
  const { text, tags, motivation } = written as Record<string, unknown>
  const isWritten = [text, tags, motivation].every((part) => typeof part === 'string')
  return isWritten && (about === null || typeof about === 'object')
}
