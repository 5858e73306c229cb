import { createHash } from 'node:crypto'
import { copyFile, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type AddDocumentDeps, addDocument } from '../actions/add-document.ts'
import { untilRead } from '../actions/until-read.ts'
import type { DescriptionInput } from '../domain/description.ts'
import { parseQuery } from '../domain/search/parse-query.ts'
import type { DocumentReader } from '../ports/documents.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import { type SampleCase, type SampleCaseDeps, sampleCase } from './sample-case.ts'

export type SampleDeps = SampleCaseDeps &
  AddDocumentDeps & { documents: DocumentReader; searchIndex: Pick<SearchIndex, 'find'> }

type Sample = { key: string; description: DescriptionInput; files: { path: string }[] }
type Hit = { document: { id: string } }

const folder = new URL('../../samples/', import.meta.url)
const actor = { id: 'samples', role: 'administrator' } as const
const everyone = { everything: true, classes: [], today: '' }

/** The document of which the sample archive tells the story, by its key. */
export const centre = 'serov-instructions'

/** What the sample archive holds: its documents, and what is told of them. */
export async function readSamples(): Promise<{ documents: Sample[]; story: SampleCase }> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(name, folder), 'utf8'))
  const { documents } = (await read('archive.json')) as { documents: Sample[] }
  return { documents, story: (await read('case.json')) as SampleCase }
}

/**
 * Loads the sample archive and waits until it is read. Each document bears its key as an identifier, by which it is
 * known when this is done again, and the rest ids that are made of keys; a sample that was deleted comes back only in an
 * archive that never had it, and while one is missing, what tells of it is left as it is (`told` is false). `onRead` hears
 * how many of how many documents are read; a loading that `signal` ends is gone on with by the next.
 */
export async function loadSamples(
  deps: SampleDeps,
  { onRead, signal }: { onRead?: (done: number, total: number) => void; signal?: AbortSignal } = {},
): Promise<{ added: number; known: number; told: boolean }> {
  const { documents, story } = await readSamples()
  const told = sampleCase(deps, story)
  await told.arrange()
  const ids = new Map<string, string>()
  const added: string[] = []
  for (const sample of documents) {
    signal?.throwIfAborted()
    const known = await loadedSample(deps, sample.key)
    const id = known ?? (await load(deps, sample, told.idOf))
    if (known === null) added.push(id)
    ids.set(sample.key, id)
  }
  let done = documents.length - added.length
  onRead?.(done, documents.length)
  for (const id of added) {
    await untilRead(deps, id, signal)
    done += 1
    onRead?.(done, documents.length)
  }
  const gone = await Promise.all([...ids.values()].map((id) => deps.documents.find(id)))
  const isWhole = gone.every((record) => record?.deletedAt === null)
  signal?.throwIfAborted()
  if (isWhole) await told.tell(ids)
  return { added: added.length, known: documents.length - added.length, told: isWhole }
}

/** The id of the document that was loaded with this key; null where there is none. */
export async function loadedSample(
  deps: Pick<SampleDeps, 'documents' | 'searchIndex'>,
  key: string,
): Promise<string | null> {
  const query = parseQuery(`id:"${key}"`)
  const request = {
    query,
    filter: {},
    in: ['description'],
    match: 'all',
    transliterate: true,
    sort: 'added',
    limit: 100,
    cursor: null,
  } as const
  const { hits } = await deps.searchIndex.find(request, everyone)
  const bears = async ({ document }: Hit) =>
    (await deps.documents.find(document.id))?.description.identifiers.some(
      ({ scheme, value }) => scheme === 'sample' && value === key,
    )
  for (const hit of hits) if (await bears(hit)) return hit.document.id
  return null
}

async function load(
  deps: SampleDeps,
  { key, description, files }: Sample,
  idOf: (key: string) => string | null,
): Promise<string> {
  const collection = idOf(description.collection?.slice(1) ?? '')
  const identifiers = [...(description.identifiers ?? []), { scheme: 'sample', value: key }]
  const uploads = []
  for (const { path } of files) {
    const bytes = await readFile(new URL(path, folder))
    const incoming = await deps.files.incoming()
    await copyFile(new URL(path, folder), incoming)
    uploads.push({
      path: incoming,
      name: basename(path),
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  }
  const added = await addDocument(deps, actor, {
    description: { ...description, identifiers, collection },
    uploads,
    idempotency: null,
  })
  return added.id
}
