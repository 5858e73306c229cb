import type { StoredFile } from '../domain/document.ts'
import { ArchiveError } from '../domain/errors.ts'
import type { ExtractedPage, Extractor, Identifier } from '../ports/extractor.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { Ending, Lease } from '../ports/jobs.ts'
import type { AddPages, TextWriter } from '../ports/texts.ts'

export type IngestDeps = {
  files: FileStore
  identifier: Identifier
  extractor: Extractor
  texts: TextWriter
  newId: NewId
  clock: Clock
}

export type Outcome = Pick<Ending, 'file' | 'message' | 'error' | 'remark' | 'wording'>

/**
 * Takes a file through its stages: identify, extract, index. Doing it again adds nothing twice. Throws
 * ArchiveError('unreadable-file') for what is wrong with the file and the signal's reason when it is stopped.
 */
export function ingestFile(
  deps: IngestDeps,
  lease: Lease,
  file: StoredFile,
  signal: AbortSignal,
): Promise<Outcome> {
  return deps.files.withLocalFile(file.sha256, async (path) => {
    const { kind, mediaType } = await deps.identifier.identify(path, file.name)
    refuseFalseName(file.name, kind, mediaType)
    if (kind === 'image') return keepImage(deps, lease)
    if (kind === 'other') {
      const says = `The text of ${mediaType} files cannot be read: the file is kept as it is. Add a PDF, a text or a transcription of it.`
      throw new ArchiveError('unreadable-file', says)
    }
    return readPages(deps, lease, { path, name: file.name, mediaType }, signal)
  })
}

async function keepImage(deps: IngestDeps, lease: Lease): Promise<Outcome> {
  const page = { filePage: 1, label: null, width: null, height: null, content: '', language: null, words: '' }
  const image = { layer: 'embedded', engine: 'none', progress: { done: 1, total: 1 }, newWords: [] } as const
  await addPages(deps, lease, image, [page])
  return { file: 'waiting', message: 'Kept; waits for recognition.', error: null, remark: null }
}

async function readPages(
  deps: IngestDeps,
  lease: Lease,
  file: { path: string; name: string; mediaType: string },
  signal: AbortSignal,
): Promise<Outcome> {
  let from: { layer: AddPages['layer']; engine: string; total: number | null; remark: string | null } | null =
    null
  let wording: Outcome['wording'] = null
  let done = 0
  let withText = 0
  for await (const step of deps.extractor.extract(file, signal)) {
    if (step.kind === 'start') {
      from = { layer: step.layer, engine: step.engine, total: step.total, remark: step.assumed }
      continue
    }
    if (step.kind === 'wording') {
      wording = step.wording
      continue
    }
    if (from === null) throw new Error('An extractor gave pages before it said what they are.')
    done += step.pages.length
    withText += step.pages.filter((page) => page.content.trim() !== '').length
    const progress = { done, total: Math.max(done, from.total ?? 0) }
    await addPages(deps, lease, { ...from, progress, newWords: step.newWords }, step.pages)
  }
  const remark = from?.remark ?? null
  if (withText > 0) return { file: 'done', message: pagesRead(done, withText), error: null, remark, wording }
  return {
    file: 'waiting',
    message: 'It has no text of its own: waits for recognition.',
    error: null,
    remark,
  }
}

async function addPages(
  { texts, newId, clock }: IngestDeps,
  { token }: Lease,
  from: Pick<AddPages, 'layer' | 'engine' | 'progress' | 'newWords'>,
  pages: readonly ExtractedPage[],
): Promise<void> {
  const { layer, engine, progress, newWords } = from
  const named = pages.map((page) => ({ ...page, id: newId('p'), revision: newId('v') }))
  const held = await texts.addPages({ at: clock(), token, layer, engine, progress, pages: named, newWords })
  if (!held) throw new ArchiveError('conflict', 'The job was cancelled or taken by another worker.')
}

const pagesRead = (pages: number, withText: number): string =>
  withText === pages
    ? `Read ${pages} pages.`
    : `Read ${pages} pages, ${pages - withText} of them without text.`

type Kind = Awaited<ReturnType<Identifier['identify']>>['kind']

const kindsByName: Readonly<Record<string, Kind>> = {
  ...{
    pdf: 'pdf',
    png: 'image',
    jpg: 'image',
    jpeg: 'image',
    tif: 'image',
    tiff: 'image',
    webp: 'image',
    jp2: 'image',
  },
  ...{ gif: 'image', bmp: 'image', docx: 'other', doc: 'other', odt: 'other', zip: 'other', exe: 'other' },
}

/** Bytes without a mark of their own are taken for text: not where the name says that they should have one. */
function refuseFalseName(name: string, kind: Kind, mediaType: string): void {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const claimed = kindsByName[extension]
  if (claimed === undefined || claimed === kind || (kind !== 'text' && claimed !== 'pdf')) return
  throw new ArchiveError(
    'unreadable-file',
    `It is named .${extension}, but its bytes are ${mediaType}: the file is kept as it is. Upload the right one, or this one under its right name.`,
  )
}
