import { expect, test } from 'vitest'
import { groupFound } from '../../src/ingest/bulk/plan-batch.ts'
import { filesByPath, tryDescription } from '../../src/ingest/bulk/try-description.ts'

test('what is said of a document is found beside it, without looking at all other files of the folder', async () => {
  let looked = 0
  const aFile = (path: string, kind: 'volume' | 'metadata') => ({
    ...{ spelt: path, kind, bytes: 1, changed: 1 },
    get path() {
      looked++
      return path
    },
  })
  const names = Array.from({ length: 50 }, (_, at) => `${at}`)
  const files = names.flatMap((name) => [aFile(`${name}.pdf`, 'volume'), aFile(`${name}.json`, 'metadata')])
  const found = { folder: '', title: 'Papers', files, others: [] }
  const batch = { cells: {}, grouping: 'folder', groupings: {} } as const
  const { documents } = groupFound(found, batch, null)
  const byPath = filesByPath(found)
  const source = {
    take: () => Promise.reject(new Error('Nothing is taken.')),
    read: async () => Buffer.from('{"title":"A title"}'),
  }
  looked = 0
  for (const document of documents)
    expect(await tryDescription(document, byPath, batch, source)).toMatchObject({ row: { refused: false } })
  expect(documents).toHaveLength(50)
  // Once for each, to read it.
  expect(looked).toBe(50)
})
