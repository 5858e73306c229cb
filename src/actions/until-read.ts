import { setTimeout as sleep } from 'node:timers/promises'
import type { StoredFile } from '../domain/document.ts'
import type { DocumentReader } from '../ports/documents.ts'

/** The newest file of a document once its reading has ended; null where the document is gone. Throws when `signal` ends it. */
export async function untilRead(
  { documents }: { documents: DocumentReader },
  id: string,
  signal?: AbortSignal,
): Promise<StoredFile | null> {
  for (;;) {
    const record = await documents.find(id)
    const file = record?.witnesses.flatMap(({ files }) => files).at(-1)
    if (!file || record?.deletedAt) return null
    if (file.state !== 'queued' && file.state !== 'running') return file
    await sleep(50, undefined, { signal })
  }
}
