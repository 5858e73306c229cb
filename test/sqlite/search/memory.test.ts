import { describe, expect, test } from 'vitest'
import { memoryOf } from '../../../src/sqlite/search/memory.ts'

describe('memory that caches share', () => {
  test('is never more than it may be, and what was not asked for the longest goes first', () => {
    const memory = memoryOf(100)
    const dropped: number[] = []
    const one = memory.cache<number>({ bytes: (value) => value, onDrop: (value) => dropped.push(value) })
    const other = memory.cache<number>({ bytes: (value) => value, onDrop: (value) => dropped.push(value) })
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
})
