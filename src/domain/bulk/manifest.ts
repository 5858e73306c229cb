import type { FileRole } from '../document.ts'
import { fileRoles } from '../document.ts'
import { ArchiveError, invalid } from '../errors.ts'
import { columnOf, unknownColumn } from '../import/columns.ts'
import type { FoundFile, Grouped, PlannedDocument, PlannedFile } from './group-folder.ts'
import { parted } from './kind-of-file.ts'
import { inNaturalOrder } from './natural-key.ts'
import { folderOf, pathWithin } from './within.ts'

type Cells = Record<string, unknown>
type Named = { row: number; document: string; role: FileRole | null; isSeen: boolean }

/** Which files make which documents, and what is said of these. */
export type Manifest = {
  /** Groups the files that lie directly in a folder; those that no row names are passed over. */
  group(files: readonly FoundFile[]): Grouped
  /** The rows whose path was in no folder that was grouped. */
  unseen(): { path: string; says: string }[]
}

const widest = 100_000

/**
 * Reads the rows of a manifest: `path` names a file or a folder, `document` what it belongs to (its own path where that is
 * left out), `role` what it is, and all else describes the document in the columns of an import. What several rows say of
 * one document is taken together. Paths are within the folder `within` (default: the whole). Throws
 * ArchiveError('invalid-input') for the first row that is wrong.
 */
export async function readManifest(
  rows: AsyncIterable<{ number: number; cells: Readonly<Cells> | null; fault: string | null }>,
  within = '',
): Promise<Manifest> {
  const named = new Map<string, Named>()
  const said = new Map<string, Cells>()
  for await (const { number, cells, fault } of rows) {
    const where = `row ${number} of the manifest`
    if (cells === null) throw invalid(where, fault ?? 'cannot be read.')
    const { path, document, role, about } = readRow(cells, where)
    const key = within === '' ? pathWithin(path, where) : `${within}/${pathWithin(path, where)}`
    if (named.has(key)) throw invalid(where, `names ${key} again: once is enough.`)
    const belongsTo = document ?? key
    named.set(key, { row: number, document: belongsTo, role, isSeen: false })
    said.set(belongsTo, together(said.get(belongsTo), about, where))
  }
  if (named.size === 0) throw invalid('manifest', 'has no rows: it would leave out every file.')

  const find = (path: string): Named | undefined => {
    for (let at = path; at !== ''; at = folderOf(at)) {
      const found = named.get(at)
      if (found) return found
    }
    return undefined
  }
  return {
    group(files) {
      const documents = new Map<string, PlannedDocument & { files: PlannedFile[] }>()
      const passedOver: { path: string; says: string }[] = []
      for (const [at, { path, kind }] of inNaturalOrder(files, (file) => file.path).entries()) {
        const found = find(path)
        if (!found) {
          passedOver.push({ path, says: 'The manifest does not name it.' })
          continue
        }
        found.isSeen = true
        const name = found.document
        const document = documents.get(name) ?? {
          ...{ name, title: parted(name).name, files: [], cells: said.get(name) ?? {} },
        }
        const role = found.role ?? (kind === 'text' ? 'transcription' : 'scan')
        document.files.push({ path, role, position: found.row * widest + at })
        documents.set(name, document)
      }
      return { documents: [...documents.values()], passedOver }
    },
    unseen: () =>
      [...named]
        .filter(([, { isSeen }]) => !isSeen)
        .map(([path, { row }]) => ({
          path,
          says: `Row ${row} of the manifest names it, but it is not there.`,
        })),
  }
}

function readRow(cells: Readonly<Cells>, where: string) {
  const about: Cells = {}
  const own: Partial<Record<'path' | 'document' | 'role', string>> = {}
  for (const [name, value] of Object.entries(cells)) {
    if (typeof value === 'string' && value.trim() === '') continue
    if (value === null || value === undefined) continue
    const column = ownColumn(name)
    if (column !== null) own[column] = String(value).trim().normalize('NFC')
    else if (columnOf(name) === undefined) throw invalid(where, unknownColumn(name))
    else about[name] = value
  }
  const role = fileRoles.find((one) => one === own.role?.toLowerCase()) ?? null
  if (own.role !== undefined && role === null)
    throw invalid(where, `has the role “${own.role.slice(0, 40)}”, not ${fileRoles.join(', ')}.`)
  if (own.path === undefined)
    throw invalid(where, 'has no path: name a file or a folder in the column “path”.')
  return { path: own.path, document: own.document ?? null, role, about }
}

const ownColumns = { path: 'path', file: 'path', filename: 'path', folder: 'path', role: 'role' } as const

function ownColumn(name: string): 'path' | 'document' | 'role' | null {
  const plain = name.toLowerCase().replace(/[^\p{L}]/gu, '')
  if (plain === 'document' || columnOf(name) === 'key') return 'document'
  return Object.hasOwn(ownColumns, plain) ? ownColumns[plain as keyof typeof ownColumns] : null
}

/** What another row says of a document beside what is said; two that differ are no description. */
function together(said: Cells = {}, more: Cells, where: string): Cells {
  for (const [name, value] of Object.entries(more)) {
    const column = columnOf(name) ?? name
    if (said[column] !== undefined && JSON.stringify(said[column]) !== JSON.stringify(value)) {
      const says = `says another ${column} of the document than a row before it.`
      throw new ArchiveError('invalid-input', `${where} ${says}`, [{ path: where, message: says }])
    }
    said[column] = value
  }
  return said
}
