import type { Reply } from '../../api/ask.ts'

type Plan = Reply<'planUploads'>
type Planned = Plan['documents'][number]
export type Groupings = NonNullable<Reply<'readUploads'>['groupings']>
export type Grouping = Groupings[string]

const natural = new Intl.Collator('en', { numeric: true })

/** A folder of uploads and the documents that it would become; one that is left out becomes none. */
export type PlannedFolder = { path: string; documents: Planned[]; grouping: Grouping }

/** The documents of a plan by the folders in which their files lie, in the order in which people count. */
export function foldersOf(plan: Plan, groupings: Groupings, otherwise: 'folder' | 'file'): PlannedFolder[] {
  const folders = new Map<string, PlannedFolder>()
  const folder = (path: string): PlannedFolder => {
    const known = folders.get(path) ?? { path, documents: [], grouping: groupings[path] ?? otherwise }
    folders.set(path, known)
    return known
  }
  for (const document of plan.documents)
    folder(folderOf(document.files[0]?.path ?? '')).documents.push(document)
  for (const [path, grouping] of Object.entries(groupings)) if (grouping === 'none') folder(path)
  return [...folders.values()].toSorted((a, b) => natural.compare(a.path, b.path))
}

/** Those of a plan that belong to no document, as they are to be told: what is left out by choice is told by its folder. */
export function othersOf(plan: Plan, groupings: Groupings) {
  const others = plan.others.filter(({ path }) => groupings[folderOf(path)] !== 'none')
  return {
    failed: others.filter(({ state }) => state === 'failed'),
    passedOver: others.filter(({ state }) => state === 'passed-over'),
  }
}

/** The files of a document by their roles, in their order; a text without a scan is no transcription of anything. */
export function rolesOf(files: Planned['files']): { role: string; names: string[] }[] {
  const roles = new Map<string, string[]>()
  const isText = !files.some(({ role }) => role === 'scan')
  for (const file of files) {
    const { path } = file
    const role = isText && file.role === 'transcription' ? 'text' : file.role
    const names = roles.get(role) ?? []
    names.push(path.slice(path.lastIndexOf('/') + 1))
    roles.set(role, names)
  }
  return [...roles].map(([role, names]) => ({ role, names }))
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
