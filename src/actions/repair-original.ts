import type { BackupFolder, CopyOriginal } from '../ports/backups.ts'
import type { NamedOriginal } from '../ports/checks.ts'
import type { FileStore } from '../ports/file-store.ts'

/** Puts an original that is missing or damaged back from a backup, where its bytes there are right; tells whether it did. */
export async function repairOriginal(
  deps: { files: FileStore; backup: BackupFolder; copyOriginal: CopyOriginal },
  { sha256, bytes }: NamedOriginal,
): Promise<boolean> {
  const became = await deps.copyOriginal(deps.backup.originals, deps.files, { sha256, bytes }, true)
  return became === 'copied'
}
