import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { PapersDeps, Presenting } from './actions/bag-papers.ts'
import type { ExportBagsDeps } from './actions/export-bags.ts'
import type { ImportBagsDeps } from './actions/import-bags.ts'
import { writtenCollection } from './annotation/collection.ts'
import type { Config } from './config.ts'
import { areApart } from './disk/apart.ts'
import { diskBagsFolder } from './disk/bags-folder.ts'
import { diskBagsSource } from './disk/bags-source.ts'
import { diskFileStore } from './disk/file-store.ts'
import { diskRestoring } from './disk/restoring.ts'
import { invalid } from './domain/errors.ts'
import { addresses } from './linked-data/nodes.ts'
import { documentAsJsonLd } from './linked-data/present-document.ts'
import { sqliteAnnotationReader } from './sqlite/annotation-reader.ts'
import { lockArchive, lockBags } from './sqlite/archive-lock.ts'
import { sqliteAuthorityReader } from './sqlite/authority-reader.ts'
import { prepareCopy, sqliteArchiveFacts } from './sqlite/bags/archive-facts.ts'
import { takeFacts } from './sqlite/bags/facts-taken.ts'
import { openCopiedCatalogue, sqliteLiveCatalogue } from './sqlite/catalogue-copy.ts'
import { sqliteClaimReader } from './sqlite/claim-reader.ts'
import { sqliteCollectionReader } from './sqlite/collection-reader.ts'
import { catalogueIn } from './sqlite/damaged-log.ts'
import { sqliteDocumentReader } from './sqlite/document-reader.ts'
import { type Connection, openForReading } from './sqlite/open-database.ts'
import { sqliteSourceReader } from './sqlite/source-reader.ts'
import { sqliteTextReader } from './sqlite/text-reader.ts'
import { sqliteWitnessReader } from './sqlite/witness-reader.ts'
import { clock } from './tools/ids.ts'

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

/** Opens what an archive is written as bags with, beside a server. ArchiveError('not-found') where there is no archive. */
export function openBagging(config: Config, where: string): { deps: ExportBagsDeps; close: () => void } {
  const folder = apart(config, where)
  const db = openForReading(catalogueIn(config.home))
  const present = presenting(config.baseUrl ?? `http://${config.host}:${config.port}`)
  return {
    deps: {
      catalogue: sqliteLiveCatalogue(db),
      files: diskFileStore(config.home),
      folder: diskBagsFolder(folder, lockBags),
      prepare: prepareCopy,
      openCopy: (path) => {
        const copy = openForReading(path)
        return { facts: sqliteArchiveFacts(copy), papers: { ...readers(copy), present } }
      },
      clock,
      agent: `Fonds ${version}`,
    },
    close: () => void db.close(),
  }
}

/** Bags by themselves, to be looked at. */
export const openBags = (where: string) => diskBagsSource(resolve(where))

/** Opens what building an archive from bags needs; nothing is made before they are known to be sound. */
export function openImportingBags(config: Config, where: string): ImportBagsDeps {
  return {
    source: diskBagsSource(apart(config, where)),
    restoring: diskRestoring(config.home, () => lockArchive(config.home), 'fonds bags import'),
    take: takeFacts,
    openCopy: openCopiedCatalogue,
    clock,
  }
}

function apart(config: Config, where: string): string {
  const folder = resolve(where)
  if (areApart(folder, config.home)) return folder
  throw invalid(
    'folder',
    `${folder} and the archive in ${config.home} lie within one another: name a folder elsewhere.`,
  )
}

const readers = (db: Connection): Omit<PapersDeps, 'present'> => ({
  documents: sqliteDocumentReader(db),
  claims: sqliteClaimReader(db),
  witnesses: sqliteWitnessReader(db),
  authorities: sqliteAuthorityReader(db),
  sources: sqliteSourceReader(db),
  collections: sqliteCollectionReader(db),
  annotations: sqliteAnnotationReader(db),
  texts: sqliteTextReader(db),
  clock,
})

function presenting(baseUrl: string): Presenting {
  return {
    document: (told) => JSON.stringify(documentAsJsonLd(baseUrl, told), null, 1),
    annotations: (document, batches) =>
      writtenCollection(
        shown(batches),
        baseUrl,
        `${addresses(baseUrl).document(document)}/annotations.jsonld`,
      ),
  }
}

async function* shown<T>(batches: AsyncIterable<T[]>) {
  for await (const batch of batches) yield batch.map((annotation) => ({ annotation, anchor: null }))
}
