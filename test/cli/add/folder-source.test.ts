import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, readdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderSource } from '../../../src/cli/add/folder-source.ts'
import { walkFolder } from '../../../src/cli/add/walk-folder.ts'
import { diskFileStore } from '../../../src/disk/file-store.ts'
import type { BatchFile } from '../../../src/domain/bulk/batch.ts'
import type { FoundFolder } from '../../../src/ingest/bulk/plan-batch.ts'
import { kindReader } from '../../../src/tools/kind-of-file.ts'
import { aFolder } from '../../support/process.ts'

const maxFile = 1000

/** A folder with two papers, each in a folder of its own, that was listed; `meanwhile` happens when a copy of one begins. */
async function listed(home: string, meanwhile: () => Promise<unknown> = async () => {}) {
  const papers = join(home, 'papers')
  for (const box of ['one', 'two']) {
    await mkdir(join(papers, box), { recursive: true })
    await writeFile(join(papers, box, 'a.txt'), `A paper of box ${box}.`)
  }
  const walking = { kindOf: kindReader(), maxFile, except: [], manifest: null }
  const found: FoundFolder['files'][number][] = []
  for await (const { files } of walkFolder(papers, walking)) found.push(...files)
  const store = diskFileStore(join(home, 'archive'))
  const incoming = async () => {
    const path = await store.incoming()
    await meanwhile()
    return path
  }
  const source = folderSource(papers, { ...store, incoming }, maxFile)
  const files = found.map(
    (one): BatchFile => ({ ...one, role: 'transcription', state: 'listed', sha256: null }),
  )
  const take = (at: number) => source.take(files[at] as BatchFile, false)
  const left = () => readdir(join(home, 'archive', 'incoming')).catch(() => [])
  const read = (at: number) => source.read(files[at] as BatchFile, maxFile)
  return { papers, first: join(papers, 'one', 'a.txt'), take, read, left }
}

/** What happens to a file, or to its folder, between listing and reading, and what is said of it. */
const between: Record<string, [(first: string, papers: string) => Promise<unknown>, RegExp]> = {
  'is gone': [(first) => rm(first), /^It is not there any more\.$/],
  'went with its folder': [
    (_, papers) => rm(join(papers, 'one'), { recursive: true }),
    /^It is not there any more\.$/,
  ],
  'is a link by now': [
    async (first, papers) => {
      await rm(first)
      await symlink(join(papers, 'two', 'a.txt'), first)
    },
    /^It is a link by now: it is not followed\.$/,
  ],
  'lies behind a link by now': [
    async (_, papers) => {
      await rm(join(papers, 'one'), { recursive: true })
      await symlink(join(papers, 'two'), join(papers, 'one'))
    },
    /^It lies behind a link by now: it is not followed\.$/,
  ],
  'is a folder by now': [
    async (first) => {
      await rm(first)
      await mkdir(first)
    },
    /^It is no file any more\.$/,
  ],
  'is a pipe by now': [
    async (first) => {
      await rm(first)
      execFileSync('mkfifo', [first])
    },
    /^It is no file any more\.$/,
  ],
  'was emptied': [(first) => truncate(first), /^It is empty: there is nothing to keep\.$/],
  'has become too large': [
    (first) => appendFile(first, 'x'.repeat(maxFile)),
    /^It is larger than 1000 bytes, the most that this archive takes/,
  ],
}

/** What happens to a file while it is copied. */
const meanwhile: Record<string, (first: string) => Promise<unknown>> = {
  grows: (first) => appendFile(first, 'more'),
  shrinks: (first) => truncate(first, 3),
  'is written over': (first) => writeFile(first, 'B paper of box one.'),
}

describe('a file of a folder that changes', () => {
  test.each(Object.entries(between))('that %s is told, and the next is taken', async (_, [change, says]) => {
    await using home = await aFolder()
    const { papers, first, take } = await listed(home.path)
    await change(first, papers)
    await expect(take(0)).rejects.toMatchObject({
      fault: 'unreadable-file',
      message: expect.stringMatching(says),
    })
    expect(await take(1)).toMatchObject({ received: { name: 'a.txt', bytes: 19 } })
  })

  test.each(Object.entries(meanwhile))(
    'that %s while it is read is not taken, and nothing of it is left',
    async (_, change) => {
      await using home = await aFolder()
      const { take, left } = await listed(home.path, () => change(join(home.path, 'papers', 'one', 'a.txt')))
      await expect(take(0)).rejects.toMatchObject({
        fault: 'unreadable-file',
        message: 'It changed while it was read: run the command again when it is at rest.',
      })
      expect(await left()).toEqual([])
    },
  )

  test('that never ends is read no farther than it reached, for something goes on writing to it', async () => {
    await using home = await aFolder()
    let writing: Promise<unknown> = Promise.resolve()
    const grow = async () => {
      writing = (async () => {
        for (let n = 0; n < 200; n++)
          await appendFile(join(home.path, 'papers', 'one', 'a.txt'), 'x'.repeat(65_536))
      })()
    }
    const { take } = await listed(home.path, grow)
    await expect(take(0)).rejects.toThrow('It changed while it was read')
    await writing
  })

  test('that was replaced before it is read is taken as it is now, whole', async () => {
    await using home = await aFolder()
    const { first, take } = await listed(home.path)
    await writeFile(`${first}.new`, 'Another paper that came in its place.')
    await rename(`${first}.new`, first)
    expect(await take(0)).toMatchObject({ received: { bytes: 37 } })
  })

  test('that was replaced while it is read is taken as it was, whole', async () => {
    await using home = await aFolder()
    const path = join(home.path, 'papers', 'one', 'a.txt')
    const { take } = await listed(home.path, async () => {
      await writeFile(`${path}.new`, 'Another paper that came in its place.')
      await rename(`${path}.new`, path)
    })
    expect(await take(0)).toMatchObject({ received: { bytes: 19 } })
  })

  test('that says what a document is is told by its path, for all its document waits for it', async () => {
    await using home = await aFolder()
    const { first, read } = await listed(home.path)
    expect(Buffer.from(await read(0)).toString()).toBe('A paper of box one.')
    await rm(first)
    await expect(read(0)).rejects.toThrow('one/a.txt is not there any more.')
  })
})

test('a folder that vanishes or becomes a link while the whole is listed is told, and the others are listed', async () => {
  await using home = await aFolder()
  const papers = join(home.path, 'papers')
  for (const box of ['a', 'b', 'c']) {
    await mkdir(join(papers, box), { recursive: true })
    await writeFile(join(papers, box, 'note.txt'), `A note of ${box}.`)
  }
  const told: [string, string[]][] = []
  const walking = { kindOf: kindReader(), maxFile, except: [], manifest: null }
  for await (const { folder, files, others } of walkFolder(papers, walking)) {
    if (folder === '') {
      await rm(join(papers, 'a'), { recursive: true })
      await rm(join(papers, 'b'), { recursive: true })
      await symlink(join(papers, 'c'), join(papers, 'b'))
    }
    told.push([
      folder,
      [...files.map(({ path }) => path), ...others.map(({ path, says }) => `${path} ${says}`)],
    ])
  }
  expect(told).toEqual([
    ['', []],
    ['a', ['a/ The folder is not there any more.']],
    ['b', ['b/ The folder lies behind a link by now: it is not followed.']],
    ['c', ['c/note.txt']],
  ])
})
