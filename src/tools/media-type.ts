import { fileTypeFromBuffer } from 'file-type'
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
  const markup = markupOf(head)
  if (markup) return { mediaType: markup, kind: 'other' }
  return { mediaType: /\.(md|markdown)$/i.test(name) ? 'text/markdown' : 'text/plain', kind: 'text' }
}

async function signatureOf(head: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(head))?.mime.split(';')[0] ?? null
  } catch {
    return null
  }
}

const asKind = (mediaType: string): Identity => ({
  mediaType,
  kind: /^image\/(?!svg\+xml$|vnd\.djvu$)/.test(mediaType) ? 'image' : 'other',
})

function markupOf(head: Uint8Array): string | null {
  const text = new TextDecoder(utf16Of(head)?.encoding ?? 'utf-8').decode(head.subarray(0, 4096))
  const opening = text.replace(/^(\s|<!--[\s\S]*?-->)+/, '')
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(opening)) return 'text/html'
  if (/^<\?xml\b/.test(opening)) {
    return /<html[\s>]/i.test(opening)
      ? 'application/xhtml+xml'
      : /<svg[\s>]/.test(opening)
        ? 'image/svg+xml'
        : 'application/xml'
  }
  return /^<[a-z_][\w:.-]*\s[^<>]*xmlns/i.test(opening) ? 'application/xml' : null
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
