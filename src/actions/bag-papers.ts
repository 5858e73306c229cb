import { onlookerOf } from '../domain/audience.ts'
import { textPath } from '../domain/bag/layout.ts'
import type { AnnotationReader, StoredAnnotation } from '../ports/annotations.ts'
import type { TextReader } from '../ports/texts.ts'
import { type TellingDeps, tellDocument } from './tell-document.ts'

export type Told = Awaited<ReturnType<typeof tellDocument>>

/** How what the archive knows is written in open formats. */
export type Presenting = {
  document(told: Told): string
  annotations(document: string, batches: AsyncIterable<StoredAnnotation[]>): AsyncIterable<string>
}

export type PapersDeps = TellingDeps & {
  annotations: AnnotationReader
  texts: TextReader
  present: Presenting
}

export type Paper = { path: string; pieces: Iterable<string> | AsyncIterable<string> }

/** Whoever holds the archive sees all of it. */
const actor = { id: 'bags', role: 'administrator' } as const
const batch = 200

/**
 * A document that stands as people and other programs read it: all that is said of it and its annotations as JSON-LD, and
 * the text of each page that has one. All of it can be made from the records beside it.
 */
export async function* bagPapers(deps: PapersDeps, document: string): AsyncGenerator<Paper> {
  const { documents, annotations, texts, present } = deps
  const record = await documents.find(document)
  if (!record) return
  const told = await tellDocument(deps, actor, record)
  yield { path: 'data/document.jsonld', pieces: [`${present.document(told)}\n`] }

  const onlooker = onlookerOf(actor, deps.clock().slice(0, 10))
  if ((await annotations.list(onlooker, { document }, { limit: 1, cursor: null })).items.length > 0)
    yield { path: 'data/annotations.jsonld', pieces: present.annotations(document, allAnnotations()) }

  for (const [at, { id: witness }] of told.witnesses.entries()) {
    let cursor: string | null = null
    do {
      const slice: Awaited<ReturnType<typeof texts.pages>> = await texts.pages(
        document,
        witness,
        { limit: batch, cursor },
        onlooker,
      )
      for (const { id, number } of slice?.items ?? []) {
        const text = await texts.newest(id, null, onlooker)
        if (text && text.content !== '') yield { path: textPath(at + 1, number), pieces: [text.content] }
      }
      cursor = slice?.next ?? null
    } while (cursor !== null)
  }

  async function* allAnnotations(): AsyncGenerator<StoredAnnotation[]> {
    let cursor: string | null = null
    do {
      const slice: Awaited<ReturnType<typeof annotations.list>> = await annotations.list(
        onlooker,
        { document },
        { limit: batch, cursor },
      )
      yield [...slice.items]
      cursor = slice.next
    } while (cursor !== null)
  }
}
