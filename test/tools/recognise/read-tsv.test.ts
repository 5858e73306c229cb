import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTsv } from '../../../src/tools/recognise/read-tsv.ts'

const row = (...cells: (string | number)[]) => cells.join('\t')

test('words come by paragraph and line, with boxes in the pixels of the picture', () => {
  const tsv = [
    row(
      'level',
      'page_num',
      'block_num',
      'par_num',
      'line_num',
      'word_num',
      'left',
      'top',
      'width',
      'height',
      'conf',
      'text',
    ),
    row(1, 1, 0, 0, 0, 0, 0, 0, 2480, 3508, -1, ''),
    row(5, 1, 1, 1, 1, 1, 10, 20, 31, 12, 96.4, 'Šiauliai'),
    row(5, 1, 1, 1, 1, 2, 50, 20, 30, 12, 12.5, '1941'),
    row(5, 1, 1, 1, 2, 1, 10, 40, 30, 12, 90, 'm.'),
    row(5, 1, 1, 2, 1, 1, 10, 90, 30, 12, 90, 'Byla'),
  ].join('\n')
  expect(readTsv(tsv, { across: 0.5, down: 2 })).toEqual([
    [
      [
        { text: 'Šiauliai', box: [5, 40, 16, 24], confidence: 96 },
        { text: '1941', box: [25, 40, 15, 24], confidence: 13 },
      ],
      [{ text: 'm.', box: [5, 80, 15, 24], confidence: 90 }],
    ],
    [[{ text: 'Byla', box: [5, 180, 15, 24], confidence: 90 }]],
  ])
})

test('whatever is told instead of a table, there are only words with finite boxes', () => {
  const cell = fc.oneof(fc.constantFrom('5', '-1', '', 'NaN', '1e400'), fc.string(), fc.integer().map(String))
  const table = fc.array(fc.array(cell, { maxLength: 14 }).map((cells) => cells.join('\t')))
  fc.assert(
    fc.property(table, (rows) => {
      for (const { box, confidence } of readTsv(rows.join('\n'), { across: 1, down: 1 }).flat(2)) {
        expect(box.every(Number.isFinite)).toBe(true)
        expect(confidence === null || (confidence >= 0 && confidence <= 100)).toBe(true)
      }
    }),
  )
})
