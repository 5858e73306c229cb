import type { FileRole } from '../document.ts'
import { withoutFormat } from '../page/image-name.ts'
import { type KindOfFile, parted } from './kind-of-file.ts'
import { inNaturalOrder } from './natural-key.ts'

/** A file in a folder; `path` is relative to the folder that was given, with slashes. */
export type FoundFile = { path: string; kind: KindOfFile }

/** A file of a document to be, and where it stands among the others; `metadata` says what the document is and is no file of it. */
export type PlannedFile = { path: string; role: FileRole | 'metadata'; position: number }

/** A document to be. `name` is what it is known by in its batch: the folder with a slash at its end, or its file. */
export type PlannedDocument = {
  name: string
  title: string
  files: readonly PlannedFile[]
  /** What a manifest says of it, by the columns of an import. */
  cells?: Readonly<Record<string, unknown>>
}

export type Grouped = {
  documents: readonly PlannedDocument[]
  passedOver: readonly { path: string; says: string }[]
}

/** `folder`: the images of a folder are one document. `file`: each file is a document, but for its sidecars. */
export type Grouping = 'folder' | 'file'

/** What one folder of uploads becomes instead; `none`: nothing, it is left out. */
export const folderGroupings = ['folder', 'file', 'none'] as const
export type FolderGrouping = (typeof folderGroupings)[number]

type Part = Omit<PlannedFile, 'position'>
type Draft = { name: string; title: string; pages: Part[]; beside: Part[] }

/**
 * Makes documents of the files that lie directly in a folder. Its images, in natural order, are the pages of one document;
 * a PDF, a TIFF of several pages, a text and anything else is one by itself. A text with the base name of a page or a
 * volume (`p001.txt`, `p001.jpg.txt`, `p001.alto.xml`), or of the folder or called `transcription`, is its transcription; a JSON file with
 * the base name, or called `metadata`, says what it is. Composed and decomposed names, and cases, are the same.
 */
export function groupFolder(
  { folder, title }: { folder: string; title: string },
  files: readonly FoundFile[],
  grouping: Grouping,
): Grouped {
  const drafts: Draft[] = []
  const owners = new Map<string, Draft>()
  const own = (path: string, draft: Draft) => {
    const { name, base } = parted(path)
    for (const key of [same(name), same(base)]) if (!owners.has(key)) owners.set(key, draft)
  }
  const alone = (path: string, role: FileRole = 'scan') => {
    const draft = { name: path, title: parted(path).name, pages: [{ path, role }], beside: [] }
    drafts.push(draft)
    return draft
  }
  const sorted = inNaturalOrder(files, ({ path }) => path)
  const ofKind = (...kinds: KindOfFile[]) => sorted.filter(({ kind }) => kinds.includes(kind))

  for (const { path } of ofKind('volume')) own(path, alone(path))
  const images = ofKind('image')
  let whole: Draft | null = null
  if (grouping === 'file') for (const { path } of images) own(path, alone(path))
  else if (images.length > 0) {
    whole = { name: `${folder}/`, title, pages: [], beside: [] }
    drafts.push(whole)
    for (const { path } of images) {
      whole.pages.push({ path, role: 'scan' })
      own(path, whole)
    }
    for (const called of [title, 'transcription'])
      if (!owners.has(same(called))) owners.set(same(called), whole)
  }
  for (const { path } of ofKind('text')) {
    const base = same(parted(path).base)
    const owner = owners.get(base) ?? owners.get(withoutFormat(base))
    if (owner) owner.beside.push({ path, role: 'transcription' })
    else own(path, alone(path, 'transcription'))
  }
  for (const { path } of ofKind('other')) own(path, alone(path))

  const passedOver: { path: string; says: string }[] = []
  for (const { path } of ofKind('metadata')) {
    const { base } = parted(path)
    const owner = owners.get(same(base)) ?? (same(base) === 'metadata' ? (whole ?? only(drafts)) : undefined)
    if (owner === undefined)
      passedOver.push({ path, says: 'No file here has this name, so it says nothing of any.' })
    else if (owner.beside.some(({ role }) => role === 'metadata'))
      passedOver.push({ path, says: 'Another file says already what the document is.' })
    else owner.beside.push({ path, role: 'metadata' })
  }
  const documents = inNaturalOrder(drafts, ({ name }) => name).map(({ name, title, pages, beside }) => ({
    name,
    title,
    files: [...pages, ...beside].map((part, position) => ({ ...part, position })),
  }))
  return { documents, passedOver }
}

/** Files in the order in which they stand in their document. */
export const asPlaced = (files: readonly PlannedFile[]): PlannedFile[] =>
  files.toSorted((one, other) => one.position - other.position)

const same = (name: string) => name.normalize('NFC').toLowerCase()

const only = (drafts: readonly Draft[]): Draft | undefined => (drafts.length === 1 ? drafts[0] : undefined)
