import { type FileHandle, open } from 'node:fs/promises'
import { ArchiveError } from '../../domain/errors.ts'
import { transcriptTypes } from '../../domain/media-types.ts'
import type { Extraction, Extractor, ReadableFile } from '../../ports/extractor.ts'
import type { What } from './messages.ts'
import { pastLostPages } from './past-lost-pages.ts'
import { type ReadingFile, type Second, startReader } from './reader-process.ts'
import { isWorthAnother } from './second-reading.ts'
import { sharedReaders } from './shared-readers.ts'
import { ReaderLost, Unreadable } from './unreadable.ts'
import type { Limits } from './watch.ts'

const defaultEntry = new URL('./child.ts', import.meta.url)

/** Larger files are read by a child of their own, whose start is little beside them. */
const mostShared = 4 * 1024 * 1024

/**
 * Reads PDFs and all that transcriptions come in, in niced child processes that are killed when a file outgrows its limits,
 * when the signal aborts (which throws the signal's reason), when the consumer stops or when this process ends. A child
 * goes on to the next small file until it has done its share; one that a file has failed in reads no other. What cannot be
 * read of a PDF, or of one of its pages, is tried once more with poppler, where its `pdftotext` is given; its pages come behind those that were read
 * before. `entry` is the child's program; `close` ends the children that rest.
 */
export function childExtractor(
  limits: Limits,
  entry: URL = defaultEntry,
  poppler: string | null = null,
): Extractor & { close(): Promise<void> } {
  const shared = sharedReaders(entry, limits)

  async function* readingOf(handle: FileHandle, what: What, signal: AbortSignal): AsyncGenerator<Extraction> {
    const { size } = await handle.stat()
    // Where there is no room for temporary files, small files are read as large ones are.
    const seat = size > mostShared ? null : await shared.take(handle, size).catch(() => null)
    if (seat === null) return yield* readingAlone({ entry, handle, limits }, what, signal)
    let resident: number | null = null
    try {
      resident = yield* readings(seat.process.read(what, signal))
    } finally {
      if (resident === null) await shared.end(seat)
      else await shared.giveBack(seat, size, resident)
    }
  }

  return {
    close: shared.close,
    async *extract(file, signal) {
      signal.throwIfAborted()
      const { mediaType } = file
      if (mediaType !== 'application/pdf' && !transcriptTypes.has(mediaType))
        throw unreadable(file, unknownType(file))
      const handle = await openFile(file)
      let [pages, total] = [0, 0]
      let isTriedByPage = false
      const counted = async function* (told: AsyncIterable<Extraction>): AsyncGenerator<Extraction> {
        for await (const one of told) {
          if (one.kind === 'start') total = one.total
          if (one.kind === 'pages') pages += one.pages.length
          yield one
        }
      }
      const alone = (what: Omit<What, 'mediaType'>, second?: Second) =>
        readingAlone({ entry, handle, limits, second }, { mediaType, ...what }, signal)
      try {
        try {
          yield* counted(readingOf(handle, { mediaType }, signal))
        } catch (error) {
          const isPages = mediaType === 'application/pdf' && total > 1
          if (!(error instanceof ReaderLost) || !isPages || tookLong.test(error.message)) throw error
          const otherwise = (only: number, because: string) =>
            poppler && isWorthAnother(because) ? alone({ only }, { program: poppler, because }) : null
          isTriedByPage = true
          yield* counted(pastLostPages({ read: alone, otherwise }, pages, total, error))
        }
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        const because = error.message
        const isWorthIt = mediaType === 'application/pdf' && !isTriedByPage && isWorthAnother(because)
        if (poppler === null || !isWorthIt) throw unreadable(file, because)
        try {
          yield* behind(pages, alone({}, { program: poppler, because }))
        } catch (again) {
          throw again instanceof Unreadable ? unreadable(file, because) : again
        }
      } finally {
        await handle.close()
      }
    },
  }
}

const tookLong = /^took more than/

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

async function* readingAlone(
  start: Parameters<typeof startReader>[0],
  what: What,
  signal: AbortSignal,
): AsyncGenerator<Extraction> {
  const reader = startReader(start)
  try {
    yield* readings(reader.read(what, signal))
  } finally {
    await reader.stop()
  }
}

/** What is told of a file; returns how much memory its reader holds at the end. */
async function* readings(reading: ReadingFile): AsyncGenerator<Extraction, number> {
  try {
    for (;;) {
      const message = await reading.next()
      if (message.kind === 'end') return message.resident
      if (message.kind === 'fault') throw new Unreadable(message.fault)
      yield message
      reading.taken()
    }
  } finally {
    reading.end()
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
