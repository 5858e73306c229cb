import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleQuery } from '../../../src/web/pick/find-things.ts'

test('documents are asked for by words of their titles, and nothing that is typed is an operator', () => {
  expect(titleQuery('Serov Instr')).toBe('title:Serov title:Instr*')
  expect(titleQuery('No. 12')).toBe('title:No title:12')
  expect(titleQuery('"a -b (c')).toBe('title:a title:b title:c')
  expect(titleQuery(' … ')).toBe('')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      expect(titleQuery(typed)).toMatch(/^(title:[\p{L}\p{N}]+( |\*?$))*$/u)
    }),
  )
})
