import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { ArchiveError, invalid, notFound } from '../domain/errors.ts'
import type { Job } from '../domain/job.ts'
import type { Command, Listing, Slice } from '../ports/command.ts'
import type { NewId } from '../ports/identity.ts'
import type { Recogniser } from '../ports/recogniser.ts'
import type { DoubtfulPage, RecognitionReader, RecognitionWriter } from '../ports/recognition.ts'
import { type PageAddress, type Reading, seePage } from './read-page.ts'
import { admit, type Seeing } from './see.ts'

export type Recognising = Reading &
  Seeing & {
    recogniser: Pick<Recogniser, 'places' | 'abilities'>
    recognition: RecognitionReader
    recognitionWriter: RecognitionWriter
    newId: NewId
    wake(): void
  }

type Wish = Pick<Command, 'idempotency'> & { languages: readonly string[] | null }

/** Has all pages of a file recognised anew; the texts that there are stay in their history. Returns the job that does it. */
export async function recogniseFile(deps: Recognising, actor: Actor, id: string, wish: Wish): Promise<Job> {
  const file = await deps.documents.file(id)
  if (!file) throw notFound('file')
  await admit(deps, actor, file.document)
  if (!/^(application\/pdf$|image\/)/.test(file.mediaType))
    throw new ArchiveError(
      'conflict',
      `“${file.name}” has no images of pages: there is nothing to recognise.`,
    )
  return want(deps, actor, { ...wish, file: id, pages: null })
}

/** Has one page recognised anew. */
export async function recognisePage(
  deps: Recognising,
  actor: Actor,
  address: PageAddress,
  wish: Wish,
): Promise<Job> {
  const page = await seePage(deps, actor, address)
  const file = await deps.recognition.pictorialFile(page.id)
  if (file === null)
    throw new ArchiveError('conflict', 'This page has no image: there is nothing to recognise.')
  return want(deps, actor, { ...wish, file, pages: [page.id] })
}

async function want(
  deps: Recognising,
  actor: Actor,
  wish: Wish & { file: string; pages: readonly string[] | null },
): Promise<Job> {
  if (deps.recogniser.places === 0)
    throw new ArchiveError('conflict', 'Recognition is off: start the archive without FONDS_OCR=off.')
  const { languages: there } = await deps.recogniser.abilities()
  const lacking =
    wish.languages?.filter((tag) => !there.includes(tag.split('-')[0]?.toLowerCase() ?? '')) ?? []
  if (lacking.length > 0)
    throw invalid(
      'languages',
      `no model is installed for ${lacking.join(', ')}: install it first (docs/scans.md says how), or send [] to have the language found out.`,
    )
  const job = await deps.recognitionWriter.want({
    ...wish,
    actor: actor.id,
    at: deps.clock(),
    job: deps.newId('j'),
  })
  deps.wake()
  return job
}

/** The pages that the recogniser was less sure of than `below` (0–100) and that nobody has corrected, the least sure first. */
export function doubtfulPages(
  deps: Recognising,
  actor: Actor,
  filter: { below: number; document: string | null },
  slice: Slice,
): Promise<Listing<DoubtfulPage>> {
  return deps.recognition.doubtful(audienceOf(actor, deps.clock().slice(0, 10)), filter, slice)
}
