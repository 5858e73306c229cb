const imageExtension = /\.(jpe?g|jp2|j2k|jpx|png|tiff?|webp|gif|bmp|pdf|djvu?)$/i

/** A file's name without its folders and case. */
export const wholeName = (name: string): string =>
  (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '').toLowerCase()

/** A file's name without its extension, folders and case, as names of images are compared. */
export const stemOf = (name: string): string => wholeName(name).replace(/(.)\.[^.]*$/, '$1')

/** A stem without what formats of texts write before their extension, as in `p001.alto.xml` and `p001.gt.txt`. */
export const withoutFormat = (stem: string): string =>
  stem.replace(/(.)\.(alto|hocr|page|tei|ocr|gt)$/i, '$1')

/**
 * The stems that the name or address of an image may mean: its last part, and of an address of the IIIF Image API
 * (`…/p001.jpg/full/max/0/default.jpg`) the part that stands before the region.
 */
export function imageNames(image: string): string[] {
  const path = decoded(image.replace(/[?#].*$/, ''))
  const parts = path.split(/[/\\]/).filter((part) => part !== '')
  const isIiif = /^(native|default|color|gray|bitonal)\.\w+$/.test(parts.at(-1) ?? '') && parts.length > 4
  const named = isIiif ? parts.at(-5) : parts.at(-1)
  if (named === undefined) return []
  // A name without an extension may hold dots of its own.
  const whole = named.normalize('NFC').toLowerCase()
  return [...new Set(imageExtension.test(named) ? [stemOf(named)] : [whole, stemOf(named)])]
}

/** The number with which the name of an image ends, or that its address asks for as a page (`#page=3`); null without one. */
export function trailingNumber(image: string): number | null {
  const asked = /[?#&]page=(\d{1,9})\b/.exec(image)?.[1]
  const found = asked ?? /(\d{1,9})$/.exec(imageNames(image)[0] ?? '')?.[1]
  return found === undefined ? null : Number(found)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
