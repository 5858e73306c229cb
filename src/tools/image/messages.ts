import type { Box } from '../../domain/page/placed-words.ts'
import type { ImagePage, PageImage } from '../../ports/page-images.ts'

/** The file that a child is asked about: its path in the archive and its media type. */
export type ImageFile = { path: string; mediaType: string }

/** What a child is asked, one thing at a time. */
export type Asked =
  | { kind: 'inspect'; file: ImageFile }
  | { kind: 'make'; file: ImageFile; filePage: number; target: string }
  | { kind: 'blacken'; file: ImageFile; black: readonly Box[]; target: string }

/** What it answers; `fault` continues the file's name, see Unreadable. */
export type Answer =
  | { kind: 'inspected'; pages: ImagePage[]; remark: string | null }
  | { kind: 'made'; image: PageImage }
  | { kind: 'blackened' }
  | { kind: 'fault'; fault: string }
  /** The image did not fit on the disk, which says nothing about the file. */
  | { kind: 'disk-full' }
