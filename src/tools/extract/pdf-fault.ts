import { readSync } from 'node:fs'
import { Unreadable } from './unreadable.ts'

/** Refuses, with what it is instead, a file that has no PDF header within its first 1024 bytes. */
export async function refuseUnlessPdf(fd: number): Promise<void> {
  const head = Buffer.alloc(65_536)
  const got = readSync(fd, head, 0, head.length, 0)
  if (got === 0) throw new Unreadable('is empty: it has 0 bytes; upload it again from where it came')
  if (head.subarray(0, Math.min(got, 1024)).includes('%PDF-')) return
  // What tells all other formats apart takes longer to load than a small PDF to read.
  const { mediaTypeOf } = await import('../media-type.ts')
  const { mediaType } = await mediaTypeOf([head.subarray(0, got)], '')
  // Its header has a flaw, which readers of PDF pass over.
  if (mediaType === 'application/pdf') return
  throw new Unreadable(`is not a PDF but ${inWords(mediaType)}; upload the PDF itself`)
}

/** What a failure of the PDF libraries means to the archivist. */
export function pdfFault(error: unknown): Unreadable {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  if (name === 'PasswordException')
    return new Unreadable('is encrypted with a password; upload a copy without it')
  const said = message.replace(/[.\s]+$/, '').slice(0, 200)
  return new Unreadable(
    `is damaged or cut short and cannot be read as a PDF (“${said}”); upload a whole copy of it`,
  )
}

function inWords(mediaType: string): string {
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return 'a web page (HTML)'
  if (mediaType === 'text/plain') return 'plain text'
  if (mediaType === 'application/octet-stream') return 'something else, of an unknown format'
  return `a file of type ${mediaType}`
}
