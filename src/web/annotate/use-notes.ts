import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { ask, send } from '../api/ask.ts'
import { type Note, noteOf } from './note.ts'
import { rewriteNote, type Said } from './write-note.ts'

const profile = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const headers = { 'Content-Type': profile, Accept: profile }
/** A page of a paper rarely has so many; the list of all shows the rest. */
const most = 500

type Container = { total?: number; first?: Slice } & Slice
type Slice = { items?: Record<string, unknown>[]; next?: string }

/** One page of a container of annotations, as its first answer or a later one tells it. */
export function sliceOf(answer: Record<string, unknown>) {
  // A container (Web Annotation Protocol 4.2) of this archive, or a page of one.
  const { first, ...rest } = answer as Container
  const { items = [], next } = first ?? rest
  return {
    notes: items.map(noteOf),
    total: rest.total ?? null,
    next: next ? new URL(next).searchParams.get('cursor') : null,
  }
}

/**
 * What is said of a page of a document, up to five hundred of it; `more` where there is more. Where it stands depends on
 * the text of the page, so that with another `revision` it is asked anew.
 */
export const notesOfPage = (document: string, page: string, revision: string | null) =>
  queryOptions({
    queryKey: ['listDocumentAnnotations', document, page, revision],
    queryFn: async ({ signal }) => {
      const notes: Note[] = []
      let cursor: string | null | undefined
      do {
        const query = { page, limit: 100, ...(cursor && { cursor }) }
        const answer = await ask('listDocumentAnnotations', {
          params: { documentId: document },
          query,
          signal,
        })
        const slice = sliceOf(answer)
        notes.push(...slice.notes)
        cursor = slice.next
      } while (cursor && notes.length < most)
      return { notes, more: cursor !== null }
    },
    staleTime: 10_000,
  })

/** What shows which annotations there are. */
export const annotationLists = [
  'listDocumentAnnotations',
  'listAnnotations',
  'countDocumentAnnotations',
] as const

/** Writes, changes and deletes annotations; the lists that show them are asked anew. */
export function useNoteWriting() {
  const kept = useQueryClient()
  const refresh = () =>
    Promise.all(annotationLists.map((name) => kept.invalidateQueries({ queryKey: [name] })))
  return {
    async add(document: string | null, body: Record<string, unknown>): Promise<Note> {
      const added = document
        ? await ask('addDocumentAnnotation', { params: { documentId: document }, body, headers })
        : await ask('addAnnotation', { body, headers })
      await refresh()
      return noteOf(added)
    },
    /** Throws a `Refusal` of status 412 where somebody else changed it since it was read. */
    async change(note: Note, said: Said): Promise<void> {
      const params = { annotationId: note.id }
      const tag = await tagOf(note)
      await ask('changeAnnotation', {
        params,
        body: rewriteNote(note.json, said),
        headers: { ...headers, 'If-Match': tag },
      })
      await refresh()
    },
    /** Hides it from others with a reason; with null shows it again. */
    async moderate(note: Note, because: string | null): Promise<void> {
      const params = { annotationId: note.id }
      if (because === null) await ask('showAnnotation', { params })
      else await ask('hideAnnotation', { params, body: { because } })
      await refresh()
    },
    async remove(note: Note): Promise<void> {
      await send('removeAnnotation', {
        params: { annotationId: note.id },
        headers: { 'If-Match': await tagOf(note) },
      })
      await refresh()
    },
  }
}

/** The entity tag of the annotation, if it is still the one that was shown; else one that no annotation has. */
async function tagOf(note: Note): Promise<string> {
  const reply = await send('readAnnotation', {
    params: { annotationId: note.id },
    headers: { Accept: profile },
  })
  const now = noteOf(await reply.json())
  return now.modified === note.modified ? (reply.headers.get('ETag') ?? '*') : '"overtaken"'
}
