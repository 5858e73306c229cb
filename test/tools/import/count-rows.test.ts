import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRows } from '../../../src/tools/import/count-rows.ts'
import { tableReader } from '../../../src/tools/import/read-table.ts'

async function* inPieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

test.each([
  ['', true, 0],
  ['\n\r\n', true, 0],
  ['a,b\n1,2\n', true, 2],
  ['\ufeffa\r\n1\r\n\r\n2', true, 3],
  ['a\r1\r2', true, 3],
  ['a\n"one\n""two""\r\n"\n3', true, 3],
  ['{"a":"\\""}\n \t\n{}\n', false, 2],
])('%j, with quotes %s, has %i rows', async (text, quotes, rows) => {
  for (const size of [1, 2, 100]) expect(await countRows(inPieces(text, size), quotes)).toBe(rows)
})

test('a table has as many rows as are read from it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fonds-count-'))
  const path = join(folder, 'table.csv')
  const cell = fc
    .string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'Š') })
    .map((text) => `"${text.replaceAll('"', '""')}"`)
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 })
  try {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        await writeFile(path, ['title,note', ...rows.map((cells) => cells.join(','))].join('\n'))
        let read = 0
        for await (const _ of tableReader().rows(path)) read++
        expect(await tableReader().count(path)).toBe(read)
      }),
      { numRuns: 100 },
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})
