import type { PlacedWords } from '../domain/page/placed-words.ts'
import type { Wording } from '../domain/resemblance/suggestion.ts'

/** One page read out of a file. `filePage` counts from 1 in the file; `content` is its text, '' where it has none. */
export type ExtractedPage = {
  filePage: number
  label: string | null
  width: number | null
  height: number | null
  content: string
  /** The language of `content` (BCP 47) where it could be told. */
  language: string | null
  /** Normalised words of `content`, joined by single spaces: what the index receives (see domain/analysis). */
  words: string
  /** Where the words of `content` stand, in a frame of its own of this page's shape; absent where that is not known.
   * Out of a child process they come as `packWords` packed them. */
  placed?: PlacedWords | Uint8Array | null
  /** Whether `content` is a text layer that is no language: the page is recognised anew, and that text comes first. */
  garbled?: boolean
  /** Where the page says that it belongs, if it transcribes another. */
  refers?: PageReference | null
}

/** What a page of a transcription says of the page that it transcribes: the name of its image, its number in a file. */
export type PageReference = { image: string | null; number: number | null }

/** Folded words, each once, joined by single spaces, of pages in a language (BCP 47); null where it could not be told. */
export type NewWords = { language: string | null; words: string }

/** The layer that the text of a file stands in; an image carries none and waits for recognition. */
export type ExtractedLayer = 'embedded' | 'transcription'

/**
 * What an extractor tells, in order: one `start`, then batches of pages, then what was wrong with some of them or what the
 * text is like, if it is known.
 */
export type Extraction =
  | {
      kind: 'start'
      /** Pages in the file, where known beforehand. */
      total: number
      layer: ExtractedLayer
      /** Library and version, e.g. `pdf-parse 2.4.5`. */
      engine: string
      /** What was assumed while reading, e.g. `read as windows-1251`, in words for the archivist. */
      assumed: string | null
    }
  | {
      kind: 'pages'
      pages: readonly ExtractedPage[]
      /** All words of these pages; those that earlier pages of the file had may be left out. */
      newWords: readonly NewWords[]
    }
  | {
      kind: 'remark'
      /** What was wrong with single pages, in words for the archivist. */
      remark: string
    }
  | {
      kind: 'wording'
      /** What the whole text is like, told last. */
      wording: Wording
    }

/** A file to be read: a local path, its original name and the media type that `identify` found. */
export type ReadableFile = { path: string; name: string; mediaType: string }

/** Reads the text of a file page by page. Throws ArchiveError('unreadable-file') with a sentence for the archivist. */
export type Extractor = {
  extract(file: ReadableFile, signal: AbortSignal): AsyncIterable<Extraction>
}

/** Says what a file is by its bytes (its name only decides between kinds of text). */
export type Identifier = {
  identify(
    path: string,
    name: string,
  ): Promise<{ mediaType: string; kind: 'pdf' | 'text' | 'image' | 'other' }>
}
