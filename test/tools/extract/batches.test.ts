import { expect, test } from 'vitest'
import { batches, type Reading } from '../../../src/tools/extract/batches.ts'

const page = (filePage: number, content: string): Reading => ({
  kind: 'page',
  page: { filePage, label: null, width: null, height: null, content, language: null, words: '' },
})

async function sizes(reading: Iterable<Reading>) {
  const found: number[] = []
  for await (const told of batches(reading)) if (told.kind === 'pages') found.push(told.pages.length)
  return found
}

test('pages travel by the hundred, the rest at the end', async () => {
  const pages = Array.from({ length: 240 }, (_, at) => page(at + 1, 'short'))
  expect(await sizes(pages)).toEqual([100, 100, 40])
})

test('long pages travel in smaller batches, the longest alone', async () => {
  const pages = [1, 2, 3, 4, 5].map((at) => page(at, 'x'.repeat(200_000)))
  expect(await sizes(pages)).toEqual([3, 2])
  expect(await sizes([page(1, 'x'.repeat(600_000)), page(2, 'short')])).toEqual([1, 1])
})

test('a batch does not wait for its last page longer than half a second', async () => {
  async function* slow() {
    for (const at of [1, 2, 3]) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      yield page(at, 'slow')
    }
  }
  const found: number[] = []
  for await (const told of batches(slow())) if (told.kind === 'pages') found.push(told.pages.length)
  expect(found).toEqual([2, 1])
})

test('nothing is read ahead of the batch that is asked for', async () => {
  let read = 0
  function* pages() {
    for (;;) yield page(++read, 'short')
  }
  const asked = batches(pages())
  await asked.next()
  expect(read).toBe(100)
  await asked.return(undefined)
})
