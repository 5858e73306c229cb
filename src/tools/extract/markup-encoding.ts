import { isUtf8 } from 'node:buffer'
import { type Encoding, encodingOf } from './decode-text.ts'
import { utf16Of } from './utf16.ts'

const xmlDeclaration = /^[^<]*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/
const metaElement = /<meta[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i

/**
 * How HTML or XML is encoded, and what was assumed: by its byte order mark, as it declares, else as any text. What it
 * declares is not believed where its bytes are something else.
 */
export function markupEncodingOf(bytes: Uint8Array): Encoding {
  if (utf16Of(bytes)) return encodingOf(bytes)
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1')
  const label = (xmlDeclaration.exec(head) ?? metaElement.exec(head))?.[1]
  const declared = label === undefined ? null : decoderOf(label)
  const isValid = isUtf8(bytes)
  if (declared === null || declared.startsWith('utf-16') || (declared === 'utf-8' && isValid))
    return encodingOf(bytes)
  // Letters beyond ASCII in an old code page hardly ever form valid UTF-8 by chance.
  if (isValid && bytes.some((byte) => byte > 0x7f))
    return { encoding: 'utf-8', assumed: `read as utf-8 (it says ${label}, which its letters are not)` }
  if (declared !== 'utf-8') return { encoding: declared, assumed: null }
  const found = encodingOf(bytes)
  return {
    ...found,
    assumed:
      found.assumed && `${found.assumed.replace(/ \(.*/, '')} (it says ${label}, which its letters are not)`,
  }
}

function decoderOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}
