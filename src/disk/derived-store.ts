import { access, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ArchiveError } from '../domain/errors.ts'
import type { DerivedStore } from '../ports/page-images.ts'
import { nameOfIncoming, sweepIncoming } from './sweep-incoming.ts'
import { sync } from './sync.ts'

/** Where files lie while they are being made, below an archive's home: beside the finished ones, on the same disk. */
export const derivedIncoming = (home: string): string => join(home, 'derived', 'incoming')

/**
 * Images of pages under `<home>/derived/ab/cd/<sha256>/<page>.tif`. A file is synced before it has its
 * name, so that it is whole wherever it has it; names are not, for what a loss of power takes is made again.
 */
export function diskDerivedStore(home: string): DerivedStore {
  const derived = join(home, 'derived')
  const making = derivedIncoming(home)

  return {
    async incoming() {
      await mkdir(making, { recursive: true })
      return join(making, nameOfIncoming())
    },
    async put(localFile, sha256, filePage) {
      const path = pathOf(sha256, filePage)
      await sync(localFile)
      await mkdir(dirname(path), { recursive: true })
      await rename(localFile, path)
    },
    async find(sha256, filePage) {
      const path = pathOf(sha256, filePage)
      return access(path).then(
        () => path,
        () => null,
      )
    },
    async delete(sha256, filePage) {
      await rm(pathOf(sha256, filePage), { force: true })
    },
    sweepIncoming: (now) => sweepIncoming(making, now),
  }

  function pathOf(sha256: string, filePage: number): string {
    if (!/^[0-9a-f]{64}$/.test(sha256) || !Number.isSafeInteger(filePage) || filePage < 1)
      throw new ArchiveError('internal', 'An image was asked for by what is no page of a file.')
    return join(derived, sha256.slice(0, 2), sha256.slice(2, 4), sha256, `${filePage}.tif`)
  }
}
