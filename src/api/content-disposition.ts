import { create } from 'content-disposition'

const shown = new Set([
  'application/pdf',
  'text/plain',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'image/tiff',
])

/**
 * The `Content-Disposition` of an uploaded file (RFC 6266), its name in any script. Only kinds that can run nothing
 * are shown in the browser: PDF, pictures (not SVG) and plain text; everything else, and whatever is asked for as a
 * `download`, is saved.
 */
export function contentDisposition(name: string, mediaType: string, download = false): string {
  const essence = (mediaType.split(';')[0] ?? '').trim().toLowerCase()
  const safe = name.toWellFormed().replace(/\p{Cc}/gu, '_')
  return create(safe, { type: shown.has(essence) && !download ? 'inline' : 'attachment' })
}
