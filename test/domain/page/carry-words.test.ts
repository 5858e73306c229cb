import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryWords } from '../../../src/domain/page/carry-words.ts'
import { layOut } from '../../../src/domain/page/lay-out.ts'

const frame = { width: 1000, height: 1000 }

/** Lines of words, each letter ten wide, a line every thirty. */
function page(...lines: string[]) {
  return layOut(frame, [
    lines.map((line, row) => {
      let x = 0
      return line.split(' ').map((text) => {
        const box = [x, row * 30, text.length * 10, 20] as const
        x += (text.length + 1) * 10
        return { text, box, confidence: 50 }
      })
    }),
  ])
}

const carried = (lines: string[], content: string) =>
  carryWords(page(...lines), content).words.map(({ start, end, box, confidence }) => [
    content.slice(start, end),
    box,
    confidence,
  ])

describe('the places of words', () => {
  test('are carried over to a corrected text, misread words included', () => {
    expect(carried(['qu1etly, speedi1y', 'and secretly'], 'Quietly, speedily\nand secretly')).toEqual([
      ['Quietly,', [0, 0, 80, 20], null],
      ['speedily', [90, 0, 80, 20], null],
      ['and', [0, 30, 30, 20], null],
      ['secretly', [40, 30, 80, 20], null],
    ])
  })

  test('are shared where one word was read as two, and halved where two were read as one', () => {
    expect(carried(['to morrow morning'], 'tomorrow morning')).toEqual([
      ['tomorrow', [0, 0, 90, 20], null],
      ['morning', [100, 0, 70, 20], null],
    ])
    expect(carried(['verysoon now'], 'very soon now')).toEqual([
      ['very', [0, 0, 40, 20], null],
      ['soon', [40, 0, 40, 20], null],
      ['now', [90, 0, 30, 20], null],
    ])
  })

  test('are left out for words that nothing was read for', () => {
    expect(carried(['families'], 'families [illegible marginal note]').map(([word]) => word)).toEqual([
      'families',
    ])
    expect(carried(['one two'], '')).toEqual([])
  })

  test('are those of the text itself when nothing was corrected, and never stand outside the page', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/)
    const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')))
    fc.assert(
      fc.property(lines, lines, (read, corrected) => {
        const { content, placed } = page(...read)
        const same = carryWords({ content, placed }, content)
        expect(same.words.map(({ box }) => box)).toEqual(placed.words.map(({ box }) => box))
        const text = corrected.join('\n')
        for (const { start, end, box } of carryWords({ content, placed }, text).words) {
          expect(text.slice(start, end)).toMatch(/^\S+$/)
          expect(Math.min(...box)).toBeGreaterThanOrEqual(0)
          expect(box[0] + box[2]).toBeLessThanOrEqual(1000)
        }
      }),
    )
  })
})
