/**
 * The same text as the archive keeps it: without NUL and lone surrogates, which no store and no interchange
 * format carries, and with every line end (CRLF, CR) as LF. Cleaning twice changes nothing more.
 */
export function cleanText(text: string): string {
  // Line ends come last: what stood between CR and LF may have been stripped.
  return text
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\r\n?/g, '\n')
}
