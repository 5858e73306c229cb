import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Audience } from '../../../src/domain/audience.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import type { SearchIndex, SearchRequest } from '../../../src/ports/search-index.ts'
import { aReadDocument } from '../../contract/opened.ts'
import { aClaim, keeper, now } from '../../support/builders.ts'
import { isLong } from '../../support/long.ts'
import { openSqlite } from '../open.ts'

const words = ['night', 'train', 'wagon']
const reader: Audience = { everything: false, classes: ['public'], today: '2026-01-01' }

const aRequest = fc.record({
  q: fc.constantFrom(
    'night',
    '"night"',
    'night train',
    'night OR wagon',
    'nig*',
    'type:order OR train',
    'night -wagon',
    'title:wagon',
  ),
  audience: fc.constantFrom(keeper, reader),
  filter: fc.constantFrom<SearchRequest['filter']>({}, { type: 'order' }, { language: 'ru' }),
  match: fc.constantFrom<SearchRequest['match']>('all', 'auto'),
  in: fc.constantFrom<SearchRequest['in']>(['text', 'description'], ['text']),
})

const aStep = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    texts: fc.array(fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 }), {
      minLength: 1,
      maxLength: 3,
    }),
    type: fc.constantFrom('order', 'report'),
    language: fc.constantFrom('ru', 'en'),
    visibility: fc.constantFrom('public' as const, 'restricted' as const),
  }),
  fc.record({ do: fc.constant('remove' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('show' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('hide' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('rename' as const), which: fc.nat(), title: fc.constantFrom(...words) }),
)

/** What somebody finds, without scores and what they order: those of a new index know nothing of what is gone. */
async function found(
  index: SearchIndex,
  { q, audience, ...request }: typeof aRequest extends fc.Arbitrary<infer R> ? R : never,
) {
  const all = { sort: 'added', transliterate: true, limit: 100, cursor: null } as const
  const { hits, ...rest } = await index.find({ ...all, ...request, query: parseQuery(q) }, audience)
  const shown = hits.map(({ document, pageHits, missing }) => ({ id: document.id, pageHits, missing }))
  return { ...rest, shown }
}

test('what was found before is found again, and what was written since, as by an index that remembers nothing', async () => {
  const steps = fc.array(aStep, { minLength: 3, maxLength: 8 })
  const requests = fc.array(aRequest, { minLength: 2, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(steps, requests, async (all, asked) => {
      const opened = openSqlite()
      const ids: string[] = []
      for (const step of all) {
        const id = step.do === 'add' ? undefined : ids[step.which % Math.max(1, ids.length)]
        if (step.do === 'add') {
          const { type, language, visibility, texts } = step
          const description = { title: 'A paper', type, language }
          const pages = texts.map((text) => text.join(' '))
          ids.push((await aReadDocument(opened, pages, { visibility, description })).id)
        } else if (id !== undefined) {
          const said = { actor: 'keeper', at: now, id }
          if (step.do === 'remove') {
            await opened.write.documents.remove(said)
            ids.splice(ids.indexOf(id), 1)
          } else if (step.do === 'rename') {
            const claims = [aClaim({ document: id, value: { text: step.title }, rank: 'preferred' })]
            await opened.write.documents.revise({ ...said, claims })
          } else {
            const visibility = step.do === 'show' ? 'public' : 'restricted'
            await opened.write.documents.revise({ ...said, claims: [], visibility })
          }
        }
        for (const request of [...asked, ...asked])
          expect(await found(opened.search, request)).toEqual(await found(opened.reopen(), request))
      }
    }),
    { numRuns: isLong ? 60 : 8 },
  )
})
