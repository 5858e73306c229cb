import { hash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { pixelsOf } from '../domain/redaction/cover.ts'
import type { ImageSource } from '../ports/page-images.ts'
import type { ImageDeps, MadeImage } from './ensure-image.ts'

/**
 * The image of a page with what is withheld in black, and a name for it that no other image has: the page's own where
 * nothing is withheld, else one made of that, which is kept apart. Throws what the imager throws.
 */
export async function ensureBlackened(
  { derived, imager }: Pick<ImageDeps, 'derived' | 'imager'>,
  { path, image }: MadeImage,
  { sha256, filePage, withheld }: ImageSource,
  signal: AbortSignal,
): Promise<MadeImage & { name: string }> {
  if (withheld === undefined) return { path, image, name: sha256 }
  const black = pixelsOf(withheld, image)
  if (black.length === 0) return { path, image, name: sha256 }
  const name = hash('sha256', JSON.stringify(['withheld', sha256, image.width, image.height, black]))
  const known = await derived.find(name, filePage)
  if (known !== null) return { path: known, image, name }
  const target = await derived.incoming()
  try {
    await imager.blacken(path, black, target, signal)
    await derived.put(target, name, filePage)
    const made = await derived.find(name, filePage)
    if (made === null) throw new Error('An image was thrown away while it was being made.')
    return { path: made, image, name }
  } finally {
    await rm(target, { force: true })
  }
}
