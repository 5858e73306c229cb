/** Bytes `from` to `to` of a file, both inclusive. */
export type ByteRange = { from: number; to: number }

/**
 * What a `Range` header (RFC 9110 §14.1.2) asks of a file of `size` bytes: null is the whole (other units, several
 * ranges and malformed headers are ignored, as the standard allows, and an empty file has no parts).
 */
export function rangeOf(header: string, size: number): ByteRange | 'outside' | null {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header) ?? []
  if (size === 0 || (first === '' && last === '')) return null
  if (first === '')
    return Number(last) === 0 ? 'outside' : { from: Math.max(0, size - Number(last)), to: size - 1 }
  const from = Number(first)
  const to = last === '' ? Number.POSITIVE_INFINITY : Number(last)
  if (to < from) return null
  return from >= size ? 'outside' : { from, to: Math.min(to, size - 1) }
}
