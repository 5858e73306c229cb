import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptReplies } from '../../src/api/kept-replies.ts'
import { aServedArchive, keeper, nobody, type Served } from './client.ts'

type Told = { turn: number; isFinal: boolean }

const copied = <T extends { written: Buffer }>(reply: T): T => ({
  ...reply,
  written: Buffer.from(reply.written),
})

describe('replies that are kept', () => {
  const aKeeper = (most = 1000) => {
    const archive = { version: 1 }
    const { of, figures } = keptReplies<Told>({ version: async () => archive.version }, most)
    let made = 0
    const ask = (name: string, { isFinal = true, meanwhile = () => {} } = {}) =>
      of(
        name,
        async () => {
          meanwhile()
          return { written: Buffer.alloc(100, ++made), told: { turn: made, isFinal } }
        },
        copied,
      )
    return {
      archive,
      of,
      figures,
      ask,
      asked: async (...names: string[]) => (await turns(names, ask)).join(),
    }
  }
  const turns = async (names: readonly string[], ask: (name: string) => Promise<{ told: Told }>) => {
    const found: number[] = []
    for (const name of names) found.push((await ask(name)).told.turn)
    return found
  }

  test('are those that were made, until anything is written', async () => {
    const { archive, ask, asked } = aKeeper()
    expect(await ask('a')).toEqual(await ask('a'))
    expect(await asked('a', 'b', 'a', 'b')).toBe('1,2,1,2')
    archive.version = 2
    expect(await asked('a', 'b', 'a')).toBe('3,4,3')
  })

  test('are not those that are not final, nor those made while something was written', async () => {
    const { archive, ask, asked } = aKeeper()
    await ask('a', { isFinal: false })
    expect(await asked('a')).toBe('2')
    const early = ask('b', { meanwhile: () => void archive.version++ })
    await early
    expect(await asked('b')).toBe('4')
    const late = ask('c', { meanwhile: () => void archive.version++ })
    expect(await asked('d')).toBe('6')
    await late
    expect(await asked('c')).toBe('7')
  })

  test('take so much memory; those that were kept first go first', async () => {
    const { asked } = aKeeper(303)
    expect(await asked('a', 'b', 'c', 'a', 'd')).toBe('1,2,3,1,4')
    expect(await asked('b', 'c', 'd', 'a')).toBe('2,3,4,5')
    expect(await asked('c', 'd', 'a', 'b')).toBe('3,4,5,6')
  })

  test('are counted, with how often they were there', async () => {
    const { archive, figures, asked } = aKeeper(303)
    expect(figures()).toEqual({ bytes: 0, entries: 0, hits: 0, misses: 0 })
    await asked('a', 'b', 'a')
    expect(figures()).toEqual({ bytes: 200, entries: 2, hits: 1, misses: 2 })
    await asked('c', 'd', 'd')
    expect(figures()).toEqual({ bytes: 300, entries: 3, hits: 2, misses: 4 })
    archive.version = 2
    await asked('a')
    expect(figures()).toEqual({ bytes: 100, entries: 1, hits: 2, misses: 5 })
  })

  test('of any size are given back as they were made, and one that is too large is made again', async () => {
    const { of } = keptReplies({ version: async () => 1 }, 1000)
    let made = 0
    const ask = (one: number) =>
      of(
        `${one}`,
        async () => {
          made++
          return { written: Buffer.alloc((one * 37) % 211, one), told: { isFinal: true } }
        },
        copied,
      )
    for (let turn = 0; turn < 2000; turn++) {
      const one = (turn * turn) % 61
      expect((await ask(one)).written).toEqual(Buffer.alloc((one * 37) % 211, one))
    }
    expect(made).toBeLessThan(1900)
    const large = () =>
      of('large', async () => ({ written: Buffer.alloc(1001, ++made), told: { isFinal: true } }), copied)
    expect(await large()).not.toEqual(await large())
  })

  test('are handed over where they lie', async () => {
    const { of } = keptReplies({ version: async () => 1 }, 1000)
    const make = async () => ({ written: Buffer.alloc(100, 1), told: { isFinal: true } })
    const blocks = []
    for (const name of ['a', 'a', 'b', 'b'])
      blocks.push(await of(name, make, ({ written }) => written.buffer))
    expect(blocks[1]).toBe(blocks[3])
    expect(blocks[1]?.byteLength).toBe(1000)
  })

  test('made twice at once are there once', async () => {
    const { ask, asked } = aKeeper(303)
    await Promise.all([ask('a'), ask('a')])
    expect(await asked('b', 'a', 'b')).toBe('3,2,3')
  })
})

describe('a search that is asked again', () => {
  let it: Served
  let first: { id: string }
  beforeAll(async () => {
    it = await aServedArchive()
    first = await it.add(['The night train.'])
    await it.add(['A night in winter.'])
  })
  afterAll(() => it.close())
  const ask = async (query: object, as: Record<string, string> = nobody) => {
    const { headers, body } = await it.get('/search', as).query(query)
    return { tag: headers.etag, ...body }
  }

  test('has the same answer, but for how long it took, and its next page goes on', async () => {
    const before = await ask({ q: 'night', limit: 1 })
    const { tookMs, ...again } = await ask({ q: 'night', limit: 1 })
    expect(before).toMatchObject(again)
    expect(tookMs).toEqual(expect.any(Number))
    const next = await ask({ q: 'night', limit: 1, cursor: again.next })
    const ids = [again, next].flatMap(({ hits }) =>
      hits.map(({ document }: { document: { id: string } }) => document.id),
    )
    expect(new Set(ids).size).toBe(2)
  })

  test('is answered for who asks', async () => {
    expect((await ask({ q: 'train' })).hits[0]).not.toHaveProperty('score')
    expect((await ask({ q: 'train' }, keeper)).hits[0]).toHaveProperty('score')
    expect((await ask({ q: 'train' })).hits[0]).not.toHaveProperty('score')
  })

  test('tells what has come and gone since', async () => {
    const titles = async () => (await ask({ q: 'night' })).total.documents
    expect(await titles()).toBe(2)
    const third = await it.add(['One more night.'])
    expect(await titles()).toBe(3)
    const { headers } = await it.get(`/documents/${third.id}`)
    const hidden = await it
      .patch(`/documents/${third.id}`)
      .set('If-Match', String(headers.etag))
      .send({ visibility: 'restricted' })
    expect(hidden.status, hidden.text).toBe(200)
    expect(await titles()).toBe(2)
    expect((await it.delete(`/documents/${first.id}`)).status).toBeLessThan(300)
    expect(await titles()).toBe(1)
  })
})
