/** Word-processing documents as Word writes them (ECMA-376). */
export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const html = 'text/html'
export const xhtml = 'application/xhtml+xml'
export const hocr = 'text/vnd.hocr+html'
export const alto = 'application/alto+xml'
/** PAGE XML, under the name that its makers use. */
export const pageXml = 'application/vnd.prima.page+xml'
/** TEI (RFC 6129). */
export const tei = 'application/tei+xml'

/** In what transcriptions and translations come: all that is text from the start, as against images of it. */
export const transcriptTypes: ReadonlySet<string> = new Set([
  'text/plain',
  'text/markdown',
  ...[docx, html, xhtml, hocr, alto, pageXml, tei],
])
