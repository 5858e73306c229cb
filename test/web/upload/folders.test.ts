import { expect, test } from 'vitest'
import { foldersOf, othersOf, rolesOf } from '../../../src/web/upload/plan/folders.ts'

const planned = (name: string, ...files: [path: string, role: string][]) => ({
  ...{ name, title: name, wrong: null },
  files: files.map(([path, role]) => ({ path, role })),
})

const plan = {
  documents: [
    planned('a/b10/', ['a/b10/p1.jpg', 'scan'], ['a/b10/p1.txt', 'transcription']),
    planned('a/b2/n.txt', ['a/b2/n.txt', 'transcription']),
    planned('a/x.pdf', ['a/x.pdf', 'scan']),
    planned('y.pdf', ['y.pdf', 'scan']),
  ],
  others: [
    { path: 'a/left/z.jpg', state: 'passed-over' as const, message: 'Left out.' },
    { path: 'a/empty.txt', state: 'failed' as const, message: 'Empty.' },
    { path: 'a/odd.json', state: 'passed-over' as const, message: 'Says nothing.' },
  ],
  byManifest: false,
}

test('documents of a plan are shown by their folders, with those that are left out', () => {
  const folders = foldersOf(plan, { 'a/left': 'none', 'a/b2': 'file' }, 'folder')
  expect(folders.map(({ path, grouping, documents }) => [path, grouping, documents.length])).toEqual([
    ['', 'folder', 1],
    ['a', 'folder', 1],
    ['a/b2', 'file', 1],
    ['a/b10', 'folder', 1],
    ['a/left', 'none', 0],
  ])
})

test('what belongs to no document is told, unless it was left out by choice', () => {
  const { failed, passedOver } = othersOf(plan, { 'a/left': 'none' })
  expect(failed.map(({ path }) => path)).toEqual(['a/empty.txt'])
  expect(passedOver.map(({ path }) => path)).toEqual(['a/odd.json'])
})

test('files are told by their roles; a text without a scan is a text', () => {
  const [scanned, text] = plan.documents.map(({ files }) => rolesOf(files))
  expect(scanned).toEqual([
    { role: 'scan', names: ['p1.jpg'] },
    { role: 'transcription', names: ['p1.txt'] },
  ])
  expect(text).toEqual([{ role: 'text', names: ['n.txt'] }])
})
