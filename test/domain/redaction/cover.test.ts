import { describe, expect, test } from 'vitest'
import { layOut } from '../../../src/domain/page/lay-out.ts'
import { coverOf, pixelsOf } from '../../../src/domain/redaction/cover.ts'
import { masked } from '../../../src/domain/redaction/mask.ts'
import { stretches } from '../../../src/domain/redaction/redaction.ts'

const frame = { width: 1000, height: 1000 }
const aRedaction = (wish: object) => ({
  ...{
    id: 'x',
    regions: [],
    frame: null,
    quotes: [],
    because: '',
    tells: false,
    until: null,
    by: 'a',
    at: '',
  },
  ...wish,
})

/** Lines of words, each letter ten wide, a line every thirty. */
function aPage(id: string, ...lines: string[]) {
  const laid = layOut(frame, [
    lines.map((line, row) => {
      let x = 0
      return line.split(' ').map((text) => {
        const box = [x, row * 30, text.length * 10, 20] as const
        x += (text.length + 1) * 10
        return { text, box, confidence: 50 }
      })
    }),
  ])
  return { id, content: laid.content, placed: laid.placed }
}
const plain = (id: string, content: string) => ({ id, content, placed: null })

type Texts = Parameters<typeof coverOf>[1]
function shown(texts: Texts, ...redactions: ReturnType<typeof aRedaction>[]) {
  const cover = coverOf(redactions, texts)
  return texts.map(({ id, content, placed }) => masked(content, placed, cover.spans.get(id) ?? []).content)
}

describe('what a redaction covers', () => {
  test('a wording is found in every text in any case, and its boxes are black, with a margin', () => {
    const texts = [aPage('v1', 'Jonas met Petras', 'and JONAS left'), plain('v2', 'Jónas came.')]
    const jonas = aRedaction({ quotes: ['jonas'] })
    expect(shown(texts, jonas)).toEqual(['█████ met Petras\nand █████ left', '█████ came.'])
    const black = pixelsOf(coverOf([jonas], texts).areas, frame)
    expect(black).toHaveLength(2)
    expect(black[1]?.[0]).toBeLessThan(40)
    expect(black[1]?.[0] ?? 0).toBeGreaterThan(30)
  })

  test('a region takes words by their boxes, and by their wording where there are none', () => {
    const texts = [aPage('v1', 'Jonas met Petras', 'and Jonas left'), plain('v2', 'Then Petras was met.')]
    const region = aRedaction({ regions: [[110, 5, 20, 5]], frame })
    expect(shown(texts, region)).toEqual(['Jonas met █████\nand Jonas left', 'Then █████ was met.'])
  })

  test('a misread word is covered where another text has its wording', () => {
    const texts = [aPage('v1', 'Jcnas met Petras'), aPage('v2', 'Jonas met Petras')]
    expect(shown(texts, aRedaction({ quotes: ['Jonas'] }))).toEqual(['█████ met Petras', '█████ met Petras'])
  })

  test('what cannot be found in a text, or on the image, is withheld with all of it', () => {
    const texts = [aPage('v1', 'Jonas met Petras'), plain('v2', 'Ivan met him.')]
    const one = aRedaction({ quotes: ['Petras'] })
    expect(shown(texts, one)).toEqual(['Jonas met █████', '█████'])
    expect(coverOf([one], texts).unplaced).toEqual(['v2'])
    expect(coverOf([aRedaction({ quotes: ['Ivan'] })], [plain('v2', 'Ivan met him.')]).areas).toBe(null)
    expect(pixelsOf(null, { width: 3, height: 4 })).toEqual([[0, 0, 3, 4]])
    const both = aRedaction({ quotes: ['Ivan'], regions: [[0, 0, 50, 20]], frame })
    expect(shown(texts, both)).toEqual(['█████ met Petras', '█████ met him.'])
  })

  test('a word without a box goes with the withheld word beside it', () => {
    const { content, placed, id } = aPage('v1', 'Jonas Petraitis met him')
    const text = {
      id,
      content,
      placed: { ...placed, words: placed.words.filter(({ start }) => start !== 6) },
    }
    expect(shown([text], aRedaction({ regions: [[0, 0, 50, 20]], frame }))).toEqual(['█████ met him'])
  })

  test('a region without words touches no text', () => {
    const texts = [aPage('v1', 'Jonas met Petras'), plain('v2', 'Jonas met Petras.')]
    const seal = aRedaction({ regions: [[0, 500, 90, 90]], frame: { width: 2000, height: 1000 } })
    expect(shown(texts, seal)).toEqual(['Jonas met Petras', 'Jonas met Petras.'])
    expect(pixelsOf(coverOf([seal], texts).areas, frame)).toEqual([[0, 500, 45, 90]])
  })

  test('holds for stretches of time, the last of them open where all end', () => {
    const [a, b] = [
      aRedaction({ id: 'a', until: '2030-01-01' }),
      aRedaction({ id: 'b', until: '2031-01-01' }),
    ]
    const told = (today: string, ...all: ReturnType<typeof aRedaction>[]) =>
      stretches(today, all).map(({ from, until, redactions }) => [
        from,
        until,
        redactions.map(({ id }) => id).join(),
      ])
    expect(told('2029-05-05', a, b)).toEqual([
      [null, '2030-01-01', 'a,b'],
      ['2030-01-01', '2031-01-01', 'b'],
      ['2031-01-01', null, ''],
    ])
    expect(told('2030-05-05', a, aRedaction({ id: 'c' }))).toEqual([[null, null, 'c']])
  })
})
