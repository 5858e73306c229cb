import type { Note } from './note.ts'

/** An annotation with the replies to it and to those, oldest first. */
export type Thread = { note: Note; replies: Note[] }

/**
 * Annotations as they are read beside a page: passages in the order of the text, then regions from top to bottom, then
 * what is said of the whole page; replies with what they answer. One whose answered note is not here stands for itself.
 */
export function threadsOf(notes: readonly Note[]): Thread[] {
  const known = new Map(notes.map((note) => [note.iri, note]))
  const rootOf = (note: Note): Note => {
    let root = note
    for (let step = 0; step < 100; step++) {
      const answered = root.answers === null ? undefined : known.get(root.answers)
      if (!answered) return root
      root = answered
    }
    return note
  }
  const threads = new Map<string, Thread>()
  const threadOf = (note: Note) => {
    const thread = threads.get(note.iri) ?? { note, replies: [] }
    threads.set(note.iri, thread)
    return thread
  }
  for (const note of notes) {
    const root = rootOf(note)
    if (root === note) threadOf(note)
    else threadOf(root).replies.push(note)
  }
  return [...threads.values()].toSorted(
    (a, b) => rank(a.note) - rank(b.note) || placeOf(a.note) - placeOf(b.note),
  )
}

const rank = ({ anchor, box }: Note) => (anchor?.state === 'orphaned' ? 3 : anchor ? 0 : box ? 1 : 2)

function placeOf({ anchor, box }: Note): number {
  if (anchor && 'start' in anchor) return anchor.start
  if (anchor?.state === 'ambiguous') return anchor.candidates[0]?.start ?? 0
  return box ? box[1] : 0
}
