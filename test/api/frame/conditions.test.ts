import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  expectedVersion,
  judge,
  matchesStrongly,
  matchesWeakly,
  parseTags,
  versionOfEtag,
} from '../../../src/api/conditions.ts'

describe('entity tags', () => {
  test('a list is read with its weak tags, and commas inside quotes do not divide it', () => {
    expect(parseTags('"a", W/"b" ,"c,d"')).toEqual([
      { weak: false, tag: '"a"' },
      { weak: true, tag: '"b"' },
      { weak: false, tag: '"c,d"' },
    ])
    expect(parseTags(' * ')).toBe('*')
  })

  test('what is no entity tag is left out', () => {
    expect(parseTags('abc, "ok", "open')).toEqual([{ weak: false, tag: '"ok"' }])
    expect(parseTags('')).toEqual([])
  })

  test('any list of tags is read back as written', () => {
    const tag = fc.record({
      weak: fc.boolean(),
      tag: fc.stringMatching(/^[!#-~]{0,12}$/).map((text) => `"${text}"`),
    })
    fc.assert(
      fc.property(fc.array(tag), (tags) => {
        expect(parseTags(tags.map(({ weak, tag }) => `${weak ? 'W/' : ''}${tag}`).join(', '))).toEqual(tags)
      }),
    )
  })

  test('any header is read in good time without a throw', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (header) => void parseTags(header)))
    const started = performance.now()
    parseTags('"'.repeat(20_000) + ' ,'.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('If-Match compares strongly, If-None-Match weakly', () => {
    expect(matchesStrongly('W/"a"', '"a"')).toBe(false)
    expect(matchesStrongly('"b", "a"', '"a"')).toBe(true)
    expect(matchesStrongly('"a"', 'W/"a"')).toBe(false)
    expect(matchesWeakly('W/"a"', '"a"')).toBe(true)
    expect(matchesWeakly('"b"', '"a"')).toBe(false)
  })

  test('the star stands for whatever exists, and nothing matches what does not', () => {
    expect([matchesStrongly('*', '"a"'), matchesStrongly('*', null)]).toEqual([true, false])
    expect([matchesWeakly('*', '"a"'), matchesWeakly('*', null)]).toEqual([true, false])
  })
})

describe('the order of conditions', () => {
  const lastModified = new Date('2024-05-02T10:00:00.500Z')
  const current = { etag: '"a"', lastModified }

  test('a failed If-Match goes before If-None-Match', () => {
    expect(judge({ 'if-match': '"b"', 'if-none-match': '"a"' }, current)).toBe('failed')
    expect(judge({ 'if-match': '"a"', 'if-none-match': '"a"' }, current)).toBe('not-modified')
  })

  test('dates count to the second, and only without the tags', () => {
    const at = 'Thu, 02 May 2024 10:00:00 GMT'
    const before = 'Thu, 02 May 2024 09:59:59 GMT'
    expect(judge({ 'if-modified-since': at }, current)).toBe('not-modified')
    expect(judge({ 'if-modified-since': before }, current)).toBe('proceed')
    expect(judge({ 'if-modified-since': at, 'if-none-match': '"b"' }, current)).toBe('proceed')
    expect(judge({ 'if-unmodified-since': before }, current)).toBe('failed')
    expect(judge({ 'if-unmodified-since': before, 'if-match': '"a"' }, current)).toBe('proceed')
    expect(judge({ 'if-modified-since': 'yesterday' }, current)).toBe('proceed')
  })
})

describe('the version that If-Match demands', () => {
  test('comes from a strong tag of version and hash', () => {
    expect(expectedVersion('"7-abc"')).toBe(7)
    expect(versionOfEtag('"12-x-y"')).toBe(12)
  })

  test('no header and the star demand none', () => {
    expect(expectedVersion(null)).toBeNull()
    expect(expectedVersion('*')).toBeNull()
  })

  test('the newest of a list counts', () => {
    expect(expectedVersion('"3-a", "5-b", W/"9-c"')).toBe(5)
  })

  test('weak, foreign and malformed tags match no version', () => {
    for (const header of ['W/"7-abc"', '"abc"', '7-abc', '', '"-1-a"', '"7"', `"${'9'.repeat(30)}-a"`])
      expect(expectedVersion(header), header).toBe('none-match')
  })
})
