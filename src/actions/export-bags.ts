import {
  archiveBag,
  bagFormat,
  bagList,
  bagOfDocument,
  originalPath,
  recordsPath,
} from '../domain/bag/layout.ts'
import { ArchiveError } from '../domain/errors.ts'
import type { LiveCatalogue } from '../ports/backups.ts'
import type { ArchiveFacts, BaggedDocument, BagsFolder, BagWriter, FactRecord } from '../ports/bags.ts'
import type { Finding } from '../ports/checks.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock } from '../ports/identity.ts'
import { bagPapers, type PapersDeps } from './bag-papers.ts'
import { sentences } from './verify-archive.ts'

export type ExportBagsDeps = {
  catalogue: LiveCatalogue
  files: FileStore
  folder: BagsFolder
  /** Makes a copy of the catalogue ready to be opened. */
  prepare(copy: string): void
  openCopy(copy: string): { facts: ArchiveFacts; papers: PapersDeps }
  clock: Clock
  /** What the program calls itself, with its version. */
  agent: string
}

export type Exported = { documents: number; known: number; at: string; findings: Finding[] }

export type FarInBags = (what: 'database' | 'bags', done: number, total: number) => void

/** What a stranger has to know to read a bag. */
const explanation =
  'data/originals: files as they were received, by their SHA-256. data/records: all that the archive knows, one JSON object a line. data/document.jsonld, data/annotations.jsonld, data/texts: the same to be read.'

/**
 * Writes an archive as bags (RFC 8493): one a document, then the one of what documents share, which lists them. All are of
 * one moment: they are made from a copy of the catalogue. Interrupted, it goes on from that copy with the next bag. An
 * original that is missing or damaged is told, and the rest goes on.
 */
export async function exportBags(deps: ExportBagsDeps, tell: FarInBags): Promise<Exported> {
  const { catalogue, folder } = deps
  const unlock = await folder.begin()
  try {
    const makeCopy = async (path: string) => {
      await catalogue.copyTo(path, (done, total) => tell('database', done, total))
      deps.prepare(path)
    }
    const copy = (await folder.copied()) ?? (await folder.keepCopy(deps.clock(), makeCopy))
    const { facts, papers } = deps.openCopy(copy.path)
    try {
      if (facts.madeAt !== catalogue.madeAt())
        throw new ArchiveError(
          'conflict',
          `Bags of another archive were begun in ${folder.where}: name another folder.`,
        )
      return await writeBags(deps, { facts, papers, at: copy.at }, tell)
    } finally {
      facts.close()
    }
  } finally {
    unlock()
  }
}

type Copy = { facts: ArchiveFacts; papers: PapersDeps; at: string }

async function writeBags(deps: ExportBagsDeps, copy: Copy, tell: FarInBags): Promise<Exported> {
  const { folder } = deps
  const { facts, papers, at } = copy
  const bags = bagging(deps, copy)
  const total = facts.countDocuments()
  let [done, known] = [0, 0]
  for (const { key, id, title, isDeleted } of each(facts)) {
    const name = bagOfDocument(id)
    if ((await folder.digest(name)) !== null) known++
    else {
      const bag = await folder.open(name)
      await bags.put(bag, key, { document: id, title })
      if (!isDeleted)
        for await (const { path, pieces } of bagPapers(papers, id)) await bag.write(path, pieces)
      await bags.close(bag, [
        ['External-Identifier', id],
        ['External-Description', title || null],
      ])
    }
    tell('bags', ++done, total)
  }
  if ((await folder.digest(archiveBag)) === null) {
    const bag = await folder.open(archiveBag)
    await bags.put(bag, null, { document: null })
    await bag.write(bagList, listed(deps, facts))
    await bags.close(bag, [['External-Description', 'What the documents of the archive share']])
  }
  await folder.finish()
  return { documents: done, known, at, findings: bags.findings }
}

/** How originals and records come into bags; what cannot be copied is gathered. */
function bagging({ files, agent }: ExportBagsDeps, { facts, at }: Copy) {
  const findings: Finding[] = []
  return {
    findings,
    async put(bag: BagWriter, key: number | null, about: Omit<Finding, 'says'>): Promise<void> {
      for (const { sha256, bytes, name, isKept } of facts.originals(key)) {
        const became = await bag.copy(originalPath(sha256, name), files, { sha256, bytes })
        if (became === 'copied' || became === 'known' || !isKept) continue
        findings.push({ ...about, says: `${sentences[became](name)} It is not in the bag.` })
      }
      for (const { record, rows } of facts.records(key)) await bag.write(recordsPath(record), lines(rows))
    },
    close: (bag: BagWriter, own: [string, string | null][]) =>
      bag.close([
        ...own,
        ['Bagging-Date', at.slice(0, 10)],
        ['Bag-Group-Identifier', `fonds ${facts.madeAt}`],
        ['Bag-Software-Agent', agent],
        ['Internal-Sender-Description', explanation],
        ['Fonds-Bag-Format', bagFormat],
        ['Fonds-State-Of', at],
      ]),
  }
}

async function* listed({ folder }: ExportBagsDeps, facts: ArchiveFacts): AsyncGenerator<string> {
  for (const { id } of each(facts)) {
    const bag = bagOfDocument(id)
    const tagmanifest = await folder.digest(bag)
    if (tagmanifest === null)
      throw new ArchiveError('conflict', `The bag ${bag} was changed meanwhile: run the export again.`)
    yield `${JSON.stringify({ bag, tagmanifest })}\n`
  }
}

function* each(facts: ArchiveFacts): Generator<BaggedDocument> {
  let after = 0
  for (let some = facts.documents(0); some.length > 0; some = facts.documents(after)) {
    yield* some
    after = some.at(-1)?.key ?? 0
  }
}

function* lines(rows: Iterable<FactRecord>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`
}
