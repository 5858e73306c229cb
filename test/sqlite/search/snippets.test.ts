import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '../../../src/domain/analysis/analyse.ts'
import { layOut } from '../../../src/domain/page/lay-out.ts'
import { findMatches } from '../../../src/domain/search/matches.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import { aLease, finish } from '../../contract/opened.ts'
import { aDocument, aFile, keeper, somePages } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

const word = fc.constantFrom(
  'night',
  'Night,',
  'ni-',
  'ght',
  'nights',
  'train',
  'the',
  'trėmimus',
  'so',
  '1941',
)
const line = fc.array(word, { minLength: 1, maxLength: 12 })
const q = fc.constantFrom('night', '"night train"', 'nig*', 'tremimus OR train', 'night -so')

test('of a page with boxes the words found are those of its whole text, and its snippet marks some', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 30, maxLength: 60 }), q, async (lines, text) => {
      const opened = openSqlite()
      await opened.write.documents.add(aDocument({ files: [aFile()] }))
      const { token } = await aLease(opened)
      const placing = lines.map((words, y) =>
        words.map((text, x) => ({ text, confidence: null, box: [x * 10, y * 10, 9, 9] as const })),
      )
      const { content, placed } = layOut({ width: 200, height: 600 }, [placing])
      const command = somePages(token, [content], { layer: 'embedded' })
      await opened.write.texts.addPages({
        ...command,
        pages: command.pages.map((page) => ({ ...page, placed })),
      })
      await finish(opened, token)
      const query = parseQuery(text)
      const asked = { query, filter: {}, in: ['text'], match: 'all', transliterate: false } as const
      const { hits } = await opened.search.find({ ...asked, sort: 'added', limit: 20, cursor: null }, keeper)
      const matches = findMatches(query.root, content, analyse(content, null))
      const boxes = placed.words
        .filter(({ start, end }) => matches.some((match) => match.start < end && start < match.end))
        .map(({ box }) => box)
      for (const page of hits.flatMap(({ pages }) => pages)) {
        expect(page.boxes).toEqual(boxes)
        expect(page.snippet).toContain('<mark>')
      }
    }),
    { numRuns: 15 },
  )
})
