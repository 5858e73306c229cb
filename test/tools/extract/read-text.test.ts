import { open } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { encode } from '../../support/encode.ts'
import { extracted, gather, usual, withFile } from './extracting.ts'

test('a transcription comes page by page with its labels and its words', async () => {
  const read = await extracted('delo.txt', '[p. 12]\nDėl iškeldinimo\n[p. 12v]\niš Lietuvos')
  expect(read.start).toEqual({
    kind: 'start',
    total: 2,
    layer: 'transcription',
    engine: expect.stringContaining('Node'),
    assumed: null,
  })
  expect(read.pages).toEqual([
    {
      filePage: 1,
      label: '12',
      width: null,
      height: null,
      content: 'Dėl iškeldinimo',
      language: null,
      words: 'del iskeldinimo',
    },
    {
      filePage: 2,
      label: '12v',
      width: null,
      height: null,
      content: 'iš Lietuvos',
      language: null,
      words: 'is lietuvos',
    },
  ])
})

test('what was assumed about an old encoding is said', async () => {
  const read = await extracted('prikaz.txt', encode('О порядке проведения операции', 'windows-1251'))
  expect(read.pages[0]?.content).toBe('О порядке проведения операции')
  expect(read.start?.assumed).toBe('read as windows-1251 (no encoding was declared)')
})

test('NULs are stripped, and lone halves of UTF-16 pairs never arrive', async () => {
  const read = await extracted('a.txt', 'Serov\0 Instructions, found in Šiauliai')
  expect(read.pages[0]?.content).toBe('Serov Instructions, found in Šiauliai')
  const lone = await extracted('b.txt', Buffer.from('\ufeffSer\ud800ov', 'utf16le'))
  expect(lone.pages[0]?.content.isWellFormed()).toBe(true)
})

test('an empty text is refused, a blank one is one blank page', async () => {
  await expect(extracted('a.txt', '')).rejects.toThrow('“a.txt” is empty: it has 0 bytes; upload it again')
  const blank = await extracted('a.txt', ' \n')
  expect(blank.pages.map((page) => page.content)).toEqual([''])
})

test('a text of many megabytes arrives whole, in pages of at most 100,000 characters', async () => {
  const line = 'Įsakymas dėl antitarybinių elementų iškeldinimo\n'
  const read = await extracted('long.txt', line.repeat(100_000))
  expect(Math.max(...read.pages.map((page) => page.content.length))).toBeLessThanOrEqual(100_000)
  expect(read.pages.flatMap((page) => page.content.split('\n'))).toHaveLength(100_000)
  expect(read.start?.total).toBe(read.pages.length)
})

test('a text of more than 256 MB is refused before it is read', async () => {
  await withFile('huge.txt', 'x', async (path) => {
    const handle = await open(path, 'r+')
    await handle.truncate(300 * 1024 * 1024)
    await handle.close()
    const file = { path, name: 'huge.txt', mediaType: 'text/plain' }
    await expect(gather(usual.extract(file, new AbortController().signal))).rejects.toThrow(
      '“huge.txt” is a text of 300 MB, more than the 256 MB that can be read; split it into parts.',
    )
  })
})
