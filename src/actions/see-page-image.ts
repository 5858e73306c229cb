import type { Actor } from '../domain/access.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { Rendition } from '../domain/page/rendition.ts'
import { ensureBlackened } from '../ingest/ensure-blackened.ts'
import { ensureImage, type ImageDeps, type MadeImage } from '../ingest/ensure-image.ts'
import type {
  DerivedStore,
  ImageRenderer,
  Imager,
  ImageSource,
  RenditionCache,
} from '../ports/page-images.ts'
import type { TextReader } from '../ports/texts.ts'
import { rememberFaults } from './remember-faults.ts'
import { admit, audienceNow, keepsArchive, type Seeing } from './see.ts'

export type ImageSeeing = Seeing &
  Omit<ImageDeps, 'imager'> & {
    texts: Pick<TextReader, 'place'>
    /** Whoever looks at a page does not wait behind what is being ingested. */
    imagerOnDemand: Imager
    renderer: ImageRenderer
    renditions: RenditionCache
  }

const remembered = new WeakMap<DerivedStore, ReturnType<typeof rememberFaults>>()

/** A page's image that the actor may see, with what it was made of, its name among what is derived and a word for its state: another when it changes. */
export type SeenImage = MadeImage & { source: ImageSource; name: string; stamp: string }

/**
 * The image of a page, made where there is none yet. Throws ArchiveError('not-found' or 'gone'), 'unreadable-file'
 * where none can be made, and 'busy' where too many wait for one.
 */
export async function seePageImage(
  deps: ImageSeeing,
  actor: Actor,
  page: string,
  signal: AbortSignal,
): Promise<SeenImage> {
  const found = await deps.pageImages.source(page, audienceNow(deps, actor))
  if (!found) throw notFound('page')
  const { document, ...source } = found
  await admit(deps, actor, await standingIn(deps, actor, page, document)).catch((error) => {
    throw error?.fault === 'not-found' ? notFound('page') : error
  })
  return imageOf(deps, source, signal)
}

/**
 * The document by which the actor may see a page: of those that it stands in one that they may see. Wherever its file was
 * added, a page that stands nowhere is for those who keep the archive.
 */
async function standingIn(deps: ImageSeeing, actor: Actor, page: string, fileOf: string): Promise<string> {
  const seen = await deps.texts.place(page, audienceNow(deps, actor))
  const place = seen ?? (await deps.texts.place(page))
  if (place) return place.document
  if (keepsArchive(actor)) return fileOf
  throw notFound('page')
}

/** The image of a page of a file that the actor may see already; the faults are those of `seePageImage`. */
export async function imageOf(
  deps: ImageSeeing,
  source: ImageSource,
  signal: AbortSignal,
): Promise<SeenImage> {
  if (!/^(image\/|application\/pdf$)/.test(source.mediaType))
    throw new ArchiveError('not-found', `“${source.name}” has no image: it is of type ${source.mediaType}.`)
  const faults = remembered.get(deps.derived) ?? rememberFaults()
  remembered.set(deps.derived, faults)
  const own = { ...deps, imager: deps.imagerOnDemand }
  const whole = await faults(`${source.sha256}/${source.filePage}`, () => ensureImage(own, source, signal))
  const { path, image, name } = await ensureBlackened(own, whole, source, signal)
  const stamp = [name, source.filePage, image.width, image.height, image.how, image.tool].join(' ')
  return { path, image, source, name, stamp }
}

/** The bytes of a rendition of an image: those that are kept, or else rendered, and kept. */
export async function render(
  deps: ImageSeeing,
  seen: SeenImage,
  rendition: Rendition,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const key = `${seen.stamp} ${JSON.stringify(rendition)}`
  const kept = await deps.renditions.get(key)
  if (kept) return kept
  const bytes = await deps.renderer.render(seen.path, seen.image, rendition, signal).catch(async (error) => {
    // It may have been thrown away since it was found.
    if (error instanceof ArchiveError || (await deps.derived.find(seen.name, seen.source.filePage)))
      throw error
    const { path, image } = await imageOf(deps, seen.source, signal)
    return deps.renderer.render(path, image, rendition, signal)
  })
  // Who looks does not wait until it is kept, and a full disk takes nothing from them.
  deps.renditions.put(key, bytes).catch(() => {})
  return bytes
}
