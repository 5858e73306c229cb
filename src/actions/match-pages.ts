import type { Actor } from '../domain/access.ts'
import { notFound } from '../domain/errors.ts'
import type { Command } from '../ports/command.ts'
import type { MatchedPage, PageMatchingReader, PageMatchingWriter } from '../ports/page-matching.ts'
import { admit, type Seeing } from './see.ts'

export type Matching = Seeing & { matching: PageMatchingReader; matchingWriter: PageMatchingWriter }

/** The pages of a file that the actor may see, each with the page of the scan that its text was brought to. */
export async function seeMatching(deps: Matching, actor: Actor, id: string): Promise<MatchedPage[]> {
  const file = await deps.documents.file(id)
  if (!file) throw notFound('file')
  await admit(deps, actor, file.document).catch((error) => {
    throw error?.fault === 'not-found' ? notFound('file') : error
  })
  return (await deps.matching.ofFile(id)) ?? []
}

/** Matches what is not matched yet, such as after pages were labelled; what was moved by hand stays. */
export async function matchAnew(
  deps: Matching,
  actor: Actor,
  id: string,
  idempotency: Command['idempotency'],
): Promise<void> {
  await seeMatching(deps, actor, id)
  await deps.matchingWriter.matchFile({ actor: actor.id, at: deps.clock(), idempotency, file: id })
}

/** Brings the text of one page of a file to another page of its witness, or (null) has it stand by itself. */
export async function bringText(
  deps: Matching,
  actor: Actor,
  place: { file: string; filePage: number; page: string | null },
  idempotency: Command['idempotency'],
): Promise<void> {
  await seeMatching(deps, actor, place.file)
  await deps.matchingWriter.bring({ actor: actor.id, at: deps.clock(), idempotency, ...place })
}
