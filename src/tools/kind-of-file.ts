import { type KindOfFile, kindByName, parted } from '../domain/bulk/kind-of-file.ts'
import type { KindReader } from '../ports/batches.ts'
import { identifier } from './identify.ts'
import { withRanges } from './image/open-image.ts'
import { tiffPages } from './image/tiff-pages.ts'

/** Says what a file is to a folder. A TIFF of several pages is a volume; a name that tells nothing leaves it to the bytes. */
export function kindReader(): KindReader {
  const { identify } = identifier()
  return async (path, name) => {
    const named = kindByName(name)
    if (named === 'image' && /^tiff?$/.test(parted(name).extension))
      return hasSeveralPages(path) ? 'volume' : 'image'
    if (named !== null) return named
    const { kind, mediaType } = await identify(path, name)
    if (mediaType === 'image/tiff') return hasSeveralPages(path) ? 'volume' : 'image'
    return kinds[kind]
  }
}

const kinds: Record<'pdf' | 'text' | 'image' | 'other', KindOfFile> = {
  pdf: 'volume',
  text: 'text',
  image: 'image',
  other: 'other',
}

/** Smaller pictures of the first page are fewer than that; a second page shows before. */
const directoriesSeen = 16

/** Whether a TIFF has a second page; a smaller picture of the first is none, nor is what is damaged. */
const hasSeveralPages = (path: string): boolean =>
  withRanges(path, (read) => tiffPages(read, directoriesSeen).pages.length > 1)
