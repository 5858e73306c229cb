import { fstatSync, readSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PDFParse } from 'pdf-parse'
import { PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { workerInThread } from './pdf-port.ts'

/**
 * A PDF opened for a while: pdf-parse for its text, and the pdfjs document under it for what pdf-parse leaves out.
 * `fetched` says how many bytes of the file it has taken into memory, where they stay until it is closed.
 */
export type OpenPdf = {
  parser: PDFParse
  document: PDFDocumentProxy
  fetched(): number
  close(): Promise<void>
}

const rangeBytes = 65_536
const smallBytes = 8 * 1024 * 1024
const largeBytes = 512 * 1024 * 1024
const mostRangeBytes = 256 * 1024 * 1024
const pdfjsFolder = fileURLToPath(new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))

/** Opens the PDF behind a descriptor, of which only the ranges that are needed are ever in memory. */
export async function openPdf(fd: number): Promise<OpenPdf> {
  const { size } = fstatSync(fd)
  let fetched = 0
  const worker = workerInThread()
  const parser = new PDFParse({
    worker,
    // A small file is read at once, for to look what is there of it costs pdfjs an eighth more.
    ...(size <= smallBytes
      ? { data: whole(fd, size) }
      : inRanges(fd, size, (bytes) => {
          fetched += bytes
        })),
    isEvalSupported: false,
    // Without its own maps and fonts pdfjs loses the text of Japanese and other files, and does not say so.
    cMapUrl: `${pdfjsFolder}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${pdfjsFolder}standard_fonts/`,
    wasmUrl: `${pdfjsFolder}wasm/`,
    iccUrl: `${pdfjsFolder}iccs/`,
  })
  // Asks for no page at all: this opens the document and touches nothing else in it that may be broken.
  await parser.getText({ partial: [0] })
  // Private in its types; opening the file a second time beside it would cost the memory twice.
  const document: PDFDocumentProxy = Reflect.get(parser, 'doc')
  return { parser, document, fetched: () => fetched, close }

  async function close(): Promise<void> {
    await parser.destroy()
    worker.destroy()
  }
}

function inRanges(fd: number, size: number, count: (bytes: number) => void) {
  // pdfjs begins a page anew with every range that it lacks. In a file cut short it looks for the end mark backwards, and
  // would begin anew for ever.
  const usual = size > largeBytes ? rangeBytes / 4 : rangeBytes
  const rangeChunkSize = hasEndMark(fd, size) ? usual : Math.min(size, mostRangeBytes)
  return { range: rangesOf(fd, size, count), rangeChunkSize, disableAutoFetch: true, disableStream: true }
}

function whole(fd: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  for (let got = -1; got !== 0 && at < size; at += got) got = readSync(fd, bytes, at, size - at, at)
  return bytes.subarray(0, at)
}

function hasEndMark(fd: number, size: number): boolean {
  const tail = Buffer.alloc(Math.min(size, rangeBytes))
  const got = readSync(fd, tail, 0, tail.length, size - tail.length)
  return tail.subarray(0, got).includes('startxref')
}

function rangesOf(fd: number, size: number, count: (bytes: number) => void): PDFDataRangeTransport {
  const transport = new PDFDataRangeTransport(size, null)
  transport.requestDataRange = (begin, end) => {
    const bytes = new Uint8Array(end - begin)
    const got = readSync(fd, bytes, 0, bytes.length, begin)
    count(got)
    // pdfjs registers its interest only after this call has returned.
    queueMicrotask(() => transport.onDataRange(begin, bytes.subarray(0, got)))
  }
  return transport
}
