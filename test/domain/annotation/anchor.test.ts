import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Anchor, makeAnchor, reanchor } from '../../../src/domain/annotation/anchor.ts'
import type { TextSelector } from '../../../src/domain/annotation/target.ts'

const position = (start: number, end: number): TextSelector => ({
  kind: 'position',
  start,
  end,
  refinedBy: [],
})
const quote = (exact: string, prefix = '', suffix = ''): TextSelector => ({
  kind: 'quote',
  exact,
  prefix,
  suffix,
  refinedBy: [],
})

function anchorOf(selectors: TextSelector[], text: string): Anchor {
  const anchor = makeAnchor(selectors, text)
  if ('kind' in anchor) throw new Error(anchor.message)
  return anchor
}

/** The anchor of the nth (from 0) place of a quote. */
function nth(exact: string, n: number, text: string): Anchor {
  let unit = -1
  for (let found = 0; found <= n; found++) unit = text.indexOf(exact, unit + 1)
  const start = [...text.slice(0, unit)].length
  return anchorOf([position(start, start + [...exact].length)], text)
}

const slice = (text: string, start: number, end: number) => [...text].slice(start, end).join('')

const order =
  'The order was signed by General Serov in Moscow. It was sent to Riga, to Tallinn and to Kaunas, where General Serov spoke.'

test('keeps 32 code points of the text around the passage, and how alike its double is', () => {
  const anchor = nth('General Serov', 0, `😀${order}`)
  expect(anchor).toEqual({
    start: 25,
    end: 38,
    exact: 'General Serov',
    prefix: '😀The order was signed by ',
    suffix: ' in Moscow. It was sent to Riga,',
    rival: 2,
  })
  expect(nth('Moscow', 0, order).rival).toBeNull()
})

test('a quote that stands once needs no position, one that stands twice needs its context', () => {
  expect(anchorOf([quote('Moscow')], order)).toMatchObject({ start: 41, end: 47 })
  expect(anchorOf([quote('Moscow', 'some other ', ' words')], order)).toMatchObject({ start: 41 })
  expect(makeAnchor([quote('Serov')], order)).toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('2 times'),
  })
  expect(makeAnchor([quote('Serov', 'Colonel ')], order)).toMatchObject({ kind: 'invalid' })
  expect(makeAnchor([quote('Serov', 'General ')], order)).toMatchObject({ kind: 'invalid' })
  expect(anchorOf([quote('Serov', 'General ', ' spoke')], order).start).toBe(order.lastIndexOf('Serov'))
})

test('a position says which place of a quote is meant; where it disagrees the quote outweighs it', () => {
  const second = order.lastIndexOf('Serov')
  expect(anchorOf([quote('Serov'), position(second, second + 5)], order).start).toBe(second)
  expect(anchorOf([quote('Moscow'), position(0, 6)], order).start).toBe(41)
  expect(anchorOf([quote('Moscow'), position(0, 9999)], order).start).toBe(41)
  expect(anchorOf([quote('Serov', '', ' in'), position(second, second + 5)], order).start).toBe(
    order.indexOf('Serov'),
  )
  expect(makeAnchor([quote('Serov'), position(0, 5)], order)).toMatchObject({ kind: 'invalid' })
})

test('what is refined is selected first', () => {
  const sentence: TextSelector = {
    kind: 'quote',
    exact: 'where General Serov spoke.',
    prefix: '',
    suffix: '',
    refinedBy: [quote('Serov'), position(14, 19)],
  }
  expect(anchorOf([sentence], order).start).toBe(order.lastIndexOf('Serov'))
  const beyond = { ...sentence, refinedBy: [quote('Moscow')] }
  expect(makeAnchor([beyond], order)).toMatchObject({ kind: 'invalid' })
})

test.each([
  ['no selector', []],
  ['an empty quote', [quote('')]],
  ['an empty position', [position(3, 3)]],
  ['a position beyond the text', [position(0, 9999)]],
  ['a quote of other words', [quote('Beria')]],
  ['two passages', [quote('Moscow'), quote('Riga')]],
  ['two positions', [position(0, 3), position(0, 4)]],
  ['too many selectors', Array.from({ length: 21 }, () => quote('Moscow'))],
])('refuses %s with a sentence', (_, selectors) => {
  expect(makeAnchor(selectors, order)).toEqual({ kind: 'invalid', message: expect.stringMatching(/\w.*\.$/) })
})

