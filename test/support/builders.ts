import { createHash, randomBytes } from 'node:crypto'
import { analyse, indexText } from '../../src/domain/analysis/analyse.ts'
import type { WebAnnotation } from '../../src/domain/annotation/model.ts'
import { searchableText } from '../../src/domain/annotation/text-body.ts'
import type { Onlooker } from '../../src/domain/audience.ts'
import { type Claim, type ClaimDraft, claimOf } from '../../src/domain/claim.ts'
import { claimsOf, type DescriptionInput } from '../../src/domain/description.ts'
import type { PutAnnotation } from '../../src/ports/annotations.ts'
import type { AddAuthority } from '../../src/ports/authorities.ts'
import type { AddDocument, NewFile } from '../../src/ports/documents.ts'
import type { PageImage } from '../../src/ports/page-images.ts'
import type { AddPages, CorrectText } from '../../src/ports/texts.ts'
import { newId } from '../../src/tools/ids.ts'

/** When everything happens, unless told. */
export const now = '2026-03-01T12:00:00.000Z'
export const actor = 'an-archivist'

/** A time so many hours after `now`. */
export const hoursLater = (hours: number): string =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString()

export const keeper: Onlooker = { me: 'a keeper', everything: true, classes: [], today: '2026-03-01' }
export const member: Onlooker = {
  me: 'a member',
  everything: false,
  classes: ['public', 'members'],
  today: '2026-03-01',
}
export const stranger: Onlooker = {
  me: 'anonymous',
  everything: false,
  classes: ['public'],
  today: '2026-03-01',
}

export const aClaim = (part: Partial<Claim> & { document?: string } = {}): Claim => {
  const { document = 'd-1', ...rest } = part
  const subject = { type: 'document', id: document } as const
  return {
    ...claimOf(newId('c'), { subject, property: 'title', value: { text: 'A paper' } }, actor, now),
    ...rest,
  }
}

/** An agent with a name, to be added. */
export function anAgent(
  names: readonly string[] = ['Somebody'],
  part: Partial<AddAuthority> & { existence?: readonly string[] } = {},
): AddAuthority {
  const { existence = [], ...rest } = part
  const id = rest.id ?? newId('a')
  const subject = { type: 'agent', id } as const
  const drafts: ClaimDraft[] = [
    ...names.map((text) => ({ subject, property: 'name', value: { text } })),
    ...existence.map((edtf) => ({ subject, property: 'existence', value: { edtf } })),
  ]
  const claims = drafts.map((draft) => claimOf(newId('c'), draft, actor, rest.at ?? now))
  return { actor, at: now, id, type: 'agent', kind: 'corporateBody', claims, ...rest }
}

/** A file of bytes that no other has, or of the text given. */
export const aFile = (part: Partial<NewFile> & { of?: string } = {}): NewFile => {
  const { of, ...rest } = part
  const sha256 = createHash('sha256')
    .update(of ?? randomBytes(16))
    .digest('hex')
  const kind = { name: 'paper.txt', mediaType: 'text/plain', role: 'transcription' } as const
  return { id: newId('f'), job: newId('j'), sha256, bytes: 10, ...kind, ...rest }
}

/** A document to be added, with the claims that its description makes. */
export function aDocument(part: Partial<AddDocument> & { description?: DescriptionInput } = {}): AddDocument {
  const { description = {}, ...rest } = part
  const id = rest.id ?? newId('d')
  const witness = rest.witness ?? { id: newId('w'), label: 'First witness' }
  const at = rest.at ?? now
  const claims = claimsOf(id, witness.id, { title: 'A paper', ...description }).map((draft) =>
    claimOf(newId('c'), draft, actor, at),
  )
  const job = rest.files && rest.files.length > 0 ? newId('j') : null
  return { actor, at, id, witness, visibility: 'public', embargoUntil: null, claims, files: [], job, ...rest }
}

/** The pages of a text file, as its reader hands them on. */
export const somePages = (
  token: string,
  texts: readonly string[],
  part: Partial<AddPages> & { first?: number } = {},
): AddPages => {
  const { first = 1, ...rest } = part
  const pages = texts.map((content, index) => ({
    id: newId('p'),
    revision: newId('v'),
    filePage: first + index,
    label: null,
    width: null,
    height: null,
    content,
    language: null,
    words: indexText(analyse(content, null)),
  }))
  const progress = { done: first - 1 + texts.length, total: first - 1 + texts.length }
  const newWords = [{ language: null, words: pages.map(({ words }) => words).join(' ') }]
  return { at: now, token, layer: 'transcription', engine: 'text', progress, pages, newWords, ...rest }
}

/** A correction of a page's transcription. */
export const aCorrection = (page: string, content: string, part: Partial<CorrectText> = {}): CorrectText => ({
  ...{ actor, at: now, id: newId('v'), page, layer: 'transcription', language: null, content },
  words: indexText(analyse(content, null)),
  basedOn: null,
  ...part,
})

/** An annotation that says something about a document. */
export function anAnnotation(
  document: string | null,
  says: string,
  part: Partial<PutAnnotation> = {},
): PutAnnotation {
  const body: WebAnnotation = {
    type: 'Annotation',
    target: 'https://example.org/paper',
    body: { type: 'TextualBody', value: says },
  }
  const words = indexText(analyse(searchableText(body), null))
  const about = { document, page: null, revision: null, anchor: null }
  return { actor, at: now, id: newId('a'), ...about, body, words, ...part }
}

/** An image as it was made of a page. */
export const anImage = (part: Partial<PageImage> = {}): PageImage => ({
  ...{ width: 1654, height: 2339, dpi: 200, how: 'decoded', tool: 'sharp 0.35.5', remark: null },
  likeness: '0123456789abcdef'.repeat(4),
  ...part,
})
