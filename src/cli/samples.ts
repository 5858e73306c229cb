import { createHash } from 'node:crypto'
import { copyFile, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { addDocument } from '../actions/add-document.ts'
import type { Archive } from '../app.ts'
import type { DescriptionInput } from '../domain/description.ts'
import { parseQuery } from '../domain/search/parse-query.ts'
import { type SampleCase, sampleCase } from './sample-case.ts'
import { untilRead } from './until-read.ts'

type Sample = { key: string; description: DescriptionInput; files: { path: string }[] }
type Hit = { document: { id: string } }

const folder = new URL('../../samples/', import.meta.url)
const actor = { id: 'samples', role: 'administrator' } as const
const everyone = { everything: true, classes: [], today: '' }

/**
 * Loads the sample archive and waits until it is read. Each document bears its key as an identifier, by which it is
 * known when this is done again, and the rest ids that are made of keys; a sample that was deleted comes back only in an
 * archive that never had it, and while one is missing, what tells of it is left as it is.
 */
export async function loadSamples(deps: Archive['deps']): Promise<{ added: number; known: number }> {
  const { documents } = (await read('archive.json')) as { documents: Sample[] }
  const story = sampleCase(deps, (await read('case.json')) as SampleCase)
  await story.arrange()
  const ids = new Map<string, string>()
  const added: string[] = []
  for (const sample of documents) {
    const known = await loaded(deps, sample.key)
    const id = known ?? (await load(deps, sample, story.idOf))
    if (known === null) added.push(id)
    ids.set(sample.key, id)
  }
  for (const id of added) await untilRead(deps, id)
  const gone = await Promise.all([...ids.values()].map((id) => deps.documents.find(id)))
  if (gone.every((record) => record?.deletedAt === null)) await story.tell(ids)
  return { added: added.length, known: documents.length - added.length }
}

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(name, folder), 'utf8'))

/** The id of the document that was loaded with this key; null where there is none. */
async function loaded(deps: Archive['deps'], key: string): Promise<string | null> {
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
  deps: Archive['deps'],
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
