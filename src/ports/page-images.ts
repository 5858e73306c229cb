import type { Audience } from '../domain/audience.ts'
import type { Box } from '../domain/page/placed-words.ts'
import type { Rendition } from '../domain/page/rendition.ts'
import type { Area } from '../domain/redaction/cover.ts'
import type { ReadableFile } from './extractor.ts'

/** A page of a file of images: its size in pixels and its resolution where the file says it. */
export type ImagePage = { width: number; height: number; dpi: number | null }

/** A page's image as it was made for people to look at: a pyramidal TIFF. */
export type PageImage = {
  width: number
  height: number
  dpi: number | null
  /** `copied` out of a PDF as it stood there, `rendered` from what a PDF draws, `decoded` from a file of images. */
  how: 'copied' | 'rendered' | 'decoded'
  /** Library and version, e.g. `sharp 0.35.0`. */
  tool: string
  /** What is wrong with it, in words for the archivist, e.g. that the file is cut short. */
  remark: string | null
  /** Its perceptual hash, see domain/page/likeness; null where the page is blank. */
  likeness: string | null
}

/**
 * Makes images of pages, each in a child process under watch. Throws ArchiveError('unreadable-file') with a sentence for
 * what cannot be read, and the signal's reason when it is stopped.
 */
export type Imager = {
  /** The pages of a file of images (TIFF, JPEG, PNG, WebP, JPEG 2000), with what was assumed. */
  inspect(file: ReadableFile, signal: AbortSignal): Promise<{ pages: ImagePage[]; remark: string | null }>
  /** Writes the image of a page (1-based) of an image file or a PDF to `target`, a local path. */
  make(file: ReadableFile, filePage: number, target: string, signal: AbortSignal): Promise<PageImage>
  /** Writes the image that lies at `path` to `target` with what is withheld in black, in all its sizes. */
  blacken(path: string, black: readonly Box[], target: string, signal: AbortSignal): Promise<void>
}

/** What can be thrown away and made again, by the SHA-256 of the original and the page of it (1-based). */
export type DerivedStore = {
  /** A path for a file that is being made; what is left there by a crash is swept at the next start. */
  incoming(): Promise<string>
  /** Moves a local file in, in the place of what there was. */
  put(localFile: string, sha256: string, filePage: number): Promise<void>
  /** Where the page's image lies, or null where there is none. */
  find(sha256: string, filePage: number): Promise<string | null>
  delete(sha256: string, filePage: number): Promise<void>
  /** Removes what processes that are gone left unfinished, now (milliseconds since 1970); returns how many files that were. */
  sweepIncoming(now: number): Promise<number>
}

/** Where a page's image comes from: a page (1-based) of the bytes of a file. */
export type ImageSource = {
  sha256: string
  filePage: number
  name: string
  mediaType: string
  /** What is black on it for whom this is for: null for all of it. Absent where nothing is withheld. */
  withheld?: readonly Area[] | null
  /** Whether others see another image of it, so that nobody keeps it without asking again. */
  varies?: boolean
}

export type PageImageReader = {
  /**
   * Where the image of a page comes from and the document that the page's file belongs to; null for no such page, or one
   * that is withheld from the audience.
   */
  source(page: string, audience: Audience): Promise<(ImageSource & { document: string }) | null>
  /** The same of the first page of a file. */
  firstOf(file: string, audience: Audience): Promise<ImageSource | null>
  /** What is known of the image that was made of a page of some bytes; null where none was made yet. */
  find(sha256: string, filePage: number): Promise<PageImage | null>
}

export type PageImageWriter = {
  /** Notes an image that lies in the derived store; pages with these bytes are as large as it from now on. */
  record(command: { at: string; sha256: string; filePage: number; image: PageImage }): Promise<void>
}

/** Makes pictures of pages from their pyramidal TIFFs. */
export type ImageRenderer = {
  /** `page` is the size of the whole. ArchiveError('busy') where too many wait; the signal ends the waiting. */
  render(
    path: string,
    page: { width: number; height: number },
    rendition: Rendition,
    signal: AbortSignal,
  ): Promise<Uint8Array>
}

/** Keeps what was rendered, for as long as there is room. A key is any string; bytes that are lost are rendered again. */
export type RenditionCache = {
  get(key: string): Promise<Uint8Array | null>
  put(key: string, bytes: Uint8Array): Promise<void>
}
