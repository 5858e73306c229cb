import { writeSync } from 'node:fs'
import type { PDFContext, PDFObject, PDFRef } from 'pdf-lib'

/** A PDF that is written object after object, so that no more of it is in memory than what is being written. */
export type PdfFile = {
  /** Writes an object and forgets it. */
  put(ref: PDFRef, object: PDFObject): void
  /** Writes what the context still holds, and the end of the file. */
  end(context: PDFContext, catalog: PDFRef, info: PDFRef): void
}

const latin = (text: string) => Buffer.from(text, 'latin1')

/** Begins a PDF 1.7 behind a descriptor (ISO 32000-1 §7.5). */
export function pdfFile(fd: number): PdfFile {
  const offsets: number[] = []
  let at = 0

  function write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done)
    at += bytes.length
  }
  function put(ref: PDFRef, object: PDFObject): void {
    offsets[ref.objectNumber] = at
    const body = new Uint8Array(object.sizeInBytes())
    object.copyBytesInto(body, 0)
    write(latin(`${ref.objectNumber} 0 obj\n`))
    write(body)
    write(latin('\nendobj\n'))
  }

  write(Buffer.concat([latin('%PDF-1.7\n%'), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3]), latin('\n')]))
  return {
    put,
    end(context, catalog, info) {
      for (const [ref, object] of context.enumerateIndirectObjects()) put(ref, object)
      const start = at
      const size = context.largestObjectNumber + 1
      const rows = Array.from({ length: size }, (_, number) => {
        const offset = offsets[number]
        return offset === undefined
          ? '0000000000 65535 f \n'
          : `${String(offset).padStart(10, '0')} 00000 n \n`
      })
      write(latin(`xref\n0 ${size}\n${rows.join('')}`))
      write(
        latin(`trailer\n<< /Size ${size} /Root ${catalog} /Info ${info} >>\nstartxref\n${start}\n%%EOF\n`),
      )
    },
  }
}
