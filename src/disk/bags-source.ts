import { lstat, opendir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readInfo } from '../domain/bag/bagit.ts'
import { archiveBag, documentBags } from '../domain/bag/layout.ts'
import { ArchiveError } from '../domain/errors.ts'
import type { BagReader, BagsSource } from '../ports/bags.ts'
import { digestsOf, filesBelow, linesOf, openFile } from './bag-files.ts'
import { checkBag } from './check-bag.ts'
import { copyHashed } from './copy-original.ts'

/** The longest record: the text of a page with the places of all its words. */
const longestRecord = 128 * 1024 * 1024

/** Bags that lie in a folder: it is one itself, or those of an archive are in it, or it has bags of anybody. */
export function diskBagsSource(where: string): BagsSource {
  const isBag = async (path: string) =>
    (await lstat(join(where, path, 'bagit.txt')).catch(() => null))?.isFile() === true
  return {
    where,
    isUnfinished: () => opendir(join(where, 'unfinished')).then(closed, () => false),
    async *bags() {
      if (await isBag('.')) return yield '.'
      const isArchive = await isBag(archiveBag)
      if (isArchive) yield archiveBag
      let found = isArchive
      for (const folder of isArchive ? [documentBags] : [documentBags, '.']) {
        for await (const name of namesIn(join(where, folder))) {
          const bag = folder === '.' ? name : `${folder}/${name}`
          if (folder === '.' && !(await isBag(bag))) continue
          found = true
          yield bag
        }
        if (found) return
      }
      throw new ArchiveError('not-found', `There is no bag in ${where}.`)
    },
    async check(bag) {
      const path = join(where, bag)
      if (bag === '.' || (await lstat(path)).isDirectory()) return checkBag(path)
      return { faults: ['This is no folder, and so no bag: move it away.'], files: 0, bytes: 0 }
    },
    open: (bag) => openBag(join(where, bag)),
  }
}

async function openBag(folder: string): Promise<BagReader> {
  const { files } = await filesBelow(folder)
  const manifest = 'tagmanifest-sha256.txt'
  const digests = files.has(manifest) ? await digestsOf(join(folder, manifest), ['sha256']) : null
  return {
    where: folder,
    info: readInfo(await readFile(join(folder, 'bag-info.txt'), 'utf8').catch(() => '')),
    digest: digests?.get('sha256') ?? null,
    tags: [...files.keys()].filter((path) => !path.startsWith('data/')),
    payload: [...files.keys()].filter((path) => path.startsWith('data/')),
    lines: (path) => linesOf(join(folder, path), longestRecord),
    async copy(path, sha256, to) {
      const bytes = files.get(path)
      if ((await to.stat(sha256))?.bytes === bytes) return 'known'
      const incoming = await to.incoming()
      try {
        const file = await openFile(join(folder, path))
        if ((await copyHashed(file.createReadStream(), incoming)) !== sha256) return 'damaged'
        await to.put(incoming, sha256)
        return 'copied'
      } finally {
        await rm(incoming, { force: true })
      }
    },
  }
}

async function* namesIn(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(() => null)
  if (!entries) return
  for await (const entry of entries) yield entry.name
}

const closed = async (folder: { close(): Promise<void> }) => {
  await folder.close()
  return true
}
