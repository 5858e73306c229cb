import { type FileHandle, open } from 'node:fs/promises'
import { ArchiveError } from '../../domain/errors.ts'
import { transcriptTypes } from '../../domain/media-types.ts'
import type { Extraction, Extractor, ReadableFile } from '../../ports/extractor.ts'
import { type ReaderProcess, startReader } from './reader-process.ts'
import { Unreadable } from './unreadable.ts'
import type { Limits } from './watch.ts'

const defaultEntry = new URL('./child.ts', import.meta.url)

/**
 * Reads PDFs and all that transcriptions come in, each file in a niced child process of its own that is killed when it outgrows
 * its limits, when the signal aborts (which throws the signal's reason), when the consumer stops or when this process
 * ends. What cannot be read of a PDF is tried once more with poppler, where its `pdftotext` is given; its pages come
 * behind those that were read before. `entry` is the child's program.
 */
export function childExtractor(
  limits: Limits,
  entry: URL = defaultEntry,
  poppler: string | null = null,
): Extractor {
  return {
    async *extract(file, signal) {
      signal.throwIfAborted()
      if (file.mediaType !== 'application/pdf' && !transcriptTypes.has(file.mediaType))
        throw unreadable(file, unknownType(file))
      const handle = await openFile(file)
      const start = { entry, handle, mediaType: file.mediaType, limits, signal }
      let pages = 0
      try {
        for await (const told of readings(startReader(start))) {
          yield told
          if (told.kind === 'pages') pages += told.pages.length
        }
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        const because = error.message
        if (poppler === null || !mayBeRead(file, because)) throw unreadable(file, because)
        try {
          yield* behind(pages, readings(startReader({ ...start, second: { program: poppler, because } })))
        } catch (again) {
          throw again instanceof Unreadable ? unreadable(file, because) : again
        }
      } finally {
        await handle.close()
      }
    },
  }
}

const hopeless = /^(?:is encrypted|is empty|is not a PDF|needed more than|took more than|made no progress)/

/** Whether another reader may do better: not without the password, with what is no PDF, or with a bomb. */
const mayBeRead = ({ mediaType }: ReadableFile, because: string) =>
  mediaType === 'application/pdf' && !hopeless.test(because)

/** Passes over so many pages of what a reader tells. */
async function* behind(pages: number, told: AsyncIterable<Extraction>): AsyncGenerator<Extraction> {
  for await (const one of told) {
    if (one.kind !== 'pages') yield one
    else {
      const rest = one.pages.filter(({ filePage }) => filePage > pages)
      if (rest.length > 0) yield { ...one, pages: rest }
    }
  }
}

async function* readings(reader: ReaderProcess): AsyncGenerator<Extraction> {
  try {
    for (;;) {
      const message = await reader.next()
      if (message.kind === 'end') return
      if (message.kind === 'fault') throw new Unreadable(message.fault)
      yield message
      reader.taken()
    }
  } finally {
    await reader.stop()
  }
}

async function openFile(file: ReadableFile): Promise<FileHandle> {
  try {
    return await open(file.path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw unreadable(
      file,
      `cannot be opened where it is kept${code}; check the disk, then verify the archive`,
    )
  }
}

const unknownType = ({ name, mediaType }: ReadableFile) =>
  /\.pdf$/i.test(name)
    ? `is named like a PDF but is of type ${mediaType}; upload the PDF itself`
    : `is of type ${mediaType}, of which no text can be read; upload a PDF or a transcription as text, Word document, HTML, hOCR, ALTO, PAGE XML or TEI`

const unreadable = (file: ReadableFile, fault: string) =>
  new ArchiveError('unreadable-file', `“${file.name}” ${fault}.`)
