import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readManifestLine } from '../domain/bag/bagit.ts'
import { archiveBag, documentBags } from '../domain/bag/layout.ts'
import { ArchiveError } from '../domain/errors.ts'
import type { BagsFolder } from '../ports/bags.ts'
import { bagWriter } from './bag-writer.ts'
import { hashOf } from './copy-original.ts'
import { sync } from './sync.ts'

/**
 * A folder of bags: `documents/<id>/` and, last of all, `archive/`. What is being made lies in `unfinished/`, with the
 * copy of the catalogue from which all bags are made, and goes when all is there.
 */
export function diskBagsFolder(where: string, lock: (folder: string) => () => void): BagsFolder {
  const unfinished = join(where, 'unfinished')
  const copy = join(unfinished, 'catalogue.sqlite')
  const at = join(unfinished, 'made-at')
  const placeOf = (bag: string) => join(where, bag)

  return {
    where,
    async begin() {
      const names = await readdir(where).catch((error) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      const isOurs = names?.includes('unfinished')
      if (names?.includes(archiveBag) && !isOurs)
        throw conflict(`The folder ${where} has a whole archive as bags: name a new or empty one.`)
      const strange = names?.find((name) => name !== 'lost+found')
      if (!isOurs && strange !== undefined)
        throw conflict(`The folder ${where} is not empty (it has ${strange}): name a new or empty one.`)
      if (names === null) await makeFolder(where)
      await mkdir(unfinished, { recursive: true, mode: 0o700 })
      return lock(unfinished)
    },
    async copied() {
      const known = await readFile(at, 'utf8').catch(() => null)
      return known === null ? null : { path: copy, at: known }
    },
    async keepCopy(time, make) {
      const half = join(unfinished, 'copy.sqlite')
      for (const old of [half, `${half}-journal`, `${half}-wal`, `${half}-shm`])
        await rm(old, { force: true })
      await make(half)
      await sync(half)
      await rename(half, copy)
      await writeFile(`${at}.new`, time, { flush: true })
      await rename(`${at}.new`, at)
      await sync(unfinished)
      return { path: copy, at: time }
    },
    async digest(bag) {
      const manifest = join(placeOf(bag), 'tagmanifest-sha256.txt')
      const text = await readFile(manifest, 'utf8').catch(() => null)
      if (text === null) return null
      for (const line of text.split('\n').filter(Boolean)) {
        const read = readManifestLine(line)
        if (!read || (await hashOf(join(placeOf(bag), read.path)).catch(() => '')) !== read.digest)
          return null
      }
      return hashOf(manifest)
    },
    async open(bag) {
      const making = join(unfinished, 'bag')
      await rm(making, { recursive: true, force: true })
      await mkdir(making)
      return bagWriter(making, async () => {
        const place = placeOf(bag)
        await mkdir(dirname(place), { recursive: true })
        // One that is there was damaged since.
        await rm(place, { recursive: true, force: true })
        await rename(making, place)
        await sync(dirname(place))
        await sync(where)
      })
    },
    async finish() {
      if (!(await stat(placeOf(documentBags)).catch(() => null))) await mkdir(placeOf(documentBags))
      await rm(unfinished, { recursive: true })
      await sync(where)
    },
  }
}

const conflict = (says: string) => new ArchiveError('conflict', says)

/** Only the last folder is made, so that a disk that is not mounted is noticed. Nobody else may read it. */
async function makeFolder(where: string): Promise<void> {
  await mkdir(where, { mode: 0o700 }).catch((error) => {
    if (error.code !== 'ENOENT') throw error
    throw new ArchiveError('not-found', `There is no folder ${dirname(where)}: is its disk there?`)
  })
  await sync(dirname(where))
}
