/**
 * The same text as the archive keeps it: without NUL and lone surrogates, which no store and no interchange
 * format carries, and with every line end (CRLF, CR) as LF. Cleaning twice changes nothing more.
 */
export function cleanText(text: string): string {
  // NUL goes first, for it may part a pair of surrogates, and line ends last: what stood between CR and LF may be gone.
  const whole = text.replaceAll('\0', '')
  const wellFormed = whole.isWellFormed() ? whole : whole.replace(/\p{Surrogate}/gu, '')
  return wellFormed.replace(/\r\n?/g, '\n')
}
