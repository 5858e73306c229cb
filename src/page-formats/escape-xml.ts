// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them, not even escaped
const unwritable = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it may stand in XML and HTML, in elements and between quotes; what XML cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(unwritable, '')
    .replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
    // Else a parser reads them as spaces where they stand in an attribute.
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
