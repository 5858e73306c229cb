import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ArchiveError } from '../domain/errors.ts'
import type { Restoring } from '../ports/backups.ts'
import { copyHashed } from './copy-original.ts'
import { diskFileStore } from './file-store.ts'
import { sync } from './sync.ts'

const catalogueOf = (home: string) => join(home, 'catalogue.sqlite')
const markOf = (home: string) => join(home, 'restoring')
const commandOf = (home: string) => join(markOf(home), 'command')

/** Throws ArchiveError('locked') where a restore was interrupted: an archive made there now would be in its way. */
export function refuseHalfRestored(home: string): void {
  if (!existsSync(markOf(home)) || existsSync(catalogueOf(home))) return
  const command = existsSync(commandOf(home)) ? readFileSync(commandOf(home), 'utf8') : 'fonds restore'
  throw new ArchiveError(
    'locked',
    `The archive in ${home} is being restored, or that was interrupted: run "${command}" again.`,
  )
}

/**
 * Restores an archive into a folder, which may be a mount point and so is not replaced as a whole: originals come to
 * their places, the database to `restoring/`, and makes an archive of all that when it is renamed, last of all.
 */
export function diskRestoring(
  home: string,
  lock: () => () => void,
  command: 'fonds restore' | 'fonds bags import' = 'fonds restore',
): Restoring {
  const files = diskFileStore(home)
  const mark = markOf(home)
  const half = join(mark, 'catalogue.sqlite')
  return {
    files,
    lock,
    expect,
    async begin() {
      await expect()
      await rm(mark, { recursive: true, force: true })
      await mkdir(mark, { recursive: true })
      await writeFile(commandOf(home), command)
      await files.sweepIncoming(Date.now())
    },
    async takeDatabase(from, sha256) {
      await rm(half, { force: true })
      const isRight = (await copyHashed(createReadStream(from), half)) === sha256
      return isRight
    },
    database: () => half,
    async finish() {
      if (existsSync(catalogueOf(home)))
        throw new ArchiveError('conflict', `An archive was made in ${home} meanwhile: nothing was restored.`)
      await sync(half)
      await rename(half, catalogueOf(home))
      await sync(home)
      await rm(mark, { recursive: true })
    },
  }

  async function expect(): Promise<void> {
    const names = await readdir(home).catch((): string[] => [])
    const ours = names.includes(basename(mark))
      ? /^(lock\.db.*|lost\+found|restoring|originals|incoming)$/
      : /^(lock\.db.*|lost\+found)$/
    const strange = names.find((name) => !ours.test(name))
    if (strange === undefined) return
    throw new ArchiveError(
      'conflict',
      `${home} is not empty (it has ${strange}): name a new or empty folder with --home, or move that away.`,
    )
  }
}
