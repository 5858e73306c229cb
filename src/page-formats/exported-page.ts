import type { LaidBlock } from '../domain/page/laid-lines.ts'
import type { Frame } from '../domain/page/placed-words.ts'

/** A page as it is given out: its text in one layer, as far as known with places, and where it comes from. */
export type ExportedPage = {
  number: number
  label: string | null
  /** What boxes are measured in: its image where there is one; null where nothing of it has a place. */
  frame: Frame | null
  language: string | null
  /** The text as it is stored. */
  content: string
  blocks: readonly LaidBlock[]
  /** The file that it is a page of, and which. */
  source: { name: string; filePage: number } | null
}

/** What is said of the whole that pages are given out of. */
export type ExportedText = {
  title: string
  language: string | null
  /** The name and version of the program. */
  software: string
  /** The layer asked for; null: the best of each page. */
  layer: string | null
  /** The file that all of it is of, if it is one. */
  file: string | null
}
