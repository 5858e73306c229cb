import { describe, expect, test } from 'vitest'
import { kindByName } from '../../../src/domain/bulk/kind-of-file.ts'
import { readManifest } from '../../../src/domain/bulk/manifest.ts'

async function* rows(...cells: Record<string, unknown>[]) {
  for (const [at, one] of cells.entries()) yield { number: at + 2, cells: one, fault: null }
}
const found = (...paths: string[]) =>
  paths.map((path) => ({ path, kind: kindByName(path) ?? ('other' as const) }))
const pathsOf = ({ files }: { files: readonly { path: string; position: number }[] }) =>
  files.toSorted((a, b) => a.position - b.position).map(({ path }) => path)

describe('a manifest', () => {
  test('says which files make a document, in its own order, and what that is', async () => {
    const manifest = await readManifest(
      rows(
        { path: 'b.jpg', document: 'D1', title: 'A letter', date: '' },
        { path: 'a.jpg', document: 'D1', Date: '1941-06-07' },
        { path: 'report.pdf', title: 'A report', Author: 'Ivan Serov' },
        { path: 'report.txt', document: 'report.pdf', role: 'translation' },
      ),
    )
    const { documents, passedOver } = manifest.group(
      found('a.jpg', 'b.jpg', 'c.jpg', 'report.pdf', 'report.txt'),
    )
    expect(documents.map((document) => [document.name, pathsOf(document), document.cells])).toEqual([
      ['D1', ['b.jpg', 'a.jpg'], { title: 'A letter', date: '1941-06-07' }],
      ['report.pdf', ['report.pdf', 'report.txt'], { title: 'A report', creator: 'Ivan Serov' }],
    ])
    expect(documents[1]?.files.map(({ role }) => role)).toEqual(['scan', 'translation'])
    expect(passedOver).toEqual([{ path: 'c.jpg', says: 'The manifest does not name it.' }])
    expect(manifest.unseen()).toEqual([])
  })

  test('names folders with all that is in them, and a nearer row goes before a farther one', async () => {
    const manifest = await readManifest(
      rows({ path: 'fond 1/', title: 'All' }, { path: 'fond 1/7', title: 'Seven' }, { path: 'gone.pdf' }),
    )
    const one = manifest.group(found('fond 1/p10.jpg', 'fond 1/p9.jpg'))
    const two = manifest.group(found('fond 1/7/p1.jpg'))
    expect(one.documents.map((document) => [document.name, document.title, pathsOf(document)])).toEqual([
      ['fond 1', 'fond 1', ['fond 1/p9.jpg', 'fond 1/p10.jpg']],
    ])
    expect(two.documents.map(({ name }) => name)).toEqual(['fond 1/7'])
    expect(manifest.unseen()).toEqual([
      { path: 'gone.pdf', says: 'Row 4 of the manifest names it, but it is not there.' },
    ])
  })

  test('matches names however they are composed', async () => {
    const manifest = await readManifest(rows({ path: 'Žemė.pdf'.normalize('NFD'), title: 'Land' }))
    expect(manifest.group(found('Žemė.pdf')).documents).toHaveLength(1)
  })

  test.each([
    ['no path', { title: 'x' }, /row 2.*no path/],
    ['an unknown column', { path: 'a', titel: 'x' }, /row 2.*The nearest is “title”/],
    ['a path that leads out', { path: '../a' }, /row 2.*within the folder/],
    ['an absolute path', { path: '/etc/passwd' }, /row 2.*within the folder/],
    ['a role that is none', { path: 'a', role: 'king' }, /row 2.*role “king”/],
  ])('with %s is refused with the row', async (_, cells, says) => {
    await expect(readManifest(rows(cells))).rejects.toThrow(says)
  })

  test('that says two things of one document, or names a file twice, is refused', async () => {
    const twice = rows({ path: 'a', document: 'D', title: 'One' }, { path: 'b', document: 'D', title: 'Two' })
    await expect(readManifest(twice)).rejects.toThrow(/row 3.*another title/)
    await expect(readManifest(rows({ path: 'a' }, { path: './a' }))).rejects.toThrow(/row 3.*names a again/)
    await expect(readManifest(rows())).rejects.toThrow(/has no rows/)
  })
})
