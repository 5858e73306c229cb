import { describe, expect, test } from 'vitest'
import { readPasted } from '../../../src/web/source/read-pasted.ts'
import { draftOfWork } from '../../../src/web/source/work-draft.ts'

describe('works that are pasted', () => {
  test('are read from BibTeX, several at once, without what programs keep for themselves', async () => {
    const [book, article] = await readPasted(
      '@book{p, title={The Lesser {T}error}, author={Parrish, Michael}, year=1996}\n\n@article{q, title={Über {\\"A}}, journaltitle={J}, date={2001-05}}',
    )
    expect(book).toEqual({
      type: 'book',
      title: 'The Lesser Terror',
      author: [{ family: 'Parrish', given: 'Michael' }],
      issued: { 'date-parts': [[1996]] },
      'citation-key': 'p',
    })
    expect(article).toMatchObject({ title: 'Über Ä', 'container-title': 'J' })
  })

  test('are read from CSL-JSON, one or a list', async () => {
    const work = { id: 'x', type: 'book', title: 'T', custom: {}, note: '', author: [] }
    expect(await readPasted(JSON.stringify(work))).toEqual([{ type: 'book', title: 'T' }])
    expect(await readPasted(JSON.stringify([work, work]))).toHaveLength(2)
  })

  test.each([
    ['', /Paste something/],
    ['The Lesser Terror, 1996', /There is no work in this/],
    ['[]', /There is no work in this/],
    ['{"type": "book"', /no JSON/],
    ['[1]', /an object for each work/],
    ['@book{p, title={The', /no BibTeX: /],
    ['@'.repeat(1_000_001), /more than can be read/],
  ])('that cannot be read say why: %.20s', async (text, why) => {
    await expect(readPasted(text)).rejects.toThrow(why)
  })
})

test('a work is typed as text: people a line each, dates in their digits', () => {
  const draft = draftOfWork({
    type: 'book',
    title: 'T',
    author: [{ family: 'Parrish', given: 'Michael' }, { literal: 'NKGB' }],
    issued: { 'date-parts': [[1996, 5], [1997]], circa: true },
    volume: 2,
  })
  expect(draft).toMatchObject({
    author: 'Parrish, Michael\nNKGB',
    issued: 'ca. 1996-05/1997',
    volume: '2',
    editor: '',
  })
})
