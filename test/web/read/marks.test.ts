import { expect, test } from 'vitest'
import { noteOf } from '../../../src/web/annotate/note.ts'
import { hitPlaces } from '../../../src/web/read/hit-places.ts'
import { notePlaces } from '../../../src/web/read/note-places.ts'
import { askedOf, keptOnTurning, readAddressOf } from '../../../src/web/read/read-address.ts'
import { markOn } from '../../../src/web/scan/use-mark-clicks.ts'
import { linkWords } from '../../../src/web/text/linked-words.ts'

const content = '📜 by night\nthey left, by night'
const boxes = [
  { start: 2, end: 4, box: [10, 10, 20, 10], confidence: null },
  { start: 5, end: 10, box: [34, 11, 40, 12], confidence: null },
  { start: 11, end: 15, box: [10, 30, 30, 10], confidence: null },
]
const words = linkWords(content, boxes)
const text = { revision: 'r2', content }
const note = (json: object) => noteOf({ id: 'http://x/annotations/a1', ...json })
const anchored = (start: number, end: number, revision = 'r2') =>
  note({ anchor: { state: 'moved', start, end, revision } })

test('what goes over lines is marked line by line on the scan', () => {
  const [place] = notePlaces([anchored(2, 15)], text, words)
  expect(place?.passage).toEqual({ start: 2, end: 15 })
  expect(place?.boxes).toEqual([
    [10, 10, 64, 13],
    [10, 30, 30, 10],
  ])
  const [hit] = hitPlaces({ revision: 'r2', passages: [[5, 15]], boxes: [] }, text, words)
  expect(hit?.boxes).toEqual([
    [34, 11, 40, 12],
    [10, 30, 30, 10],
  ])
})

test('in a text that it does not stand in, an annotation marks nothing', () => {
  expect(notePlaces([anchored(2, 4, 'r1')], text, words)).toEqual([])
  expect(
    notePlaces([note({ anchor: { state: 'orphaned', suggestion: null, revision: 'r2' } })], text, words),
  ).toEqual([])
  expect(notePlaces([anchored(2, 4)], null, [])).toEqual([])
})

test('in the revision that was quoted, words are marked where they stand once', () => {
  const quoted = (quote: string) =>
    note({
      anchor: { state: 'orphaned', suggestion: null, revision: 'r3' },
      archive: { quote, revision: 'r2' },
    })
  expect(notePlaces([quoted('they')], text, words)[0]?.passage).toEqual({ start: 11, end: 15 })
  expect(notePlaces([quoted('by night')], text, words)).toEqual([])
})

test('a region is marked whatever the text', () => {
  const region = note({ target: { selector: { value: 'xywh=pixel:1,2,3,4' } } })
  expect(notePlaces([region], null, [])[0]?.boxes).toEqual([[1, 2, 3, 4]])
})

test('of marks that lie over each other the smallest is clicked on', () => {
  const marks = [
    { id: 'large', box: [0, 0, 100, 100], kind: 'note' },
    { id: 'small', box: [10, 10, 20, 20], kind: 'note' },
  ] as const
  expect([markOn(marks, 15, 15)?.id, markOn(marks, 50, 50)?.id, markOn(marks, 500, 5)]).toEqual([
    'small',
    'large',
    null,
  ])
})

test('an address that asks for an annotation shows all; turning the page leaves it behind', () => {
  const address = readAddressOf(new URLSearchParams('q=night&note=a1&passage=2-4'))
  expect(address).toMatchObject({ notes: true, note: 'a1' })
  expect(askedOf(address)).toMatchObject({ notes: null, note: 'a1', passage: '2-4' })
  expect(askedOf(keptOnTurning(address))).toMatchObject({ q: 'night', notes: true })
  expect(readAddressOf(new URLSearchParams('note= '))).toMatchObject({ notes: false, note: null })
})
