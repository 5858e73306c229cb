export type Utf16 = { encoding: 'utf-16le' | 'utf-16be'; marked: boolean }

/**
 * Says whether bytes are UTF-16, and in which order, by their byte order mark or, without one, by their shape:
 * in the alphabets of Europe nearly every other byte is a high byte between 00 and 05. Null where they are not.
 */
export function utf16Of(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', marked: true }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', marked: true }
  const pairs = Math.floor(Math.min(bytes.length, 65_536) / 2)
  if (pairs < 2) return null
  const high = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if ((bytes[at] ?? 0) <= 0x05) high[at % 2] = (high[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = high.map((count) => count / pairs)
  if (odd >= 0.7 && even <= 0.1) return { encoding: 'utf-16le', marked: false }
  if (even >= 0.7 && odd <= 0.1) return { encoding: 'utf-16be', marked: false }
  return null
}
