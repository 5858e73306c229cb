import { createHash } from 'node:crypto'
import { copyFile, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { addDocument } from '../actions/add-document.ts'
import type { Archive } from '../app.ts'
import type { DescriptionInput } from '../domain/description.ts'
import { parseQuery } from '../domain/search/parse-query.ts'
import { untilRead } from './until-read.ts'

type Sample = { key: string; description: DescriptionInput; files: { path: string }[] }

const folder = new URL('../../samples/', import.meta.url)
const actor = { id: 'samples', role: 'administrator' } as const
const everyone = { everything: true, classes: [], today: '' }

/**
 * Loads the sample archive and waits until it is read. Each sample bears its key as an identifier, by which it is
 * known when this is done again; a sample that was deleted comes back only in an archive that never had it.
 */
export async function loadSamples(deps: Archive['deps']): Promise<{ added: number; known: number }> {
  const { documents } = JSON.parse(await readFile(new URL('archive.json', folder), 'utf8')) as {
    documents: Sample[]
  }
  const added: string[] = []
  for (const sample of documents) {
    if (!(await isLoaded(deps, sample.key))) added.push(await load(deps, sample))
  }
  for (const id of added) await untilRead(deps, id)
  return { added: added.length, known: documents.length - added.length }
}

async function isLoaded(deps: Archive['deps'], key: string): Promise<boolean> {
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
  const found = await Promise.all(hits.map(({ document }) => deps.documents.find(document.id)))
  return found.some((record) =>
    record?.description.identifiers.some(({ scheme, value }) => scheme === 'sample' && value === key),
  )
}

async function load(deps: Archive['deps'], { key, description, files }: Sample): Promise<string> {
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
    description: { ...description, identifiers },
    uploads,
    idempotency: null,
  })
  return added.id
}
