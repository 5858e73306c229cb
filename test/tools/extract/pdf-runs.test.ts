import { expect, test } from 'vitest'
import { streamsAtOnce } from '../../../src/tools/extract/pdf-runs.ts'

const asks = { sourceName: 'd0', targetName: 'd0_worker', streamId: 1 }
const tells = { sourceName: 'd0_worker', targetName: 'd0', streamId: 1 }
const request = { ...asks, action: 'GetTextContent', data: { pageIndex: 3 }, desiredSize: 100 }
const runs = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ str: `${from + n}` }))
const bit = (from: number, count: number, styles = {}) => ({
  ...tells,
  stream: 4,
  chunk: { items: runs(from, count), styles, lang: null },
})

test('a page of text comes in one message, however often it is told on', () => {
  const atOnce = streamsAtOnce()
  expect(atOnce(request)).toEqual([{ ...request, desiredSize: 1_000_000_000 }])
  expect(atOnce({ ...asks, stream: 6, desiredSize: 100 })).toEqual([
    { ...asks, stream: 6, desiredSize: 1_000_000_000 },
  ])
  const first = bit(0, 10, { f1: 'serif' })
  expect(atOnce(first)).toEqual([])
  // What the worker told is its own again, to be filled anew.
  Object.assign(first.chunk, { items: [], styles: {} })
  expect(atOnce(bit(10, 12, { f2: 'sans-serif' }))).toEqual([])
  expect(atOnce({ ...tells, stream: 7, success: true })).toEqual([{ ...tells, stream: 7, success: true }])
  expect(atOnce({ ...tells, stream: 3 })).toEqual([
    bit(0, 22, { f1: 'serif', f2: 'sans-serif' }),
    { ...tells, stream: 3 },
  ])
  expect(atOnce({ ...tells, stream: 3 })).toEqual([{ ...tells, stream: 3 }])
})

test('of a very long page so many runs come at once as one call can take', () => {
  const atOnce = streamsAtOnce()
  atOnce(request)
  expect(atOnce(bit(0, 700))).toEqual([])
  expect(atOnce(bit(700, 400))).toEqual([bit(0, 1100)])
  expect(atOnce(bit(1100, 5))).toEqual([])
})

test('other streams are asked for as much as they were, and what is no plain value is copied', () => {
  const atOnce = streamsAtOnce()
  atOnce(request)
  const reader = { ...tells, stream: 6, desiredSize: 1 }
  expect(atOnce(reader)).toEqual([reader])
  expect(atOnce({ ...asks, action: 'GetReader', desiredSize: 1, data: null })).toBeNull()
  expect(atOnce({ ...tells, stream: 5, reason: new Error('spoilt') })).toBeNull()
  expect(atOnce({ ...tells, stream: 4, chunk: new Uint8Array(3) })).toBeNull()
  expect(atOnce({ ...tells, action: 'commonobj', data: {} })).toBeNull()
  expect(atOnce('ready')).toBeNull()
})
