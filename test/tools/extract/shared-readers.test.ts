import { expect, test } from 'vitest'
import { childExtractor } from '../../../src/tools/extract/child-extractor.ts'
import { extracted, limits } from './extracting.ts'

const goesOn = () => childExtractor(limits, new URL('./children/goes-on.ts', import.meta.url))

/** The process that read a text, and the first word that it found. */
async function readerOf(text: string, extractor: ReturnType<typeof goesOn>) {
  const { start } = await extracted('a.txt', text, extractor)
  return start?.engine.split(' ') ?? []
}

test('a child goes on to the next small file, and a large one has its own', async () => {
  const extractor = goesOn()
  const [first, word] = await readerOf('first and longer', extractor)
  const [second, shorter] = await readerOf('2nd', extractor)
  const [third] = await readerOf(`large ${'x'.repeat(5 * 1024 * 1024)}`, extractor)
  expect([word, shorter]).toEqual(['first', '2nd'])
  expect(second).toBe(first)
  expect(third).not.toBe(first)
  await extractor.close()
  expect(() => process.kill(Number(first), 0)).toThrow('ESRCH')
})

test('two files at once are read by two children', async () => {
  const extractor = goesOn()
  const [one, other] = await Promise.all(['one', 'other'].map((text) => readerOf(text, extractor)))
  expect([one?.[1], other?.[1]]).toEqual(['one', 'other'])
  expect(one?.[0]).not.toBe(other?.[0])
  await extractor.close()
})

test.each([
  ['crash', 'made its reader crash'],
  ['fail', 'is odd'],
])('a child that a file made %s reads no other', async (word, says) => {
  const extractor = goesOn()
  const [before] = await readerOf('before', extractor)
  await expect(extracted('bad.txt', word, extractor)).rejects.toThrow(says)
  const [after, found] = await readerOf('after', extractor)
  expect(found).toBe('after')
  expect(after).not.toBe(before)
  await extractor.close()
})

test('a child that holds much memory reads no other', async () => {
  const extractor = goesOn()
  const [before] = await readerOf('grow', extractor)
  const [after] = await readerOf('after', extractor)
  expect(after).not.toBe(before)
  await extractor.close()
})

test('what was in a longer file is not in the next, and words are new to each file', async () => {
  const extractor = childExtractor(limits)
  const long = await extracted('a.txt', 'Шяуляй, июнь\fsecond sheet of a letter', extractor)
  const short = await extracted('b.txt', 'Шяуляй', extractor)
  expect(long.pages.map((page) => page.content)).toEqual(['Шяуляй, июнь', 'second sheet of a letter'])
  expect(short.pages.map((page) => page.content)).toEqual(['Шяуляй'])
  await extractor.close()
})
