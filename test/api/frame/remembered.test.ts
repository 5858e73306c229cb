import { expect, test } from 'vitest'
import { remembered } from '../../../src/api/remembered.ts'

test('what is remembered is not asked for again, whatever it is, and no more is kept than was said', () => {
  const asked: string[] = []
  const of = remembered((text) => {
    asked.push(text)
    return text === 'none' ? undefined : text.length
  }, 3)
  expect(['a', 'none', 'a', 'none'].map(of)).toEqual([1, undefined, 1, undefined])
  expect(asked).toEqual(['a', 'none'])
  expect(['bb', 'ccc', 'a', 'ccc', 'a'].map(of)).toEqual([2, 3, 1, 3, 1])
  expect(asked).toEqual(['a', 'none', 'bb', 'ccc', 'a'])
})

test('a long text is asked for each time', () => {
  let asked = 0
  const of = remembered(() => ++asked)
  expect([of('a'.repeat(300)), of('a'.repeat(300)), of('a'), of('a')]).toEqual([1, 2, 3, 3])
})

test('what throws is asked again', () => {
  let asked = 0
  const of = remembered(() => {
    if (++asked === 1) throw new Error('once')
    return asked
  })
  expect(() => of('a')).toThrow('once')
  expect([of('a'), of('a')]).toEqual([2, 2])
})
