import type { FileRole } from '../domain/document.ts'
import { fileName } from '../domain/file-name.ts'
import { transcriptTypes } from '../domain/media-types.ts'
import type { NewFile } from '../ports/documents.ts'
import type { Identifier } from '../ports/extractor.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { NewId } from '../ports/identity.ts'

/** A file that was received whole: where it lies for now, its name as given, and what its bytes are. */
export type Received = { path: string; name: string; sha256: string; bytes: number }

/**
 * Keeps received bytes under their digest, on disk for good, and says what row will name them. Without a role a text is
 * a transcription, and all else a scan.
 */
export async function storeUpload(
  deps: { files: FileStore; identifier: Identifier; newId: NewId },
  received: Received,
  role: FileRole | null,
): Promise<NewFile> {
  const name = fileName(received.name)
  const { mediaType } = await deps.identifier.identify(received.path, name)
  await deps.files.put(received.path, received.sha256)
  const { sha256, bytes } = received
  return {
    id: deps.newId('f'),
    sha256,
    bytes,
    name,
    mediaType,
    role: role ?? usualRole(mediaType),
    job: deps.newId('j'),
  }
}

const usualRole = (mediaType: string): FileRole => (transcriptTypes.has(mediaType) ? 'transcription' : 'scan')
