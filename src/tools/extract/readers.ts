import { alto, docx, hocr, html, pageXml, tei, xhtml } from '../../domain/media-types.ts'
import type { Reading } from './batches.ts'

/** Reads the file behind a descriptor, a PDF from a page on. Throws Unreadable for what is wrong with it. */
export type Reader = (fd: number, from?: number) => AsyncIterable<Reading> | Iterable<Reading>

/** Each library is loaded only by the child that needs it. */
const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  'application/pdf': async () => (await import('./read-pdf.ts')).readPdf,
  'text/markdown': async () => (await import('./read-markdown.ts')).readMarkdown,
  [docx]: async () => (await import('./read-docx.ts')).readDocx,
  [html]: async () => (await import('./read-html.ts')).readHtml,
  [xhtml]: async () => (await import('./read-html.ts')).readHtml,
  [hocr]: async () => (await import('./read-hocr.ts')).readHocr,
  [alto]: async () => (await import('./read-alto.ts')).readAlto,
  [pageXml]: async () => (await import('./read-page-xml.ts')).readPageXml,
  [tei]: async () => (await import('./read-tei.ts')).readTei,
}

/** The reader of a media type; what has none of its own is read as plain text. */
export const readerOf = async (mediaType: string): Promise<Reader> =>
  (await readers[mediaType]?.()) ?? (await import('./read-text.ts')).readText
