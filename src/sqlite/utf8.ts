import { Buffer, transcode } from 'node:buffer'

/**
 * The bytes of a text, for a statement: a string would be measured first, letter by letter, which for one beyond Latin-1
 * takes several times as long. What has no place in UTF-8 becomes U+FFFD.
 */
export function utf8(text: string): Uint8Array {
  try {
    return transcode(Buffer.from(text, 'ucs2'), 'ucs2', 'utf8')
  } catch {
    return Buffer.from(text)
  }
}
