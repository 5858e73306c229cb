import { expect, test } from 'vitest'
import { folderOf, fromPicker } from '../../../src/web/upload/choose/chosen.ts'

const within = (path: string) =>
  Object.defineProperty(new File([], path.slice(path.lastIndexOf('/') + 1)), 'webkitRelativePath', {
    value: path.includes('/') ? path : '',
  })

test('what is chosen has its path; what is hidden, or lies in what is hidden, is left out', () => {
  const paths = ['a/p1.jpg', 'a/.DS_Store', 'a/.git/config', 'a/b/Thumbs.db', 'b.pdf']
  expect(fromPicker(paths.map(within)).files.map(({ path }) => path)).toEqual(['a/p1.jpg', 'b.pdf'])
})

test('the folder is told in which everything lies', () => {
  const named = (...paths: string[]) => folderOf(paths.map((path) => ({ path })))
  expect(named('a/p1.jpg', 'a/b/p2.jpg')).toBe('a')
  expect(named('a/p1.jpg', 'b/p2.jpg')).toBeNull()
  expect(named('p1.jpg')).toBeNull()
  expect(named()).toBeNull()
})
