import type { BatchFileReport, BatchReader } from '../ports/batches.ts'
import { csvHead, csvText } from './csv-text.ts'

/** What became of all files of a batch, a thousand at a time. */
export async function* reportedFiles(batches: BatchReader, id: string): AsyncGenerator<BatchFileReport[]> {
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<BatchReader['report']>> = await batches.report(id, { limit: 1000, cursor })
    yield page.items
    cursor = page.next
  } while (cursor !== null)
}

const columns = ['path', 'document', 'file', 'state', 'pages', 'bytes', 'duplicateOf', 'message']

/** The same as CSV (RFC 4180, in UTF-8 with a byte order mark): a header, and a line per file. */
export async function* reportAsCsv(batches: BatchReader, id: string): AsyncGenerator<string> {
  yield csvHead(columns)
  for await (const files of reportedFiles(batches, id)) {
    yield csvText(
      files.map((one) => [
        ...[one.path, one.document, one.file, stateOf(one), one.pages, one.bytes, one.duplicateOf, one.says],
      ]),
    )
  }
}

/** One word for what became of a file: how far reading it is, once it was added. */
export const stateOf = ({ state, fileState }: Pick<BatchFileReport, 'state' | 'fileState'>): string =>
  state === 'added' || state === 'again' ? (fileState ?? 'described') : state
