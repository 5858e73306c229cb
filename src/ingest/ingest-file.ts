import type { StoredFile } from '../domain/document.ts'
import { ArchiveError } from '../domain/errors.ts'
import { docx } from '../domain/media-types.ts'
import type { ExtractedPage, Extractor, Identifier, ReadableFile } from '../ports/extractor.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { Ending, Lease } from '../ports/jobs.ts'
import type { Imager } from '../ports/page-images.ts'
import type { AddPages, TextWriter } from '../ports/texts.ts'

const pagesAtOnce = 100

export type IngestDeps = {
  files: FileStore
  identifier: Identifier
  extractor: Extractor
  imager: Imager
  texts: TextWriter
  newId: NewId
  clock: Clock
}

export type Outcome = Pick<Ending, 'file' | 'message' | 'error' | 'remark' | 'wording'> & {
  /** How many of its pages are to be recognised; absent where its pages have no images. */
  wanted?: number
}

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
    if (file.bytes === 0)
      throw new ArchiveError('unreadable-file', `“${file.name}” is empty: it has 0 bytes; upload it again.`)
    refuseFalseName(file.name, kind, mediaType)
    if (kind === 'image') return readImages(deps, lease, { path, name: file.name, mediaType }, signal)
    if (kind === 'other') {
      const says = `The text of ${mediaType} files cannot be read: the file is kept as it is. Add a PDF, a text or a transcription of it.`
      throw new ArchiveError('unreadable-file', says)
    }
    return readPages(deps, lease, { path, name: file.name, mediaType }, signal)
  })
}

async function readImages(
  deps: IngestDeps,
  lease: Lease,
  file: ReadableFile,
  signal: AbortSignal,
): Promise<Outcome> {
  const { pages, remark } = await deps.imager.inspect(file, signal)
  const from = { layer: 'embedded', engine: 'none', newWords: [] } as const
  for (let done = 0; done < pages.length; done += pagesAtOnce) {
    const some = pages.slice(done, done + pagesAtOnce).map(({ width, height }, index) => ({
      ...{ filePage: done + index + 1, label: null, width, height },
      ...{ content: '', language: null, words: '' },
    }))
    const progress = { done: done + some.length, total: pages.length }
    await addPages(deps, lease, { ...from, progress }, some)
  }
  return { ...waiting, message: 'Kept; waits for recognition.', remark, wanted: pages.length }
}

async function readPages(
  deps: IngestDeps,
  lease: Lease,
  file: ReadableFile,
  signal: AbortSignal,
): Promise<Outcome> {
  let from: { layer: AddPages['layer']; engine: string; total: number | null; remark: string | null } | null =
    null
  let wording: Outcome['wording'] = null
  let done = 0
  let withText = 0
  let wanted = 0
  for await (const step of deps.extractor.extract(file, signal)) {
    if (step.kind === 'start') {
      from = { layer: step.layer, engine: step.engine, total: step.total, remark: step.assumed }
      continue
    }
    if (step.kind === 'wording') {
      wording = step.wording
      continue
    }
    if (step.kind === 'remark') {
      if (from) from.remark = [from.remark, step.remark].filter((one) => one !== null).join('; ')
      continue
    }
    if (from === null) throw new Error('An extractor gave pages before it said what they are.')
    done += step.pages.length
    withText += step.pages.filter(hasText).length
    if (from.layer === 'embedded')
      wanted += step.pages.filter((page) => page.garbled || !hasText(page)).length
    const progress = { done, total: Math.max(done, from.total ?? 0) }
    await addPages(deps, lease, { ...from, progress, newWords: step.newWords }, step.pages)
  }
  const remark = from?.remark ?? null
  const more = from?.layer === 'embedded' ? { wanted } : {}
  if (withText > 0)
    return { file: 'done', message: pagesRead(done, withText), error: null, remark, wording, ...more }
  return { ...waiting, message: 'It has no text of its own: waits for recognition.', remark, ...more }
}

const waiting = { file: 'waiting', error: null } as const

const hasText = (page: ExtractedPage): boolean => page.content.trim() !== ''

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

const kindsByName: Readonly<Record<string, Kind | 'word'>> = {
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
  ...{ gif: 'image', bmp: 'image', docx: 'word', doc: 'other', odt: 'other', zip: 'other', exe: 'other' },
}

/**
 * Bytes without a mark of their own are taken for text: not where the name says that they should have one. So is a page of
 * HTML in the place of a PDF or an image refused, which is nearly always what a server said instead of sending it.
 */
function refuseFalseName(name: string, identified: Kind, mediaType: string): void {
  const kind = mediaType === docx ? 'word' : identified
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const claimed = kindsByName[extension]
  if (claimed === undefined || claimed === kind || (kind !== 'text' && claimed !== 'pdf')) return
  throw new ArchiveError(
    'unreadable-file',
    `It is named .${extension}, but its bytes are ${mediaType}: the file is kept as it is. Upload the right one, or this one under its right name.`,
  )
}
