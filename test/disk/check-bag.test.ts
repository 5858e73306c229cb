import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkBag } from '../../src/disk/check-bag.ts'

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex')
const declared = (version: string) => `BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n`

/** Writes files as they are given: a bag made by hand. */
async function aFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fonds-bag-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

const letter = 'A letter.\n'
const odd = 'data/100 %\nof it.txt'
const manifest = `${hash('sha256', letter)}  data/letter.txt\n${hash('sha256', odd)} data/100 %25%0Aof it.txt\n`
const valid = {
  'bagit.txt': declared('1.0'),
  'bag-info.txt': `Contact-Name: Somebody\nPayload-Oxum: ${letter.length + odd.length}.2\n`,
  'manifest-sha256.txt': manifest,
  'tagmanifest-sha256.txt': `${hash('sha256', declared('1.0'))} bagit.txt\n${hash('sha256', manifest)} manifest-sha256.txt\n`,
  'data/letter.txt': letter,
  [odd]: odd,
}

test('a bag that is as it says is valid, with tag files that no manifest lists', async () => {
  expect(await checkBag(await aFolder({ ...valid, 'notes/why.txt': 'Because.' }))).toEqual({
    faults: [],
    files: 2,
    bytes: letter.length + odd.length,
  })
})

test('an older bag with two manifests, in the manner of md5sum, is valid', async () => {
  const files = {
    'bagit.txt': declared('0.97').replaceAll('\n', '\r\n'),
    'manifest-md5.txt': `${hash('md5', letter).toUpperCase()} *data/letter.txt\r\n`,
    'manifest-sha512.txt': `${hash('sha512', letter)}\tdata/letter.txt`,
    'data/letter.txt': letter,
  }
  expect(await checkBag(await aFolder(files))).toMatchObject({ faults: [], files: 1 })
})

const faulty: [string, Record<string, string>, string[]][] = [
  [
    'a changed file',
    { 'data/letter.txt': 'A ladder.' },
    ['data/letter.txt was changed', 'bag-info.txt says'],
  ],
  [
    'a file that no manifest lists',
    { 'data/more.txt': '' },
    ['data/more.txt is not listed', 'bag-info.txt says'],
  ],
  ['a changed manifest', { 'manifest-sha256.txt': `${manifest}\n` }, ['manifest-sha256.txt was changed']],
  ['another version', { 'bagit.txt': declared('2.0') }, ['version 2.0']],
  ['a wrong sum', { 'bag-info.txt': 'Payload-Oxum: 1.1\n' }, [`it is ${letter.length + odd.length}.2`]],
  [
    'paths that lead out of it',
    { 'manifest-md5.txt': `${'0'.repeat(32)} data/../../letter\n${'0'.repeat(32)} /etc/passwd\n` },
    [
      'manifest-md5.txt, line 1: the path "data/../../letter" leads out',
      'manifest-md5.txt, line 2: the path "/etc/passwd" leads out',
      'data/100 %\nof it.txt is not listed in manifest-md5.txt',
      'data/letter.txt is not listed in manifest-md5.txt',
    ],
  ],
  [
    'a file that is to be fetched',
    {
      'fetch.txt': 'https://example.org/x - data/far.txt\n',
      'manifest-sha256.txt': `${manifest}${'0'.repeat(64)} data/far.txt\n`,
    },
    ['manifest-sha256.txt was changed', 'data/far.txt is yet to be fetched'],
  ],
  [
    'a fetch.txt that writes elsewhere',
    { 'fetch.txt': 'https://example.org/x - ../far.txt\n' },
    ['fetch.txt: "https://example.org/x - ../far.txt" names no file'],
  ],
  [
    'lines that are none',
    { 'manifest-sha1.txt': 'abc data/letter.txt\n' },
    ['line 1: no digest', 'not listed', 'not listed'],
  ],
  [
    'a file twice',
    { 'tagmanifest-md5.txt': `${hash('md5', manifest)} manifest-sha256.txt\n`.repeat(2) },
    ['listed twice'],
  ],
  [
    'an algorithm that nobody knows',
    { 'manifest-rot13.txt': 'ab data/letter.txt' },
    ['nothing is known of rot13'],
  ],
]

test.each(faulty)('%s is named', async (_, change, says) => {
  const { faults } = await checkBag(await aFolder({ ...valid, ...change }))
  expect(faults).toHaveLength(says.length)
  for (const one of says) expect(faults).toContainEqual(expect.stringContaining(one))
})

test('what is missing is named, and links are not followed', async () => {
  const folder = await aFolder(valid)
  await rm(join(folder, 'data/letter.txt'))
  await symlink('/etc/hostname', join(folder, 'data/letter.txt'))
  const { faults } = await checkBag(folder)
  expect(faults).toContain('data/letter.txt is a link: a bag holds files and folders alone.')
  expect(faults).toContain('data/letter.txt is missing.')
  expect((await checkBag(await aFolder({}))).faults).toEqual(['bagit.txt is missing: this is no bag.'])
})
