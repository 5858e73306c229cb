import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { type Point, pointName } from '../domain/backup/point.ts'
import { ArchiveError } from '../domain/errors.ts'
import type { BackupFolder } from '../ports/backups.ts'
import { hashOf } from './copy-original.ts'
import { diskFileStore } from './file-store.ts'
import { sync } from './sync.ts'

const version = 1
const Mark = z.object({ format: z.literal('fonds-backup'), version: z.literal(version), archive: z.string() })
const Manifest = z.object({
  at: z.iso.datetime(),
  database: z.object({ bytes: z.int(), sha256: z.string().length(64) }),
  originals: z.object({ count: z.int(), bytes: z.int() }),
  lacking: z.array(z.string()),
})

/**
 * A backup as a folder: `points/<time>/` with `catalogue.sqlite` and `manifest.json`, `originals/ab/cd/<sha256>` that
 * they share, and `fonds-backup.json`, which says what it is. What is being made lies in `incoming/`.
 */
export function diskBackupFolder(where: string, lock: () => () => void): BackupFolder {
  const originals = diskFileStore(where)
  const markPath = join(where, 'fonds-backup.json')
  const points = join(where, 'points')
  const making = join(where, 'incoming')
  const folderOf = ({ name }: Point) => join(points, name)

  return {
    where,
    originals,
    lock,
    async claim(madeAt) {
      const names = await readdir(where).catch(orIfMissing(null))
      if (names === null) await makeFolder(where)
      const mark = await readMark(markPath)
      if (mark === null && names?.some((name) => !/^(lock\.db.*|lost\+found)$/.test(name)))
        throw new ArchiveError(
          'conflict',
          `The folder ${where} is not empty and no backup: name a new or empty one.`,
        )
      if (mark !== null && mark.archive !== madeAt)
        throw new ArchiveError(
          'conflict',
          `The backup in ${where} is of another archive: name another folder.`,
        )
      if (mark === null)
        await writeSynced(markPath, { format: 'fonds-backup', version, archive: madeAt } satisfies z.input<
          typeof Mark
        >)
    },
    async expect() {
      if ((await readMark(markPath)) === null)
        throw new ArchiveError('not-found', `There is no backup in ${where}.`)
    },
    async points() {
      const found: Point[] = []
      const broken: string[] = []
      for (const name of (await readdir(points).catch(orIfMissing([]))).sort()) {
        const text = await readFile(join(points, name, 'manifest.json'), 'utf8').catch(() => '')
        const read = Manifest.safeParse(parsed(text))
        if (read.success) found.push({ name, ...read.data })
        else broken.push(name)
      }
      return { points: found.sort((a, b) => (a.at < b.at ? -1 : 1)), broken }
    },
    databaseOf: (point) => join(folderOf(point), 'catalogue.sqlite'),
    async isIntact(point) {
      const path = join(folderOf(point), 'catalogue.sqlite')
      const known = await stat(path).catch(() => null)
      if (known?.size !== point.database.bytes) return false
      return (await hashOf(path)) === point.database.sha256
    },
    async begin() {
      await rm(making, { recursive: true, force: true })
      const folder = join(making, randomUUID())
      await mkdir(folder, { recursive: true })
      return join(folder, 'catalogue.sqlite')
    },
    async finish(database, made) {
      const { size: bytes } = await stat(database)
      const content = { ...made, database: { bytes, sha256: await hashOf(database) } }
      await sync(database)
      await writeSynced(join(dirname(database), 'manifest.json'), content)
      await mkdir(points, { recursive: true })
      const taken = await readdir(points)
      let name = pointName(made.at)
      while (taken.includes(name)) name += '-2'
      await rename(dirname(database), join(points, name))
      await sync(points)
      await sync(where)
      return { name, ...content }
    },
    async remove(point) {
      const gone = join(making, `${basename(folderOf(point))}-${randomUUID()}`)
      await mkdir(making, { recursive: true })
      await rename(folderOf(point), gone)
      await sync(points)
      await rm(gone, { recursive: true })
    },
    async setAside(sha256) {
      await originals.withLocalFile(sha256, async (path) => {
        await rename(path, `${path}.damaged`).catch(() => {})
      })
    },
  }
}

/** Only the last folder is made: where a disk is not mounted, its mount point is no place for a backup. Nobody else may read it. */
async function makeFolder(where: string): Promise<void> {
  await mkdir(where, { mode: 0o700 }).catch((error) => {
    if (!isMissing(error)) throw error
    throw new ArchiveError('not-found', `There is no folder ${dirname(where)}: is its disk there?`)
  })
  await sync(dirname(where))
}

async function readMark(path: string): Promise<z.infer<typeof Mark> | null> {
  const text = await readFile(path, 'utf8').catch(orIfMissing(null))
  if (text === null) return null
  const read = Mark.safeParse(parsed(text))
  if (read.success) return read.data
  throw new ArchiveError(
    'conflict',
    `${path} is damaged, or of a newer Fonds: update the program, or restore that file.`,
  )
}

/** Written beside its place and renamed, so that it is never there in part. */
async function writeSynced(path: string, content: object): Promise<void> {
  const half = `${path}.new`
  const file = await open(half, 'w')
  try {
    await file.writeFile(`${JSON.stringify(content, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(half, path)
  await sync(dirname(path))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

function orIfMissing<T>(instead: T) {
  return (error: unknown): T => {
    if (isMissing(error)) return instead
    throw error
  }
}
