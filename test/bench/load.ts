import { createHash } from 'node:crypto'
import { claimOf } from '../../src/domain/claim.ts'
import { claimsOf } from '../../src/domain/description.ts'
import type { Wording } from '../../src/domain/resemblance/suggestion.ts'
import type { CollectionWriter } from '../../src/ports/collections.ts'
import type { DocumentWriter } from '../../src/ports/documents.ts'
import type { Extraction } from '../../src/ports/extractor.ts'
import type { JobWriter, Lease } from '../../src/ports/jobs.ts'
import type { TextWriter } from '../../src/ports/texts.ts'
import { startThread } from '../../src/threads/connect.ts'
import { batches, type Reading } from '../../src/tools/extract/batches.ts'
import { makePage } from '../../src/tools/extract/make-page.ts'
import { clock, newId } from '../../src/tools/ids.ts'
import { corpus, type MadeDocument } from './corpus.ts'
import { progress } from './progress.ts'
import type { Meter } from './writer-thread.ts'

type Writers = {
  collections: CollectionWriter
  documents: DocumentWriter
  texts: TextWriter
  jobs: JobWriter
}

/**
 * What loading cost, in seconds: the writer thread's CPU time, that for texts alone (without documents and jobs), the
 * caller's waiting for it, and normalising the text, which is not the writer's work.
 */
export type Loaded = {
  pages: number
  documents: number
  writerCpu: number
  textCpu: number
  writing: number
  analysing: number
}

const actor = 'bench'

/**
 * Fills a new catalogue with documents, the made corpus where none are given, through the archive's own writer thread: a
 * document with its claims, file and job, the job claimed, its pages in the reading process's batches, the job finished.
 */
export async function load(
  catalogue: string,
  pageCount: number,
  documents: Iterable<MadeDocument> = corpus(pageCount),
): Promise<Loaded> {
  const thread = await startThread(new URL('./writer-thread.ts', import.meta.url), { catalogue })
  const writers = {
    collections: thread.store<CollectionWriter>('collections'),
    documents: thread.store<DocumentWriter>('documents'),
    texts: thread.store<TextWriter>('texts'),
    jobs: thread.store<JobWriter>('jobs'),
  }
  const meter = thread.store<Meter>('meter')
  const loaded = { pages: 0, documents: 0, writerCpu: 0, textCpu: 0, writing: 0, analysing: 0 }
  const say = progress(`loading ${pageCount} pages`, pageCount)
  const arranged = new Set<string>()
  const before = await meter.read()
  for (const document of documents) {
    await arrange(writers, document, arranged)
    await loadDocument(writers, document, loaded)
    say(loaded.pages)
  }
  const after = await meter.read()
  loaded.writerCpu = after.all - before.all
  loaded.textCpu = after.texts - before.texts
  await thread.close()
  return loaded
}

const toAll = { visibility: 'public', embargoUntil: null, group: null } as const

/** The corpus names units of arrangement; here the names are their ids. */
async function arrange(
  { collections }: Writers,
  { description: { collection: id } }: MadeDocument,
  known: Set<string>,
): Promise<void> {
  if (!id || known.has(id)) return
  known.add(id)
  const unit = {
    id,
    title: id,
    level: 'fonds',
    parent: null,
    referenceCode: null,
    elements: {},
    ...toAll,
  } as const
  await collections.add({ actor, at: clock(), ...unit })
}

async function loadDocument(writers: Writers, document: MadeDocument, loaded: Loaded): Promise<void> {
  const lease = await timed(loaded, 'writing', () => begin(writers, document, ++loaded.documents))
  const total = document.pageCount
  let done = 0
  let wording: Wording | null = null
  // Made first, so that only the reading of them is measured.
  const reading = readOut([...document.pages])
  for (;;) {
    const { value: step } = await timed(loaded, 'analysing', () => reading.next())
    if (step === undefined) break
    if (step.kind === 'start' || step.kind === 'remark') continue
    if (step.kind === 'wording') {
      wording = step.wording
      continue
    }
    done += step.pages.length
    const command = {
      at: clock(),
      token: lease.token,
      layer: 'embedded',
      engine: 'bench',
      progress: { done, total },
      pages: step.pages.map((page) => ({ ...page, id: newId('p'), revision: newId('v') })),
      newWords: step.newWords,
    } as const
    await timed(loaded, 'writing', () => writers.texts.addPages(command))
  }
  loaded.pages += done
  const ending = { file: 'done', message: null, error: null, remark: null, wording } as const
  await timed(loaded, 'writing', () => writers.jobs.finish({ at: clock(), token: lease.token, ...ending }))
}

async function begin({ documents, jobs }: Writers, made: MadeDocument, number: number): Promise<Lease> {
  const id = newId('d')
  const witness = { id: newId('w'), label: 'First witness' }
  const at = clock()
  const claims = claimsOf(id, witness.id, made.description).map((draft) =>
    claimOf(newId('c'), draft, actor, at),
  )
  const sha256 = createHash('sha256').update(`${number}`).digest('hex')
  const file = { id: newId('f'), sha256, bytes: 1, name: `${number}.pdf`, mediaType: 'application/pdf' }
  const files = [{ ...file, role: 'scan', job: newId('j') } as const]
  await documents.add({
    actor,
    at,
    id,
    visibility: 'public',
    embargoUntil: null,
    witness,
    claims,
    files,
    job: newId('j'),
  })
  const lease = await jobs.claim({ at, token: newId('t'), until: '9999-12-31T00:00:00.000Z' })
  if (!lease) throw new Error('There is no job to claim for the document that was just added.')
  return lease
}

async function timed<T>(
  spent: { writing: number; analysing: number },
  on: 'writing' | 'analysing',
  work: () => Promise<T>,
): Promise<T> {
  const started = performance.now()
  const done = await work()
  spent[on] += (performance.now() - started) / 1000
  return done
}

/** What the reading process would tell of a file with these pages, in its batches. */
export const readOut = (texts: Iterable<string>): AsyncGenerator<Extraction, void> => batches(readings(texts))

function* readings(texts: Iterable<string>): Generator<Reading> {
  let filePage = 0
  for (const content of texts) {
    const page = { filePage: ++filePage, label: null, width: null, height: null, content }
    yield { kind: 'page', page: makePage(page) }
  }
}
