import { type Actor, mayUse } from '../domain/access.ts'
import { claimOf } from '../domain/claim.ts'
import { claimsOf, type DescriptionInput } from '../domain/description.ts'
import type { DocumentRecord, Visibility } from '../domain/document.ts'
import { invalid, notFound } from '../domain/errors.ts'
import type { Operation } from '../domain/page-work/operation.ts'
import type { Choice } from '../domain/page-work/sequence.ts'
import type { Command, Listing, Slice } from '../ports/command.ts'
import type { NewId } from '../ports/identity.ts'
import type { Entry, FilePage, PageChange, PageWorkReader, PageWorkWriter } from '../ports/page-work.ts'
import { audienceNow, see } from './see.ts'
import { admitSubject, type SeeingSubjects } from './see-subject.ts'
import { refuseLooseGroup, refuseOpenEmbargo } from './who-sees.ts'

export type PageWorkDeps = SeeingSubjects & {
  pageWork: PageWorkReader
  pageWorkWriter: PageWorkWriter
  newId: NewId
}

type Conditions = Pick<Command, 'idempotency' | 'expectedVersion'>

/** What stands in a witness that the actor may see; which file a page lies in is told to archivists. */
export async function listEntries(
  deps: PageWorkDeps,
  actor: Actor,
  witness: string,
  slice: Slice,
): Promise<Listing<Entry | (Omit<Entry & { kind: 'page' }, 'file'> & { file: null })>> {
  await admitSubject(deps, actor, { type: 'witness', id: witness })
  const { items, next } = await deps.pageWork.entries(witness, slice, audienceNow(deps, actor))
  if (mayUse(actor, 'archivist')) return { items, next }
  return { items: items.map((entry) => (entry.kind === 'page' ? { ...entry, file: null } : entry)), next }
}

/** The changes that reached a witness, newest first. */
export async function listPageChanges(
  deps: PageWorkDeps,
  actor: Actor,
  witness: string,
  slice: Slice,
): Promise<Listing<PageChange>> {
  await admitSubject(deps, actor, { type: 'witness', id: witness })
  return deps.pageWork.changes(witness, slice)
}

/** The pages of a file, or those of them that stand nowhere. ArchiveError('not-found') where there is no such file. */
export async function listFilePages(
  deps: PageWorkDeps,
  file: string,
  filter: { unplaced: boolean },
  slice: Slice,
): Promise<Listing<FilePage>> {
  if (!(await deps.documents.file(file))) throw notFound('file')
  return deps.pageWork.ofFile(file, filter, slice)
}

/** Does operations to the pages of a witness as one change; null where nothing is other than it was. */
export const changePages = (
  { pageWorkWriter, newId, clock }: PageWorkDeps,
  actor: Actor,
  witness: string,
  operations: readonly Operation[],
  conditions: Conditions,
): Promise<PageChange | null> =>
  pageWorkWriter.change({
    ...conditions,
    ...{ actor: actor.id, at: clock(), id: newId('r'), witness, operations },
  })

/** Takes a change of pages back. */
export const undoPageChange = (
  { pageWorkWriter, newId, clock }: PageWorkDeps,
  actor: Actor,
  change: string,
  conditions: Conditions,
): Promise<PageChange> =>
  pageWorkWriter.undo({ ...conditions, actor: actor.id, at: clock(), id: newId('r'), change })

export type Split = {
  witness: string | null
  choice: Choice
  /** The pages stay where they are, too. */
  keep: boolean
  description: DescriptionInput & {
    visibility?: Visibility | null
    embargoUntil?: string | null
    group?: string | null
  }
}

/**
 * Makes a document of some pages of another. Whom it is shown to is, unless said, whoever the other is shown to.
 * ArchiveError('invalid-input') without a title.
 */
export async function splitDocument(
  deps: PageWorkDeps,
  actor: Actor,
  from: string,
  { witness, choice, keep, description }: Split,
  conditions: Conditions,
): Promise<{ document: DocumentRecord; change: string }> {
  const source = await see(deps, actor, from)
  const { newId, clock } = deps
  const { visibility: given, embargoUntil: until, group: told, title, ...fields } = description
  if (title == null) throw invalid('description.title', 'is required: say what the new document is called.')
  const visibility = given ?? source.visibility
  const embargoUntil = until ?? (given == null ? source.embargoUntil : null)
  const group = told ?? (given == null ? source.group : null)
  refuseOpenEmbargo(visibility, embargoUntil)
  refuseLooseGroup(visibility, group)
  const at = clock()
  const id = newId('d')
  const first = { id: newId('w'), label: 'First witness' }
  const drafts = claimsOf(id, first.id, { ...fields, title })
  const document = {
    ...{ actor: actor.id, at, id, visibility, embargoUntil, group, witness: first, files: [], job: null },
    claims: drafts.map((draft) => claimOf(newId('c'), draft, actor.id, at)),
  }
  const change = newId('r')
  const where = { from, witness, choice, keep }
  return deps.pageWorkWriter.split({ ...conditions, ...where, actor: actor.id, at, id: change, document })
}
