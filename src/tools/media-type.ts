import { fileTypeFromBuffer } from 'file-type'
import { alto, docx, hocr, html, pageXml, tei, transcriptTypes, xhtml } from '../domain/media-types.ts'
import type { Identifier } from '../ports/extractor.ts'
import { utf16Of } from './extract/utf16.ts'

type Identity = Awaited<ReturnType<Identifier['identify']>>

/** Formats with a signature of their own that are nevertheless written in plain characters. */
const writtenInCharacters = /^(application\/(xml|.*\+xml|rtf|postscript|eps|pgp-encrypted)|image\/svg\+xml)$/

/** Formats whose signature no text begins with, though what follows it may look like one: a scan of even grey. */
const unmistakable = /^image\/(tiff|jpeg|png|jp2|jpx|j2c)$/

/** Says what a file is by samples of its bytes, its head first; never throws for odd content. */
export async function mediaTypeOf(samples: readonly Uint8Array[], name: string): Promise<Identity> {
  const head = samples[0] ?? new Uint8Array()
  const latin = Buffer.from(head.subarray(0, 1024)).toString('latin1')
  if (latin.startsWith('%PDF-')) return { mediaType: 'application/pdf', kind: 'pdf' }
  const isText = looksLikeText(samples)
  const magic = await signatureOf(head)
  // Two letters are a signature for some formats ("BM", "MZ"), and a binary file is never without control characters.
  if (magic && (!isText || writtenInCharacters.test(magic) || unmistakable.test(magic)))
    return asKind(markupOf(head) ?? magic)
  // Readers of PDF accept a header that stands within the first 1024 bytes, behind mail headers or other residue.
  const isPdf = isText ? /[\r\n]%PDF-\d\.\d/.test(latin) : /%PDF-\d\.\d/.test(latin)
  if (isPdf) return { mediaType: 'application/pdf', kind: 'pdf' }
  if (!isText) return { mediaType: 'application/octet-stream', kind: 'other' }
  return asKind(markupOf(head) ?? textNamed(name, latin))
}

/** What a text is that has no mark of its own: a piece of a web page needs neither a declaration nor a frame. */
function textNamed(name: string, opening: string): string {
  if (/\.(md|markdown)$/i.test(name)) return 'text/markdown'
  if (/\.(html?|xhtml|hocr)$/i.test(name) && /<[a-z]/i.test(opening)) return asHtml(opening, html)
  return 'text/plain'
}

async function signatureOf(head: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(head).then(
    (type) => type?.mime.split(';')[0] ?? null,
    () => null,
  )
  // The library looks for the first directory of a TIFF, which most programs write behind the pixels.
  if (found === null && isTiff(head)) return 'image/tiff'
  return found === 'application/zip' && holdsWordDocument(head) ? docx : found
}

/** The mark of TIFF 6.0 or of BigTIFF, in either order of bytes. */
const isTiff = (head: Uint8Array): boolean =>
  /^(II[*+]\0|MM\0[*+])/.test(Buffer.from(head.subarray(0, 4)).toString('latin1'))

/** Some programs list the contents of a package last, where no sample reaches; the name of its main part tells as well. */
const holdsWordDocument = (head: Uint8Array) => Buffer.from(head).includes('word/document.xml')

const asKind = (mediaType: string): Identity => ({
  mediaType,
  kind: transcriptTypes.has(mediaType)
    ? 'text'
    : /^image\/(?!svg\+xml$|vnd\.djvu$)/.test(mediaType)
      ? 'image'
      : 'other',
})

const roots: readonly [RegExp, string][] = [
  [/^alto$/i, alto],
  [/^PcGts$/, pageXml],
  [/^(TEI|TEI\.2|teiCorpus)$/, tei],
  [/^svg$/, 'image/svg+xml'],
]

function markupOf(head: Uint8Array): string | null {
  const text = new TextDecoder(utf16Of(head)?.encoding ?? 'utf-8').decode(head)
  const opening = text.replace(/^(\s|<!--[\s\S]*?-->)+/, '')
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(opening)) return asHtml(text, html)
  const declared = /^<\?xml\b/.test(opening)
  const root = rootOf(opening)
  if (root === null) return declared ? 'application/xml' : null
  if (declared && /^html$/i.test(root)) return asHtml(text, xhtml)
  const known = roots.find(([name]) => name.test(root))
  if (known && (declared || known[1] !== 'image/svg+xml')) return known[1]
  return declared || /^<[a-z_][\w:.-]*\s[^<>]*xmlns/i.test(opening) ? 'application/xml' : null
}

/** A page of HTML in which a recogniser has marked pages and words. */
const asHtml = (text: string, otherwise: string) =>
  /class\s*=\s*["'][^"']*\bocr_page\b|name\s*=\s*["']ocr-system["']/i.test(text) ? hocr : otherwise

/** The name of the outermost element, without its prefix, behind declarations and comments; null where none is seen. */
function rootOf(opening: string): string | null {
  const prolog =
    /^(\s+|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(\[[\s\S]*?\]\s*)?>)*/i.exec(opening)?.[0] ?? ''
  return /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(opening.slice(prolog.length))?.[1] ?? null
}

/** A stray control character (an end-of-file mark, a NUL left by an old editor) does not make a text binary. */
function looksLikeText(samples: readonly Uint8Array[]): boolean {
  if (samples[0] && utf16Of(samples[0])) return true
  let controls = 0
  let length = 0
  for (const sample of samples) {
    length += sample.length
    for (const byte of sample) if (isControl(byte)) controls++
  }
  return controls <= 1 + length * 0.02
}

const isControl = (byte: number) =>
  (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) || byte === 0x7f
