/** What XML 1.0 has no place for, not even escaped (section 2.2): controls of ASCII but three, lone surrogates, two others. */
const unwritable = /[[\p{Cc}--[\t\n\r\x7f-\x9f]]\p{Surrogate}\ufffe\uffff]/gv
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
