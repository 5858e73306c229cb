import type { StoredFile } from '../domain/document.ts'
import { ArchiveError } from '../domain/errors.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { JobReader, Lease } from '../ports/jobs.ts'
import type { Recogniser } from '../ports/recogniser.ts'
import type { PageToDo, RecognitionReader, RecognitionWriter } from '../ports/recognition.ts'
import { ensureImage, type ImageDeps } from './ensure-image.ts'
import { inParallel } from './in-parallel.ts'

export type PictureDeps = ImageDeps & {
  recogniser: Recogniser
  recognition: RecognitionReader
  recognitionWriter: RecognitionWriter
  jobs: JobReader
  newId: NewId
  clock: Clock
}

const pagesAtOnce = 200
const lookEveryMs = 1000

/**
 * Makes the images of a file's pages and recognises those that want it, as many at a time as the recogniser has places,
 * each page by itself: one that fails says why, and the others go on. Doing it again does what is left. It gives way
 * when a more urgent job waits. Throws the signal's reason when it is stopped, and what is wrong with the machine.
 */
export async function picturePages(
  deps: PictureDeps,
  lease: Lease,
  file: StoredFile,
  signal: AbortSignal,
): Promise<void> {
  const { recogniser, recognition, recognitionWriter, jobs, clock } = deps
  const languages = await recognition.languages(file.id)
  const failing = new AbortController()
  const either = AbortSignal.any([signal, failing.signal])
  let lookedAt = performance.now()
  let isOvertaken = false

  async function* pages(): AsyncGenerator<PageToDo> {
    for (let after = 0; ; ) {
      const some = await recognition.toDo(file.id, after, pagesAtOnce)
      for (const page of some) {
        if (performance.now() - lookedAt > lookEveryMs) {
          lookedAt = performance.now()
          isOvertaken = await jobs.moreUrgent(clock(), lease.priority)
        }
        if (isOvertaken) return
        either.throwIfAborted()
        yield page
      }
      after = some.at(-1)?.filePage ?? after
      if (some.length < pagesAtOnce) return
    }
  }

  await inParallel(pages(), Math.max(1, recogniser.places), (page) =>
    doPage(deps, lease, file, page, languages, either).catch((error) => {
      failing.abort(error)
      throw error
    }),
  )
  const at = clock()
  if (isOvertaken) return recognitionWriter.giveWay({ at, token: lease.token })
  await recognitionWriter.finish({ at, token: lease.token })
}

async function doPage(
  deps: PictureDeps,
  { token }: Lease,
  file: StoredFile,
  page: PageToDo,
  languages: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const { recogniser, recognitionWriter: writer, newId, clock } = deps
  const fail = (fault: string, missing: string | null) =>
    writer.failed({ at: clock(), token, page: page.id, fault, missing })
  let isHeld: boolean
  try {
    const source = { ...file, filePage: page.filePage }
    const { path, image } = await ensureImage(deps, source, signal)
    if (page.isWanted && recogniser.places > 0) {
      const result = await recogniser.recognise({ ...image, path }, languages, signal)
      isHeld =
        result.kind === 'page'
          ? await writer.recognised({ at: clock(), token, page: page.id, revision: newId('v'), result })
          : await fail(result.says, result.language)
    } else isHeld = await writer.pictured({ at: clock(), token, page: page.id })
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.fault !== 'unreadable-file') throw error
    isHeld = await fail(error.message, null)
  }
  if (!isHeld) throw new ArchiveError('conflict', 'The job was cancelled or taken by another worker.')
}
