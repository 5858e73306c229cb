import type { FileRole } from '../domain/document.ts'
import { fileName } from '../domain/file-name.ts'
import { transcriptTypes } from '../domain/media-types.ts'
import type { NewFile } from '../ports/documents.ts'
import type { Identifier } from '../ports/extractor.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { NewId } from '../ports/identity.ts'

/** A file whose bytes the archive holds already: its name as given, and what they are. */
export type Held = { name: string; sha256: string; bytes: number }

/** A file that was received whole, and where it lies for now. */
export type Received = Held & { path: string }

/**
 * Keeps received bytes under their digest, on disk for good, unless they are there, and says what row will name them. Without a role a text is
 * a transcription, and all else a scan.
 */
export async function storeUpload(
  deps: { files: FileStore; identifier: Identifier; newId: NewId },
  received: Received | Held,
  role: FileRole | null,
): Promise<NewFile> {
  const name = fileName(received.name)
  const { sha256, bytes } = received
  const identify = (path: string) => deps.identifier.identify(path, name)
  const isNew = 'path' in received
  const { mediaType } = await (isNew
    ? identify(received.path)
    : deps.files.withLocalFile(received.sha256, identify))
  if (isNew) await deps.files.put(received.path, sha256)
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
