import { realpath } from 'node:fs/promises'
import { asPlaced, type PlannedDocument } from '../../domain/bulk/group-folder.ts'
import { groupFound } from '../../ingest/bulk/plan-batch.ts'
import { type FilesByPath, filesByPath, tryDescription } from '../../ingest/bulk/try-description.ts'
import type { FileStore } from '../../ports/file-store.ts'
import { type FolderOptions, walkingOf } from './add-folder.ts'
import { folderSource } from './folder-source.ts'
import { shownName } from './shown-name.ts'
import { walkFolder } from './walk-folder.ts'

/** What trying needs: nothing of the archive's catalogue. */
export type Trial = Parameters<typeof walkingOf>[0] & { files: FileStore }

/**
 * Prints what adding a folder would do: each document with its files, what is wrong with its description, what is passed
 * over. Changes nothing and does not even open the archive. Returns how many files and documents could not be added.
 */
export async function tryFolder(
  deps: Trial,
  home: string,
  folder: string,
  options: FolderOptions,
): Promise<number> {
  const root = await realpath(folder)
  const { manifest, walking } = await walkingOf(deps, root, home, options)
  const source = folderSource(root, deps.files, deps.maxFile)
  // A document of a manifest may have files in several folders, in any order.
  const byManifest = new Map<string, PlannedDocument>()
  const totals = { documents: 0, files: 0, over: 0, failed: 0 }
  for await (const found of walkFolder(root, walking)) {
    const { documents, passedOver } = groupFound(found, { ...options, groupings: {} }, manifest)
    const files = filesByPath(found)
    for (const document of documents) {
      const known = byManifest.get(document.name)
      if (manifest === null) await tell(document, files)
      else byManifest.set(document.name, { ...document, files: [...(known?.files ?? []), ...document.files] })
    }
    for (const { path, says } of [...passedOver, ...found.others]) console.log(`${shownName(path)}: ${says}`)
    totals.failed += found.others.filter(({ state }) => state === 'failed').length
    totals.over += passedOver.length + found.others.filter(({ state }) => state === 'passed-over').length
  }
  for (const document of byManifest.values()) await tell(document, new Map())
  const unseen = manifest?.unseen() ?? []
  for (const { path, says } of unseen) console.log(`${shownName(path)}: ${says}`)
  totals.failed += unseen.length
  const { documents, files, over, failed } = totals
  console.error(
    `${documents} documents of ${files} files would be added, ${over} files passed over, ${failed} wrong.`,
  )
  return failed

  async function tell(document: PlannedDocument, found: FilesByPath): Promise<void> {
    console.log(`${shownName(document.name)}  ${document.files.length} files`)
    for (const { path, role } of asPlaced(document.files)) console.log(`  ${role}  ${shownName(path)}`)
    const said = await tryDescription(document, found, options, source)
    if ('wrong' in said) {
      totals.failed++
      console.log(`  ${said.wrong}`)
      return
    }
    totals.documents++
    totals.files += document.files.length
  }
}
