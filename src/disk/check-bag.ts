import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { faultOfDeclaration, isWithin, readInfo, readManifestLine } from '../domain/bag/bagit.ts'
import type { BagChecked } from '../ports/bags.ts'
import { digestsOf, filesBelow, linesOf } from './bag-files.ts'

const algorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512']

/** No path is longer. */
const longestLine = 64 * 1024

const longestTag = 1024 * 1024

type Manifest = { name: string; algorithm: string; entries: Map<string, string> }

/**
 * Checks that a bag is complete and valid (RFC 8493, 3): every file that a manifest lists is there with its digest, every
 * file of the payload is listed by each manifest, and the tag files are as their manifests say. Names what is not so.
 */
export async function checkBag(folder: string): Promise<BagChecked> {
  const { files, faults } = await filesBelow(folder)
  const isPayload = (path: string) => path.startsWith('data/')
  const payload = [...files.keys()].filter(isPayload)
  const checked = (): BagChecked => ({
    faults,
    files: payload.length,
    bytes: payload.reduce((sum, path) => sum + (files.get(path) ?? 0), 0),
  })
  const declared = files.has('bagit.txt')
    ? faultOfDeclaration((await small('bagit.txt')) ?? '')
    : 'bagit.txt is missing: this is no bag.'
  if (declared) {
    faults.push(declared)
    return checked()
  }
  const manifests = await readManifests('manifest')
  const tagManifests = await readManifests('tagmanifest')
  if (manifests.length === 0) faults.push('There is no manifest of the payload.')
  const awaited = await readFetch()

  for (const { name, entries } of manifests) {
    for (const path of entries.keys())
      if (!isPayload(path)) faults.push(`${name} lists ${path}, which is not in data/.`)
    for (const path of payload) if (!entries.has(path)) faults.push(`${path} is not listed in ${name}.`)
  }
  for (const { name, entries } of tagManifests)
    for (const path of entries.keys())
      if (isPayload(path) || path.startsWith('tagmanifest-'))
        faults.push(`${name} lists ${path}, which is no tag file.`)
  await checkDigests([...manifests, ...tagManifests])
  await checkOxum()
  return checked()

  /** A tag file that is read as a whole; null where it is longer than any such. */
  async function small(name: string): Promise<string | null> {
    return (files.get(name) ?? 0) > longestTag ? null : readFile(join(folder, name), 'utf8')
  }

  async function readManifests(kind: 'manifest' | 'tagmanifest'): Promise<Manifest[]> {
    const found: Manifest[] = []
    for (const name of files.keys()) {
      const [, algorithm] = new RegExp(`^${kind}-([a-z0-9]+)\\.txt$`).exec(name) ?? []
      if (algorithm === undefined) continue
      if (algorithms.includes(algorithm))
        found.push({ name, algorithm, entries: await readManifest(name, algorithm) })
      else faults.push(`${name}: nothing is known of ${algorithm}, so that it cannot be checked.`)
    }
    return found
  }

  async function readManifest(name: string, algorithm: string): Promise<Map<string, string>> {
    const entries = new Map<string, string>()
    const length = { md5: 32, sha1: 40 }[algorithm] ?? Number(algorithm.slice(3)) / 4
    let number = 0
    try {
      for await (const line of linesOf(join(folder, name), longestLine)) {
        number++
        if (line.trim() === '') continue
        const read = readManifestLine(line)
        if (read?.digest.length !== length) faults.push(`${name}, line ${number}: no digest and path.`)
        else if (!isWithin(read.path))
          faults.push(`${name}, line ${number}: the path ${JSON.stringify(read.path)} leads out of the bag.`)
        else if (entries.has(read.path)) faults.push(`${name}, line ${number}: ${read.path} is listed twice.`)
        else entries.set(read.path, read.digest)
      }
    } catch (error) {
      faults.push(`${name}, line ${number + 1}: ${said(error)}`)
    }
    return entries
  }

  /** Files that are to be fetched from elsewhere: a bag is complete when they are there. */
  async function readFetch(): Promise<Set<string>> {
    const paths = new Set<string>()
    if (!files.has('fetch.txt')) return paths
    try {
      for await (const line of linesOf(join(folder, 'fetch.txt'), longestLine)) {
        const path = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line)?.[1]
        const read = path === undefined ? null : readManifestLine(`0 ${path}`)
        if (!read || !isWithin(read.path) || !isPayload(read.path))
          faults.push(`fetch.txt: ${JSON.stringify(line)} names no file of the payload.`)
        else paths.add(read.path)
      }
    } catch (error) {
      faults.push(`fetch.txt: ${said(error)}`)
    }
    return paths
  }

  async function checkDigests(all: readonly Manifest[]): Promise<void> {
    const missing = new Set<string>()
    for (const path of files.keys()) {
      const wanted = all.filter(({ entries }) => entries.has(path))
      if (wanted.length === 0) continue
      const digests = await digestsOf(join(folder, path), [
        ...new Set(wanted.map(({ algorithm }) => algorithm)),
      ])
      const wrong = wanted.find(({ algorithm, entries }) => digests.get(algorithm) !== entries.get(path))
      if (wrong) faults.push(`${path} was changed: it does not match ${wrong.name}.`)
    }
    for (const { entries } of all) for (const path of entries.keys()) if (!files.has(path)) missing.add(path)
    for (const path of missing)
      faults.push(awaited.has(path) ? `${path} is yet to be fetched (fetch.txt).` : `${path} is missing.`)
  }

  async function checkOxum(): Promise<void> {
    if (!files.has('bag-info.txt')) return
    const info = await small('bag-info.txt')
    if (info === null) return void faults.push('bag-info.txt is too long.')
    const oxum = readInfo(info).get('payload-oxum')
    const { files: count, bytes } = checked()
    if (oxum !== undefined && oxum !== `${bytes}.${count}`)
      faults.push(`bag-info.txt says that the payload is ${oxum} (bytes, files): it is ${bytes}.${count}.`)
  }
}

const said = (error: unknown): string =>
  error instanceof TypeError ? 'it is not UTF-8.' : error instanceof Error ? error.message : String(error)
