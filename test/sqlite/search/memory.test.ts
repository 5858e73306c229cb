import { describe, expect, test } from 'vitest'
import { memoryOf } from '../../../src/sqlite/search/memory.ts'

describe('memory that caches share', () => {
  test('is never more than it may be, and of what is worth the same what was not asked for the longest goes first', () => {
    const memory = memoryOf(100)
    const dropped: number[] = []
    const keeping = {
      bytes: (value: number) => value,
      took: (value: number) => value,
      onDrop: (value: number) => void dropped.push(value),
    }
    const one = memory.cache(keeping)
    const other = memory.cache(keeping)
    one.put('a', 40)
    other.put('a', 30)
    one.put('b', 20)
    expect(one.get('a')).toBe(40)
    other.put('c', 35)
    expect(dropped).toEqual([30])
    expect(memory.figures()).toEqual({ bytes: 95, entries: 3, hits: 1, misses: 0 })
    one.put('huge', 500)
    expect(dropped.slice(1).toSorted()).toEqual([20, 35, 40])
    expect([one.get('huge'), one.get('b'), memory.figures().bytes]).toEqual([500, undefined, 500])
  })

  test('counts a value that has grown anew, and lets go of one that another replaces', () => {
    const memory = memoryOf(100)
    const dropped: object[] = []
    const cache = memory.cache<{ size: number }>({
      bytes: ({ size }) => size,
      took: () => 1,
      onDrop: (value) => dropped.push(value),
    })
    const list = { size: 10 }
    cache.put('list', list)
    list.size = 60
    cache.put('list', list)
    expect([memory.figures().bytes, dropped]).toEqual([60, []])
    cache.put('list', { size: 5 })
    expect([memory.figures().bytes, dropped]).toEqual([5, [list]])
    cache.clear()
    expect(memory.figures()).toMatchObject({ bytes: 0, entries: 0 })
  })

  test('keeps what took long for its room longer than what is soon made again, but not for ever', () => {
    const memory = memoryOf(100)
    const cache = memory.cache<{ size: number; ms: number }>({
      bytes: ({ size }) => size,
      took: ({ ms }) => ms,
    })
    const putOthers = (count: number) => {
      for (let at = 0; at < count; at++) cache.put(`other ${at}`, { size: 30, ms: 3 })
    }
    cache.put('dear', { size: 10, ms: 80 })
    putOthers(50)
    expect(cache.get('dear')).toBeDefined()
    putOthers(50)
    expect(cache.get('dear')).toBeDefined()
    putOthers(300)
    expect(cache.get('dear')).toBeUndefined()
    expect(memory.figures().bytes).toBeLessThanOrEqual(100)
  })

  test('tells how long it took to make what was put in, each time only what came to it', () => {
    const memory = memoryOf(100)
    const cache = memory.cache<{ ms: number }>({ bytes: () => 1, took: ({ ms }) => ms })
    const list = { ms: 2 }
    cache.put('list', list)
    list.ms = 5
    cache.put('list', list)
    cache.put('other', { ms: 1 })
    expect(memory.took()).toBe(6)
  })
})
