import { rm } from 'node:fs/promises'
import { ArchiveError } from '../domain/errors.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock } from '../ports/identity.ts'
import type {
  DerivedStore,
  Imager,
  ImageSource,
  PageImage,
  PageImageReader,
  PageImageWriter,
} from '../ports/page-images.ts'

export type ImageDeps = {
  files: FileStore
  derived: DerivedStore
  imager: Imager
  pageImages: PageImageReader
  pageImageWriter: PageImageWriter
  clock: Clock
}

/** An image that is there: the local path of its pyramidal TIFF, and what is known of it. */
export type MadeImage = { path: string; image: PageImage }

type Making = { made: Promise<MadeImage>; waiting: number; abandon: AbortController }

const underWay = new WeakMap<DerivedStore, Map<string, Making>>()

/**
 * The image of a page, made where there is none: once, however many ask for it at the same time, and until none of them
 * waits any more. Throws what the imager throws, and the signal's reason once it aborts.
 */
export async function ensureImage(
  deps: ImageDeps,
  source: ImageSource,
  signal: AbortSignal,
): Promise<MadeImage> {
  signal.throwIfAborted()
  const known = await findImage(deps, source)
  if (known) return known
  signal.throwIfAborted()
  const { making, isJoined } = join(deps, source)
  making.waiting++
  const stopped = Promise.withResolvers<never>()
  const stop = () => stopped.reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([making.made, stopped.promise])
  } catch (error) {
    // Who began it was turned away; whoever joined may have an imager that has room.
    if (isJoined && error instanceof ArchiveError && error.fault === 'busy')
      return await ensureImage(deps, source, signal)
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    making.waiting--
    if (making.waiting === 0) making.abandon.abort(signal.reason)
  }
}

/** The image of a page where one was made and not thrown away; null where it has to be made. */
export async function findImage(
  { derived, pageImages }: Pick<ImageDeps, 'derived' | 'pageImages'>,
  { sha256, filePage }: Pick<ImageSource, 'sha256' | 'filePage'>,
): Promise<MadeImage | null> {
  const [path, image] = await Promise.all([derived.find(sha256, filePage), pageImages.find(sha256, filePage)])
  return path !== null && image !== null ? { path, image } : null
}

/** What is being made of this page already, or a beginning of it. */
function join(deps: ImageDeps, source: ImageSource): { making: Making; isJoined: boolean } {
  const all = underWay.get(deps.derived) ?? new Map<string, Making>()
  underWay.set(deps.derived, all)
  const key = `${source.sha256}/${source.filePage}`
  const known = all.get(key)
  if (known && !known.abandon.signal.aborted) return { making: known, isJoined: true }
  const abandon = new AbortController()
  const made = make(deps, source, abandon.signal).finally(() => {
    if (all.get(key) === making) all.delete(key)
  })
  // Whoever waited may have gone before it fails.
  made.catch(() => {})
  const making = { made, waiting: 0, abandon }
  all.set(key, making)
  return { making, isJoined: false }
}

async function make(deps: ImageDeps, source: ImageSource, signal: AbortSignal): Promise<MadeImage> {
  const { files, derived, imager, pageImageWriter, clock } = deps
  const { sha256, filePage } = source
  // Whoever asked may have looked just before another one's was done.
  const known = await findImage(deps, source)
  if (known) return known
  const target = await derived.incoming()
  try {
    const image = await files.withLocalFile(sha256, (path) =>
      imager.make({ ...source, path }, filePage, target, signal),
    )
    await derived.put(target, sha256, filePage)
    await pageImageWriter.record({ at: clock(), sha256, filePage, image })
    const path = await derived.find(sha256, filePage)
    if (path === null) throw new Error('An image was thrown away while it was being made.')
    return { path, image }
  } finally {
    await rm(target, { force: true })
  }
}
