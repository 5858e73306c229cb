import fc from 'fast-check'
import { expect, test } from 'vitest'
import { to } from '../../../src/web/paths.ts'
import {
  askedOf,
  changed,
  isFiltered,
  scopesIn,
  unfiltered,
  withScope,
} from '../../../src/web/search/asked.ts'

const of = (query: string) => askedOf(new URLSearchParams(query))

test('an address says the same question again, and what it takes for granted is left out', () => {
  const asked = of('q=a+%22b%22&type=order&sort=-date&dates=claimed&undated=true&in=text,annotations')
  expect(asked).toEqual({
    q: 'a "b"',
    type: 'order',
    sort: '-date',
    dates: 'claimed',
    undated: 'true',
    in: 'text,annotations',
  })
  expect(of(to.search(asked).split('?')[1] ?? '')).toEqual(asked)
  expect(of('q=a&sort=relevance&dates=possible&undated=false&in=description,text&match=auto')).toEqual({
    q: 'a',
  })
})

test('what the archive does not know is left out of the question, whatever the address says', () => {
  expect(of('sort=colour&dates=x&in=&undated=yes&match=')).toEqual({ q: '' })
  fc.assert(
    fc.property(fc.webQueryParameters(), (query) => {
      const asked = of(query)
      expect(of(to.search(asked).split('?')[1] ?? '')).toEqual(asked)
    }),
    { numRuns: 40 },
  )
})

test('filters are set and taken away, and the last place to look in stays', () => {
  const asked = changed(of('q=a&type=order&dateFrom=1941'), { type: undefined, creator: 'B' })
  expect(asked).toEqual({ q: 'a', creator: 'B', dateFrom: '1941' })
  expect(isFiltered(asked)).toBe(true)
  expect(isFiltered(unfiltered(asked))).toBe(false)
  const text = withScope(asked, 'description', false)
  expect(scopesIn(text)).toEqual(['text'])
  expect(scopesIn(withScope(text, 'text', false))).toEqual(['text', 'description'])
})
