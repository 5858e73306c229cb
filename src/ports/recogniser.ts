import type { PlacedWords } from '../domain/page/placed-words.ts'
import type { NewWords } from './extractor.ts'

/** A page's picture: a local file that sharp reads, its size in pixels, its resolution where it is known. */
export type PagePicture = { path: string; width: number; height: number; dpi: number | null }

/** What was recognised on a page. Boxes are in pixels of the picture. */
export type RecognisedPage = {
  kind: 'page'
  content: string
  placed: PlacedWords
  /** The language of `content` (BCP 47) where it could be told. */
  language: string | null
  /** Program and version with the models used, e.g. `tesseract 5.3.0 (lit+rus)`. */
  engine: string
  /** Normalised words of `content`, joined by single spaces: what the index receives (see domain/analysis). */
  words: string
  newWords: readonly NewWords[]
}

/** Nothing was recognised for want of a language; the sentence says which and how to add it. */
export type LanguageMissing = { kind: 'language-missing'; language: string; says: string }

/**
 * Recognises the text of pages, each in a child process under watch. Throws ArchiveError('unreadable-file') with a
 * sentence for a page that cannot be recognised, and the signal's reason when it is stopped.
 */
export type Recogniser = {
  /** How many pages it recognises at a time; 0 where recognition is off. */
  places: number
  /** `languages` (BCP 47) are those that the page may be in; with none the page's script and language are found out. */
  recognise(
    picture: PagePicture,
    languages: readonly string[],
    signal: AbortSignal,
  ): Promise<RecognisedPage | LanguageMissing>
  /** The engine that is used and the languages (BCP 47) that it has models for. */
  abilities(): Promise<{ engine: string | null; languages: readonly string[] }>
  close(): Promise<void>
}
