import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textPages } from '../../../src/tools/extract/text-pages.ts'

const pages = (text: string) => [...textPages([text])]
const contents = (text: string) => pages(text).map((page) => page.content)

test('a text without page breaks is one page', () => {
  expect(pages('Dėl iškeldinimo\r\niš Lietuvos\r\n')).toEqual([
    { label: null, content: 'Dėl iškeldinimo\niš Lietuvos' },
  ])
})

test('markers name the pages that follow them and are no part of their text', () => {
  expect(pages('[p. 12]\nrecto\n\n[p. 12v]\nverso\n[p. iv]\n[p. 13 об.]\nend')).toEqual([
    { label: '12', content: 'recto' },
    { label: '12v', content: 'verso' },
    { label: 'iv', content: '' },
    { label: '13 об.', content: 'end' },
  ])
})

test('what stands before the first marker is a page of its own unless it is blank', () => {
  expect(pages('Transcribed in 1996\n[p. 1]\ntext').map((page) => page.label)).toEqual([null, '1'])
  expect(pages('\n \n[p. 1]\ntext')).toEqual([{ label: '1', content: 'text' }])
})

test('form feeds part pages, blank ones keep their place, and one at the end opens no page', () => {
  expect(contents('one\ftwo\f\ffour\f')).toEqual(['one', 'two', '', 'four'])
})

test('a marker right behind a form feed opens one page, not two', () => {
  expect(pages('one\f[p. 2]\ntwo\n\f\n[p. 3]\nthree')).toEqual([
    { label: null, content: 'one' },
    { label: '2', content: 'two' },
    { label: '3', content: 'three' },
  ])
})

test('only a line that is nothing but a marker is one', () => {
  const text = 'see [p. 12] there\n[p. illegible]\n[p. 4] and on\n(p. 5)'
  expect(contents(text)).toEqual([text])
})

test('a blank text is one blank page', () => {
  expect(pages(' \n\t\n')).toEqual([{ label: null, content: '' }])
})

test('a long page is cut at the end of a paragraph, else of a line, else of a word, else anywhere between characters', () => {
  const sizes = (text: string) => contents(text).map((content) => content.length)
  const paragraphs = `${'x'.repeat(899)}\n${'y'.repeat(98)}\n\n`.repeat(250)
  expect(sizes(paragraphs)).toEqual([99_998, 99_998, 49_998])
  expect(sizes(`${'x'.repeat(29_999)}\n`.repeat(4))).toEqual([89_999, 29_999])
  expect(sizes('word '.repeat(21_000))).toEqual([99_999, 4_999])
  const smileys = `a${'😀'.repeat(60_000)}`
  expect(contents(smileys).every((content) => content.isWellFormed())).toBe(true)
  expect(contents(smileys).join('')).toBe(smileys)
})

test('only the first part of a page that is cut keeps its label', () => {
  const labels = pages(`[p. 7]\n${'word '.repeat(50_000)}\n[p. 8]\nend`).map((page) => page.label)
  expect(labels).toEqual(['7', null, null, '8'])
})

test('it does not matter in which pieces the text arrives', () => {
  const part = fc.constantFrom('one', ' ', '\n', '\r\n', '\r', '\f', '[p. 12]', '[p. 12v]\n', 'ж', '😀')
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 6 }), { maxLength: 8 }), fc.nat(3), (pieces, cut) => {
      const whole = pieces.map((piece) => piece.join('')).join('')
      const torn = pieces.flatMap((piece) => [piece.join('').slice(0, cut), piece.join('').slice(cut)])
      expect([...textPages(torn)]).toEqual(pages(whole))
    }),
    { numRuns: 400 },
  )
})

test('no text is lost but line ends and blanks at the edges of pages', () => {
  const part = fc.constantFrom('one', 'two ', '\n', '\f', '[p. 12]\n', 'ж')
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('')
      const kept = contents(text).join('').replace(/\s/g, '')
      expect(kept).toBe(text.replace(/(?<=^|\f)[ \t]*\[p\. 12\](?=\n)/gm, '').replace(/\s/g, ''))
    }),
    { numRuns: 300 },
  )
})
