import { expect, test } from 'vitest'
import type { ReadBlock } from '../../../src/domain/page/lay-out.ts'
import { findTurn } from '../../../src/tools/recognise/find-turn.ts'
import type { Turn } from '../../../src/tools/recognise/turn-page.ts'

const read = (text: string, confidence: number): ReadBlock[] => [
  [text.split(' ').map((word) => ({ text: word, box: [0, 0, 1, 1], confidence }))],
]
const said = 'The list of families was drawn up'

/** What is read each way; garbage where nothing is said. Tells which ways were asked for. */
async function turnOf(byTurn: Partial<Record<Turn, ReadBlock[]>>) {
  const asked: Turn[] = []
  const turn = await findTurn(async (way) => {
    asked.push(way)
    return byTurn[way] ?? read('uado pue uzog aqj', 30)
  })
  return { turn, asked }
}

test('a page that is surely read as it is is not turned, nor tried', async () => {
  expect(await turnOf({ 0: read(said, 80) })).toEqual({ turn: 0, asked: [0] })
})

test('a page is turned as it is surely read', async () => {
  expect(await turnOf({ 180: read(said, 85) })).toEqual({ turn: 180, asked: [0, 180] })
  expect((await turnOf({ 90: read(said, 85) })).turn).toBe(90)
  expect((await turnOf({ 270: read(said, 85) })).turn).toBe(270)
})

test('a page that is read no better any other way stays as it is: a bad scan, a drawing, an unknown script', async () => {
  expect((await turnOf({ 0: read(said, 50), 180: read(said, 60) })).turn).toBe(0)
  expect((await turnOf({ 0: read('x', 20), 90: read('Il l i', 95) })).turn).toBe(0)
  expect((await turnOf({ 0: [], 90: [], 180: [], 270: [] })).turn).toBe(0)
})
