import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf } from '../../../src/web/text/tables.ts'

/** The blocks of a text: plain ones as they stand, tables row by row. */
const told = (text: string) =>
  blocksOf(text).map(({ start, end, rows }) =>
    rows
      ? rows.map(({ cells, isRule }) => [
          ...cells.map((cell) => text.slice(cell.start, cell.end)),
          ...(isRule ? ['rule'] : []),
        ])
      : text.slice(start, end),
  )

test('lines with tabs between words that follow each other are a table, indented lines and a lone one are none', () => {
  expect(told('Lists\nName\tBorn\nSerov\t\t1905\nend')).toEqual([
    'Lists\n',
    [
      ['Name\t', 'Born\n'],
      ['Serov\t\t', '1905\n'],
    ],
    'end',
  ])
  expect(told('Name\tBorn\tDied\n\t1905\t\nSerov\t\t\n')).toEqual([
    [
      ['Name\t', 'Born\t', 'Died\n'],
      ['\t', '1905\t', '\n'],
      ['Serov\t', '\t', '\n'],
    ],
  ])
  const prose = '\tOnce upon\n\ta time\nName\tBorn\n\tthere was'
  expect(told(prose)).toEqual([prose])
})

test('a table of Markdown is one from its head on, with a rule under that; pipes elsewhere are none', () => {
  expect(told('a | b\n\n| Name | Born |\n|---|:--:|\n| S \\| T | 1905 |\n\nend')).toEqual([
    'a | b\n\n',
    [
      ['| Name |', ' Born |\n'],
      ['|---|', ':--:|\n', 'rule'],
      ['| S \\| T |', ' 1905 |\n'],
    ],
    '\nend',
  ])
})

test('blocks together are the text, and cells together are their table, whatever it is', () => {
  const parts = fc.constantFrom('a', ' ', '\t', '|', '--', '\n', '\\', '📜')
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (some) => {
      const text = some.join('')
      const pieces = blocksOf(text).flatMap(({ start, end, rows }) => {
        if (!rows) return [[start, end]]
        expect([rows[0]?.start, rows.at(-1)?.end]).toEqual([start, end])
        return rows.flatMap(({ cells }) => cells.map((cell) => [cell.start, cell.end]))
      })
      expect(pieces.map(([start, end]) => text.slice(start, end)).join('')).toBe(text)
    }),
  )
})
