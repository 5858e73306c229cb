import {
  archiveBag,
  bagFormat,
  bagList,
  bagOfDocument,
  originalOfPath,
  recordOfPath,
} from '../domain/bag/layout.ts'
import { ArchiveError, invalid } from '../domain/errors.ts'
import type { OpenCopy, Restoring } from '../ports/backups.ts'
import type { BagReader, BagsSource, FactsTaken } from '../ports/bags.ts'
import type { Finding } from '../ports/checks.ts'
import type { Clock } from '../ports/identity.ts'
import { sentences } from './verify-archive.ts'
import { verifyBags } from './verify-bags.ts'

export type ImportBagsDeps = {
  source: BagsSource
  restoring: Restoring
  /** Begins a catalogue in a new file. */
  take(database: string): FactsTaken
  openCopy: OpenCopy
  clock: Clock
}

type Far = (what: 'checked' | 'bags' | 'index', done: number, total: number) => void

/** What was imported; null where nothing was, for what is found wrong with the bags. */
export type BagsImported = { documents: number; of: string } | null

/**
 * Builds an archive from bags in a folder where there is none. The bags are checked before anything is written; before all
 * is there, nothing takes it for an archive; interrupted, it is done again. Originals that the bags lack are told.
 */
export async function importBags(
  deps: ImportBagsDeps,
  tell: Far,
): Promise<{ imported: BagsImported; findings: Finding[] }> {
  const { source, restoring, clock } = deps
  await restoring.expect()
  const { findings, isArchive, bags } = await verifyBags(source, (done) => tell('checked', done, done))
  if (findings.length > 0) return { imported: null, findings }
  if (!isArchive)
    throw new ArchiveError(
      'not-found',
      `The bags in ${source.where} are of no archive: there is no ${archiveBag}/ among them.`,
    )
  for await (const bag of source.bags()) findings.push(...unfit(bag, await source.open(bag)))
  if (findings.length > 0) return { imported: null, findings }

  const unlock = restoring.lock()
  try {
    await restoring.begin()
    const taken = deps.take(restoring.database())
    let of = ''
    try {
      let done = 0
      for await (const name of source.bags()) {
        const bag = await source.open(name)
        of = bag.info.get('fonds-state-of') ?? of
        await takeBag(name, bag, taken, restoring)
        tell('bags', ++done, bags)
      }
      const strays = taken.strays()
      if (strays.length > 0) throw new ArchiveError('conflict', strays.slice(0, 10).join(' '))
      await taken.derive(clock(), (at, total) => tell('index', at, total))
    } finally {
      taken.close()
    }
    findings.push(...(await lackingOriginals(deps)))
    await restoring.finish()
    return { imported: { documents: bags - 1, of }, findings }
  } finally {
    unlock()
  }
}

/** Whatever a bag has that no bag of this form has. */
function unfit(name: string, { info, tags, payload }: BagReader): Finding[] {
  const says = (says: string): Finding => ({ document: name, says })
  const format = info.get('fonds-bag-format')
  if (format !== bagFormat)
    return [
      says(`bag-info.txt says Fonds-Bag-Format ${format ?? 'nowhere'}: this program knows ${bagFormat}.`),
    ]
  if (name !== archiveBag && name !== bagOfDocument(info.get('external-identifier') ?? ''))
    return [says('Its External-Identifier is not what the bag is called.')]
  if (tags.includes('fetch.txt'))
    return [says('It has a fetch.txt: bring all files into data/ and remove that.')]
  return payload
    .filter((path) => !isKnown(name, path))
    .map((path) =>
      says(`${path} is nothing that ${bagFormat} knows: move it away, with its line in the manifest.`),
    )
}

const isKnown = (bag: string, path: string): boolean =>
  recordOfPath(path) !== null ||
  originalOfPath(path) !== null ||
  (bag === archiveBag ? path === bagList : /^data\/(texts\/.+\.txt|[a-z]+\.jsonld)$/.test(path))

async function takeBag(name: string, bag: BagReader, taken: FactsTaken, { files }: Restoring): Promise<void> {
  for (const path of bag.payload) {
    const sha256 = originalOfPath(path)
    if (sha256 !== null && (await bag.copy(path, sha256, files)) === 'damaged')
      throw new ArchiveError('conflict', `${name}/${path} is not what its name says.`)
    const record = recordOfPath(path)
    if (record === null) continue
    const take = taken.taker(record)
    if (take === null)
      throw invalid('', `${name}/${path}: nothing is known of such records. Is there a newer Fonds?`)
    let line = 0
    try {
      for await (const text of bag.lines(path)) {
        line++
        take(JSON.parse(text))
      }
    } catch (error) {
      if (!(error instanceof ArchiveError || error instanceof SyntaxError || error instanceof TypeError))
        throw error
      throw invalid('', `${name}/${path}, line ${line}: ${error.message} Nothing was imported.`)
    }
  }
}

async function lackingOriginals({ restoring, openCopy }: ImportBagsDeps): Promise<Finding[]> {
  const findings: Finding[] = []
  const copy = openCopy(restoring.database())
  try {
    for (const { sha256, bytes, isKept } of copy.originals()) {
      const there = await restoring.files.stat(sha256)
      if (!isKept || (there && there.bytes === bytes)) continue
      const about = copy.about(sha256)
      const says = `${sentences[there ? 'damaged' : 'missing'](about?.name ?? sha256)} The bags have none.`
      findings.push({ document: about?.document ?? null, title: about?.title, says })
    }
  } finally {
    copy.close()
  }
  return findings
}