test('the passage is anchored where the words around it were corrected', () => {
  const anchor = nth('General Serov', 1, order)
  const corrected = order.replace('Kaunas', 'Vilnia').replace('spoke.', 'spake!')
  expect(reanchor(anchor, corrected)).toEqual({ state: 'anchored', start: anchor.start, end: anchor.end })
  const single = nth('Moscow', 0, order)
  expect(reanchor(single, order.replace(/[^Moscow]/g, 'x'))).toMatchObject({
    state: 'anchored',
    start: single.start,
  })
})

test('the passage has moved with its context, though a double stands elsewhere', () => {
  const anchor = nth('General Serov', 1, order)
  const later = `Copy for the archive. ${order}`
  expect(reanchor(anchor, later)).toEqual({ state: 'moved', start: anchor.start + 22, end: anchor.end + 22 })
})

test('in a short text the whole context tells, however little it is', () => {
  expect(reanchor(nth('a', 1, 'a b a c'), 'x a b a c')).toEqual({ state: 'moved', start: 6, end: 7 })
  expect(reanchor(nth('a', 0, 'a b a c'), 'x a b a c')).toEqual({ state: 'moved', start: 2, end: 3 })
})

test('a double that slid into the place of a deleted passage is not taken for it', () => {
  const list = 'Serov, Moscow\nSerov, Riga\nSerov, Tallinn'
  const state = reanchor(nth('Serov', 0, list), 'Serov, Riga\nSerov, Tallinn')
  expect(state).toEqual({
    state: 'ambiguous',
    candidates: [
      { start: 0, end: 5 },
      { start: 12, end: 17 },
    ],
  })
})

test('the double of a passage whose words were corrected is not taken for it', () => {
  const anchor = nth('General Serov', 0, order)
  const state = reanchor(anchor, order.replace('General Serov', 'General Sserov'))
  expect(state).toMatchObject({ state: 'ambiguous', candidates: [{ start: expect.any(Number) }] })
})

test('a look-alike at the old position gives way to the place that has the whole context', () => {
  const anchor = nth('Serov', 0, 'Signed by General Serov, Moscow, on a day that is not known.')
  const replaced = `${'x'.repeat(anchor.start)}Serov${'y'.repeat(40)} Signed by General Serov, Moscow, on a day that is not known.`
  expect(reanchor(anchor, replaced)).toEqual({
    state: 'moved',
    start: replaced.lastIndexOf('Serov'),
    end: replaced.lastIndexOf('Serov') + 5,
  })
})

test('the old position and the old context at two places make it ambiguous', () => {
  const anchor = nth('Serov', 0, 'Signed by General Serov, Moscow, on a day that is not known.')
  const both = 'Signed by General Serov, Minsk. Signed by General Serov, Moscow, on a day that is not known.'
  expect(reanchor(anchor, both)).toMatchObject({
    state: 'ambiguous',
    candidates: [{ start: 18 }, { start: 50 }],
  })
})

test('a passage that was doubled with its context is ambiguous', () => {
  const state = reanchor(
    nth('signed', 0, 'The order was signed.'),
    'Preface. The order was signed. The order was signed.',
  )
  expect(state).toEqual({
    state: 'ambiguous',
    candidates: [
      { start: 23, end: 29 },
      { start: 45, end: 51 },
    ],
  })
})

test('a corrected passage is orphaned, with what now stands between its neighbours to confirm', () => {
  const scanned = order.replace('Moscow', 'Moscovv')
  const anchor = nth('Moscovv', 0, scanned)
  expect(reanchor(anchor, order)).toEqual({
    state: 'orphaned',
    suggestion: { start: 41, end: 47, similarity: 0.67 },
  })
  expect(reanchor(anchor, order.replace('Moscow', 'Brussels'))).toEqual({
    state: 'orphaned',
    suggestion: null,
  })
  expect(reanchor(anchor, '')).toEqual({ state: 'orphaned', suggestion: null })
})

