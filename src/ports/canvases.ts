import type { Audience } from '../domain/audience.ts'
import type { Withheld } from '../domain/redaction/redaction.ts'
import type { Layer } from '../domain/text.ts'
import type { MissingLeaf } from './page-work.ts'

/** What a canvas (IIIF Presentation 3.0, 5.3) has to know of a page, with the number that the page has in a witness. */
export type CanvasPage = {
  id: string
  number: number
  label: string | null
  /** In pixels of its image once that is made, before in the units of its file; null where it has no size. */
  width: number | null
  height: number | null
  file: { id: string; name: string; mediaType: string }
  /** Whether its image was made. */
  isPictured: boolean
  /** Why it could not be pictured or recognised, or what its recognition waits for. */
  fault: string | null
  layers: readonly Layer[]
  /** Whether there are annotations of it that were made within the document. */
  isAnnotated: boolean
  /** What is withheld of it from whom this is for. */
  withheld?: Withheld
}

/** What stands in a witness at one place. */
export type CanvasEntry = { witness: string } & (
  | ({ kind: 'page' } & CanvasPage)
  | ({ kind: 'missing' } & MissingLeaf)
)

/** Pages as canvases, each as far as an audience may see it; who may see the document is the caller's affair. */
export type CanvasReader = {
  /** At most so many pages of a witness, in order, behind the one of a number (0: from the first). */
  pages(witness: string, after: number, most: number, audience: Audience): Promise<CanvasPage[]>
  /** A page or a missing leaf where it stands first in a document; null where it does not. */
  find(document: string, id: string, audience: Audience): Promise<CanvasEntry | null>
}
