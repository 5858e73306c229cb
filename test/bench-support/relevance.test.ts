import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ndcg, recall, reciprocalRank } from '../bench/relevance-measures.ts'
import { readRelevanceSet } from '../bench/relevance-set.ts'

const grades = new Map([
  ['order', 3],
  ['list', 2],
  ['letter', 1],
  ['map', 0],
])

describe('how well the relevant documents stand', () => {
  test('nDCG is 1 for the best order, by grade and place else, 0 for none', () => {
    expect(ndcg(['order', 'list', 'letter'], grades)).toBe(1)
    const swapped = (2 / 1 + 3 / Math.log2(3)) / (3 / 1 + 2 / Math.log2(3) + 1 / Math.log2(4))
    expect(ndcg(['list', 'order'], grades)).toBeCloseTo(swapped, 12)
    expect(ndcg(['map', 'unjudged'], grades)).toBe(0)
    expect(ndcg(['map', 'order'], grades, 1)).toBe(0)
  })

  test('recall counts what is relevant among the first, the reciprocal rank where the first of it stands', () => {
    expect(recall(['map', 'order', 'letter'], grades)).toBeCloseTo(2 / 3, 12)
    expect(recall(['map', 'order', 'letter'], grades, 2)).toBeCloseTo(1 / 3, 12)
    expect(reciprocalRank(['map', 'unjudged', 'list'], grades)).toBeCloseTo(1 / 3, 12)
    expect(reciprocalRank(['map'], grades)).toBe(0)
  })
})

test('a collection is read with its judged queries alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fonds-relevance-'))
  const lines = (all: object[]) => all.map((each) => JSON.stringify(each)).join('\n')
  try {
    await writeFile(
      join(folder, 'corpus.jsonl'),
      lines([
        { _id: 'a', title: 'Order', text: 'wagons' },
        { id: 2, text: 'night' },
      ]),
    )
    await writeFile(
      join(folder, 'queries.jsonl'),
      lines([
        { _id: 1, text: 'which wagons?' },
        { _id: 2, text: 'unjudged' },
      ]),
    )
    await writeFile(join(folder, 'qrels.tsv'), '1\ta\t2\r\n1\t2\t0\n')
    expect(await readRelevanceSet(folder)).toEqual({
      documents: [
        { id: 'a', title: 'Order', text: 'wagons' },
        { id: '2', title: '', text: 'night' },
      ],
      queries: [
        {
          text: 'which wagons?',
          grades: new Map([
            ['a', 2],
            ['2', 0],
          ]),
        },
      ],
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
