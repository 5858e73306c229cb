import { describe, expect, test } from 'vitest'
import { sources } from './sources.ts'

describe('the files of the program', () => {
  const lengths = sources().map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))

  test('have at most 300 lines, and half of them fewer than 100', () => {
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([])
    const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100)
  })

  test('export names, by themselves: no default exports, no barrels', () => {
    for (const { path, text } of sources()) {
      expect(/^export default/m.test(text), path).toBe(false)
      expect(/^export \* from/m.test(text), path).toBe(false)
    }
  })
})
