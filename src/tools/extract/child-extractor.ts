import { type FileHandle, open } from 'node:fs/promises'
import { ArchiveError } from '../../domain/errors.ts'
import type { Extraction, Extractor, ReadableFile } from '../../ports/extractor.ts'
import { type ReaderProcess, startReader } from './reader-process.ts'
import { Unreadable } from './unreadable.ts'
import type { Limits } from './watch.ts'

const readable = new Set(['application/pdf', 'text/plain', 'text/markdown'])
const defaultEntry = new URL('./child.ts', import.meta.url)

/**
 * Reads PDF, plain text and Markdown, each file in a niced child process of its own that is killed when it outgrows
 * its limits, when the signal aborts (which throws the signal's reason), when the consumer stops or when this process
 * ends. `entry` is the child's program.
 */
export function childExtractor(limits: Limits, entry: URL = defaultEntry): Extractor {
  return {
    async *extract(file, signal) {
      signal.throwIfAborted()
      if (!readable.has(file.mediaType)) throw unreadable(file, unknownType(file))
      const handle = await openFile(file)
      const reader = startReader({ entry, handle, mediaType: file.mediaType, limits, signal })
      try {
        yield* readings(reader)
      } catch (error) {
        throw error instanceof Unreadable ? unreadable(file, error.message) : error
      } finally {
        await reader.stop()
        await handle.close()
      }
    },
  }
}

async function* readings(reader: ReaderProcess): AsyncGenerator<Extraction> {
  for (;;) {
    const message = await reader.next()
    if (message.kind === 'end') return
    if (message.kind === 'fault') throw new Unreadable(message.fault)
    yield message
    reader.taken()
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
    : `is of type ${mediaType}, of which no text can be read; upload a PDF, plain text or Markdown`

const unreadable = (file: ReadableFile, fault: string) =>
  new ArchiveError('unreadable-file', `“${file.name}” ${fault}.`)
