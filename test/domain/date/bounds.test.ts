import { expect, test } from 'vitest'
import { boundsOf } from '../../../src/domain/date/bounds.ts'
import { readEdtf } from '../../../src/domain/date/edtf.ts'

function boundsOfText(text: string) {
  const reading = readEdtf(text)
  if (!reading.ok) throw new Error(reading.message)
  return boundsOf(reading.ranges)
}

test('bounds are the first and the last day', () => {
  expect(boundsOfText('1954')).toEqual({ earliest: '1954-01-01', latest: '1954-12-31' })
  expect(boundsOfText('{1941-02,1943-11}')).toEqual({ earliest: '1941-02-01', latest: '1943-11-30' })
})

test('bounds are null where the date is open', () => {
  expect(boundsOfText('0330-05-11/..')).toEqual({ earliest: '0330-05-11', latest: null })
  expect(boundsOfText('[..1941-06-07]')).toEqual({ earliest: null, latest: '1941-06-07' })
})

test('a date without a day has no bounds', () => {
  expect(boundsOf([])).toEqual({ earliest: null, latest: null })
})
