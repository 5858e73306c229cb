import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served } from './client.ts'

describe('what helps to search', () => {
  let it: Served
  let orders: { id: string }[]
  beforeAll(async () => {
    it = await aServedArchive()
    const railway = (n: number) =>
      `The railway wagons of convoy number ${n} waited at the station with the families.`
    orders = []
    for (const n of [1, 2]) {
      orders.push(
        await it.add([railway(n)], {
          title: `Convoy order ${n}`,
          creator: 'Ivan Serov',
          subjects: ['deportation'],
        }),
      )
    }
    await it.add(['The harvest of potatoes was poor this autumn.'], {
      title: 'Harvest report',
      creator: 'Anna Sermuks',
    })
    await it.add(['Secret railway wagons of the hidden convoy waited at the station, and a zeppelin.'], {
      ...{ title: 'Hidden convoy', creator: 'Sergei Hidden', visibility: 'restricted' },
    })
  })
  afterAll(() => it.close())

  const suggest = async (q: string, as: Record<string, string> = nobody) => {
    const reply = await it.get('/suggest', as).query({ q })
    expect(reply.status, reply.text).toBe(200)
    return reply.body.items.map(({ kind, value }: { kind: string; value: string }) => `${kind}: ${value}`)
  }

  test('titles, names, subjects and words are proposed for a beginning', async () => {
    expect(await suggest('conv')).toEqual(['title: Convoy order 1', 'title: Convoy order 2', 'word: convoy'])
    expect(await suggest('convoy ord')).toContain('title: Convoy order 2')
    expect(await suggest('ser')).toEqual([
      'creator: Ivan Serov',
      'creator: Anna Sermuks',
      'word: serov',
      'word: sermuks',
    ])
    expect(await suggest('deport')).toEqual(['subject: deportation', 'word: deportation'])
    expect(await suggest('?!')).toEqual([])
  })

  test('a slip of the finger is allowed for', async () => {
    expect(await suggest('raliw')).toEqual(['word: railway'])
    expect(await suggest('sermu')).toEqual(['creator: Anna Sermuks', 'word: sermuks'])
    expect(await suggest('semru')).toEqual(['creator: Anna Sermuks', 'word: sermuks'])
    expect(await suggest('convpy ord')).toEqual([
      'title: Convoy order 1',
      'title: Convoy order 2',
      'word: order',
    ])
    expect(await suggest('hidedn conv', keeper)).toContain('title: Hidden convoy')
    expect(await suggest('hidedn conv')).toEqual(['word: convoy'])
  })

  test('nothing is proposed that stands only where the reader may not look', async () => {
    expect(await suggest('zepp')).toEqual([])
    expect(await suggest('zepp', keeper)).toEqual(['word: zeppelin'])
    expect(await suggest('hidden')).toEqual([])
    const meant = async (q: string, as: object) =>
      (await it.get('/search', { ...as }).query({ q })).body.didYouMean
    expect(await meant('zepelin', nobody)).toBe(null)
    expect(await meant('zepelin', keeper)).toBe('zeppelin')
  })

  test('a query that finds nothing is answered with one that does', async () => {
    const { body } = await it.get('/search').query({ q: 'railwya "convoy" stattion', match: 'all' })
    expect(body).toMatchObject({ total: { documents: 0 }, didYouMean: 'railway "convoy" station' })
    expect((await it.get('/search').query({ q: body.didYouMean })).body.total.documents).toBe(3)
    const some = await it.get('/search').query({ q: 'railwya wagons' })
    expect(some.body).toMatchObject({ partial: { documents: 3 }, didYouMean: 'railway wagons' })
    expect((await it.get('/search').query({ q: 'xqzvbn' })).body.didYouMean).toBe(null)
    expect((await it.get('/search').query({ q: 'railway' })).body.didYouMean).toBe(null)
  })

  test.each([
    ["'railwya' [stattion]", "'railway' [station]"],
    ['…railwya, zepp OR (stattion)', '…railway, zepp OR (station)'],
    ['(railwya OR xqzvbn) "𝐀 b"', '(railway OR xqzvbn) "𝐀 b"'],
    ['𝐀𝐀 OR railwya', '𝐀𝐀 OR railway'],
    ['title:konvoy -railwya', 'title:convoy -railwya'],
    ['railwya NEAR/3 wagins', 'railway NEAR/3 wagons'],
    ['text:(railwya xqzvbn)', null],
  ])('words are replaced where they stand in a query: %s', async (q, expected) => {
    expect((await it.get('/search').query({ q, match: 'all' })).body.didYouMean).toBe(expected)
  })

  test('documents like one are found, as far as the reader may see them', async () => {
    const like = async (as: Record<string, string>) => {
      const reply = await it.get(`/documents/${orders[0]?.id}/similar`, as)
      expect(reply.status, reply.text).toBe(200)
      return reply.body.items.map(({ document }: { document: { title: string } }) => document.title)
    }
    expect(await like(nobody)).toEqual(['Convoy order 2'])
    expect((await like(keeper)).toSorted()).toEqual(['Convoy order 2', 'Hidden convoy'])
    problem(await it.get('/documents/d-none/similar'), 404, 'not-found')
    problem(await it.get('/suggest'), 400, 'invalid-input')
  })
})