const letters = fc.constantFrom('a', 'b', ' ', '\n', 'e\u0301', '\u0301', '😀', '👩‍👩‍👧', 'Ш', '𐍈')
const texts = fc.array(letters, { maxLength: 120 }).map((parts) => parts.join(''))
/** A text and a passage of it, in code points. */
const passages = fc
  .tuple(texts, texts, fc.array(letters, { minLength: 1, maxLength: 8 }))
  .map(([before, after, exact]) => {
    const start = [...before].length
    const words = exact.join('')
    return {
      before,
      exact: words,
      after,
      text: before + words + after,
      start,
      end: start + [...words].length,
    }
  })
const once = (text: string, exact: string) =>
  text.split(exact).length === 2 && text.indexOf(exact) === text.lastIndexOf(exact)

test('on the text that it was made for every anchor is anchored and its own quote', () => {
  fc.assert(
    fc.property(passages, ({ text, exact, start, end }) => {
      const anchor = anchorOf([position(start, end), quote(exact)], text)
      expect(anchor).toMatchObject({ exact, start, end })
      expect(text).toContain(anchor.prefix + exact + anchor.suffix)
      expect(reanchor(anchor, text)).toEqual({ state: 'anchored', start, end })
    }),
    { numRuns: 500 },
  )
})

test('text inserted before a passage that stands once moves it by just so much', () => {
  fc.assert(
    fc.property(passages, texts, ({ text, exact, start, end }, inserted) => {
      fc.pre(inserted !== '' && once(text, exact) && once(inserted + text, exact))
      const by = [...inserted].length
      expect(reanchor(anchorOf([quote(exact)], text), inserted + text)).toEqual({
        state: 'moved',
        start: start + by,
        end: end + by,
      })
    }),
    { numRuns: 500 },
  )
})

test('a passage that stood once and is deleted is orphaned', () => {
  fc.assert(
    fc.property(passages, ({ text, before, after, exact, start, end }) => {
      fc.pre(once(text, exact) && !(before + after).includes(exact))
      expect(reanchor(anchorOf([position(start, end)], text), before + after).state).toBe('orphaned')
    }),
    { numRuns: 500 },
  )
})

test('of doubles with the same 32 code points around them none is chosen after a shift', () => {
  const around = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), minLength: 32, maxLength: 40 })
  fc.assert(
    fc.property(around, around, fc.constantFrom('|', '||', '| ', '¶¶'), (before, after, between) => {
      const one = `${before}Serov${after}`
      const text = one + between + one
      const state = reanchor(nth('Serov', 1, text), `_${text}`)
      const first = 1 + [...before].length
      const second = first + [...(one + between)].length
      const candidates = [first, second].map((start) => ({ start, end: start + 5 }))
      expect(state).toEqual({ state: 'ambiguous', candidates })
    }),
    { numRuns: 200 },
  )
})

test('whatever became of the text, each place it names is the quote itself, and moved and anchored are no rumour', () => {
  fc.assert(
    fc.property(passages, texts, texts, fc.boolean(), ({ text, exact, start, end }, one, other, keep) => {
      const changed = keep ? one + text.slice(one.length) + exact + other : one + exact + other
      const state = reanchor(anchorOf([position(start, end)], text), changed)
      const places =
        state.state === 'ambiguous' ? state.candidates : state.state === 'orphaned' ? [] : [state]
      expect(places.length).toBeGreaterThan(0)
      for (const place of places) expect(slice(changed, place.start, place.end)).toBe(exact)
      if (state.state === 'anchored') expect(state.start).toBe(start)
      if (state.state === 'moved') expect(state.start).not.toBe(start)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['one letter a hundred thousand times', 'a'.repeat(100_000), 'a'.repeat(40_000)],
  ['ten thousand doubles', 'Serov, wrote 😀 '.repeat(6_250), 'Serov'],
])('a page of %s takes no noticeable time', (_, text, exact) => {
  const started = performance.now()
  const anchor = anchorOf([position(16, 16 + [...exact].length)], text)
  expect(reanchor(anchor, text).state).toBe('anchored')
  const state = reanchor(anchor, `Of it: ${text}`)
  expect(state.state === 'ambiguous' && state.candidates.length <= 100).toBe(true)
  reanchor(anchor, text.replaceAll(exact.slice(0, 3), 'x'))
  expect(performance.now() - started).toBeLessThan(3000)
})
