import { archiveBag, bagFormat, bagList } from '../domain/bag/layout.ts'
import type { BagsSource } from '../ports/bags.ts'
import type { Finding } from '../ports/checks.ts'

export type BagsVerified = {
  bags: number
  files: number
  bytes: number
  /** Whether they are those of an archive, and not of somebody else. */
  isArchive: boolean
  findings: Finding[]
}

/**
 * Checks every bag of a folder (RFC 8493, 3), and of an archive that there are those which its list names, and no others. A
 * finding's `document` is the bag that it is about.
 */
export async function verifyBags(source: BagsSource, tell: (done: number) => void): Promise<BagsVerified> {
  const findings: Finding[] = []
  const found = { bags: 0, files: 0, bytes: 0, isArchive: false }
  if (await source.isUnfinished())
    findings.push({ document: null, says: 'The export into this folder was not finished: run it again.' })
  for await (const bag of source.bags()) {
    if (bag === archiveBag) found.isArchive = true
    const { faults, files, bytes } = await source.check(bag)
    findings.push(...faults.map((says) => ({ document: bag, says })))
    found.bags++
    found.files += files
    found.bytes += bytes
    tell(found.bags)
  }
  if (found.isArchive && findings.length === 0) findings.push(...(await checkList(source, found.bags)))
  return { ...found, findings }
}

async function checkList(source: BagsSource, bags: number): Promise<Finding[]> {
  const archive = await source.open(archiveBag)
  const says = (document: string, says: string): Finding => ({ document, says })
  const format = archive.info.get('fonds-bag-format')
  if (format !== bagFormat)
    return [
      says(
        archiveBag,
        `bag-info.txt says Fonds-Bag-Format ${format ?? 'nowhere'}: this program knows ${bagFormat}. Is there a newer Fonds?`,
      ),
    ]
  if (!archive.payload.includes(bagList)) return [says(archiveBag, `${bagList} is missing.`)]
  const findings: Finding[] = []
  let listed = 0
  for await (const line of archive.lines(bagList)) {
    listed++
    const one = readListed(line)
    if (!one)
      return [says(archiveBag, `${bagList}, line ${listed}: no bag and the digest of its tag manifest.`)]
    const { bag, tagmanifest } = one
    const reader = await source.open(bag).catch(() => null)
    if (reader === null)
      findings.push(says(bag, 'The bag is missing: bring it back from where it was copied.'))
    else if (reader.digest !== tagmanifest)
      findings.push(says(bag, `It is another bag than ${archiveBag}/${bagList} lists.`))
  }
  if (findings.length === 0 && bags !== listed + 1)
    findings.push(
      says(
        archiveBag,
        `${bagList} lists ${listed} bags of documents, but there are ${bags - 1}: move what is not of this archive away.`,
      ),
    )
  return findings
}

/** The lists of bags are made by the program, with ids of its own. */
function readListed(line: string): { bag: string; tagmanifest: string } | null {
  const [, bag, tagmanifest] =
    /^\{"bag":"(documents\/[A-Za-z0-9]+)","tagmanifest":"([0-9a-f]{64})"\}$/.exec(line) ?? []
  return bag === undefined || tagmanifest === undefined ? null : { bag, tagmanifest }
}
