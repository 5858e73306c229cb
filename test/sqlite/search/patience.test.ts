import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { searchGround } from '../../../src/sqlite/search/ground.ts'
import { memoryOf } from '../../../src/sqlite/search/memory.ts'
import { within } from '../../../src/sqlite/search/patience.ts'
import { reachOf } from '../../../src/sqlite/search/reach.ts'
import { sqliteSearchIndex } from '../../../src/sqlite/search/search-index.ts'
import { aReadDocument } from '../../contract/opened.ts'
import { queriesOf } from '../../domain/search/queries.ts'
import { anAnnotation, keeper } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

const texts = [
  ['a b', 'B c a x', 'abc b'],
  ['c a', 'b a abd', 'B x x a'],
  ['abcd B c', 'a x b'],
  ['b', 'c', 'a b c'],
  ['x', 'a B', 'abd a c b'],
]

async function archive() {
  const opened = openSqlite()
  for (const [at, pages] of texts.entries()) {
    const { id } = await aReadDocument(opened, pages, { description: { title: `t${at} ${pages[0]}` } })
    await opened.write.annotations.add(anAnnotation(id, at % 2 === 0 ? 'a b' : 'B x a'))
  }
  return opened
}

/** A query put to an archive of which nothing has been read yet, by somebody who may see everything. */
function ground(path: string) {
  const db = openForReading(path)
  onTestFinished(() => void db.close())
  return () => {
    const ground = searchGround(db, memoryOf(2 ** 24), { mostForWords: 2 ** 26, heard: null, rowsAtFirst: 3 })
    return (q: string, inTime: (share?: number) => boolean) =>
      ground.asOfNow(() => {
        const reach = reachOf(ground.held, ['page', 'description', 'annotation'], keeper)
        const asked = { upTo: ground.held.readings.last, otherScript: true, inTime }
        const { found, exact } = ground.find(parseQuery(q).named, asked, reach)
        const { rows, documents } = found
        return { rows: [...rows.ids.slice(0, rows.size)], documents: [...(documents ?? [])], exact }
      })
  }
}

const always = () => true
const untilAsked = (times: number) => {
  let asked = 0
  return () => asked++ < times
}

const query = queriesOf(
  fc.constantFrom(
    'a',
    'b',
    'c',
    '"a b"',
    '"c a"',
    'abc*',
    'abc~',
    '"a b"~1',
    '=B',
    'a NEAR/1 b',
    '=B NEAR/2 a',
  ),
  fc.constantFrom('title:a', 'title:=B', 'note:b', 'text:(a b)', 'title:(a OR x)'),
)

describe('time', () => {
  test('is up when it has passed, unless other programs were at work all the while', () => {
    const now = { passed: 5000, worked: 300 }
    const inTime = within(2000, { passed: () => now.passed, worked: () => now.worked })
    const timeAt = (passed: number, worked: number, share?: number) => {
      Object.assign(now, { passed: 5000 + passed, worked: 300 + worked })
      return inTime(share)
    }
    expect(timeAt(9000, 9000)).toBe(true)
    expect([timeAt(1999, 1999), timeAt(2001, 1999), timeAt(2001, 499), timeAt(7999, 499)]).toEqual([
      ...[true, false, true, true],
    ])
    expect([timeAt(8001, 1), timeAt(999, 999, 0.5), timeAt(1001, 999, 0.5), timeAt(1001, 249, 0.5)]).toEqual([
      ...[false, true, false, true],
    ])
  })
})

describe('a query for which there is no more time', () => {
  test('finds nothing that it does not find with time, tells that it is not exact, and all when there is time again', async () => {
    const { path } = await archive()
    const open = ground(path)
    fc.assert(
      fc.property(query, fc.nat({ max: 12 }), (q, times) => {
        const whole = open()(q, always)
        const find = open()
        const some = find(q, untilAsked(times))
        expect(whole.rows).toEqual(expect.arrayContaining(some.rows))
        for (const [key, is] of some.documents.entries()) if (is) expect(whole.documents[key]).toBe(1)
        if (some.exact) expect(some).toEqual(whole)
        expect(find(q, always)).toEqual(whole)
      }),
      { numRuns: 400 },
    )
  })

  test.each(['a -"b c"', 'a -abc*', 'a -c', 'a -abc~', 'a -title:c', '-title:c title:a'])(
    '%s shows nothing that may have to be left out',
    async (q) => {
      const { path } = await archive()
      const find = ground(path)()
      find('a title:a', always)
      const { rows, documents, exact } = find(q, () => false)
      expect([rows, documents.filter(Boolean), exact]).toEqual([[], [], false])
    },
  )

  test('reads only descriptions that may hold what a field is to hold', async () => {
    const opened = openSqlite()
    for (let n = 0; n < 30; n++) await aReadDocument(opened, ['wagon'], { description: { title: `t${n}` } })
    await aReadDocument(opened, ['night'], { description: { title: 'wagon' } })
    const { documents, exact } = ground(opened.path)()('title:wagon', untilAsked(10))
    expect([documents.filter(Boolean).length, exact]).toEqual([1, true])
  })

  test('looks the forms of a word in a field up once', async () => {
    const opened = openSqlite()
    const description = { title: 'The wagons', language: 'en' }
    await aReadDocument(opened, ['The wagon and what the wagons had in them on their way'], { description })
    const asked = (q: string) => {
      let times = 0
      ground(opened.path)()(q, () => ++times > 0)
      return times
    }
    const descriptions = 1
    expect(asked('wagon')).toBeGreaterThan(3)
    expect(asked('title:wagon')).toBe(asked('wagon') + descriptions)
  })

  test('leaves time to look for words like one while words are read', async () => {
    const opened = openSqlite()
    const words = Array.from({ length: 5000 }, (_, n) => `q${n}`)
    await aReadDocument(opened, ['a1 a2', words.join(' ')], { description: { title: 'z' } })
    const { rows, exact } = ground(opened.path)()('a3~', (share = 1) => share === 1)
    expect([rows.length, exact]).toEqual([1, false])
  })

  test('lets nobody think that words stand nowhere, or that documents lack them', async () => {
    const { path } = await archive()
    const db = openForReading(path)
    onTestFinished(() => void db.close())
    const at = (patience: number) => async (q: string) => {
      const asked = { filter: {}, in: ['text'], match: 'auto', sort: 'relevance', limit: 20 } as const
      const request = { ...asked, cursor: null, transliterate: true, query: parseQuery(q) }
      const { total, partial, didYouMean } = await sqliteSearchIndex(db, { patience }).find(request, keeper)
      return { exact: total.exact, partial: partial.documents, didYouMean }
    }
    for (const q of ['abcd a', 'abcx', 'a b c x']) {
      expect(await at(0)(q)).toEqual({ exact: false, partial: 0, didYouMean: null })
    }
    expect(await at(2000)('abcd a')).toEqual({ exact: true, partial: 5, didYouMean: null })
    expect(await at(2000)('abxd')).toMatchObject({ exact: true, didYouMean: 'abcd' })
  })
})
