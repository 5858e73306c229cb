import { describe, expect, test } from 'vitest'
import type { Known, Operation } from '../../../src/domain/page-work/operation.ts'
import { perform } from '../../../src/domain/page-work/perform.ts'

const standing: Record<string, string[]> = {
  here: ['p1', 'p2', 'l1', 'p3', 'p4', 'p5'],
  there: ['q1', 'l2', 'q2', 'q3'],
}
const known: Known = {
  sequenceOf: (witness) => standing[witness] ?? [],
  pagesOfFile: (_, from, to) => ['r1', 'r2', 'r3', 'r4'].slice((from ?? 1) - 1, to ?? 4),
  admitPages: () => {},
  newLeaf: () => 'l9',
}
const done = (...operations: Operation[]) => perform('here', operations, known)
const here = (...operations: Operation[]) =>
  done(...operations)
    .sequences.get('here')
    ?.join(' ')
const numbers = (from: number, to = from) => ({ from, to })

describe('operations', () => {
  test.each<[Operation, string]>([
    [{ op: 'move', choice: numbers(1), after: null }, 'p2 l1 p3 p4 p5 p1'],
    [{ op: 'move', choice: numbers(2, 3), after: 0 }, 'p2 l1 p3 p1 p4 p5'],
    [{ op: 'move', choice: numbers(4, 5), after: 'l1' }, 'p1 p2 l1 p4 p5 p3'],
    [{ op: 'move', choice: { pages: ['p5', 'l1'] }, after: 1 }, 'p1 p5 l1 p2 p3 p4'],
    [{ op: 'move', choice: numbers(2, 4), after: 3 }, 'p1 p2 l1 p3 p4 p5'],
    [{ op: 'remove', choice: numbers(2, 3) }, 'p1 p4 p5'],
    [{ op: 'copy', origin: { witness: 'there', choice: null }, after: 1 }, 'p1 q1 q2 q3 p2 l1 p3 p4 p5'],
    [{ op: 'copy', origin: { file: 'f', from: 2, to: 3 }, after: null }, 'p1 p2 l1 p3 p4 p5 r2 r3'],
    [{ op: 'copy', origin: { pages: ['x', 'y'] }, after: 0 }, 'x y p1 p2 l1 p3 p4 p5'],
    [{ op: 'missing', after: 2, label: '3', note: null }, 'p1 p2 l9 l1 p3 p4 p5'],
    [{ op: 'order', pages: ['p5', 'p4', 'l1', 'p3', 'p2', 'p1'] }, 'p5 p4 l1 p3 p2 p1'],
  ])('%j', (operation, expected) => expect(here(operation)).toBe(expected))

  test('take pages out of another witness, with the leaves missing between them', () => {
    const { sequences } = done({ op: 'take', witness: 'there', choice: numbers(1, 2), after: 1 })
    expect(sequences.get('here')).toEqual(['p1', 'q1', 'l2', 'q2', 'p2', 'l1', 'p3', 'p4', 'p5'])
    expect(sequences.get('there')).toEqual(['q3'])
  })

  test('are done one after the other, each in the state that the ones before it left', () => {
    const moved: Operation = { op: 'move', choice: numbers(1), after: null }
    expect(here(moved, moved)).toBe('l1 p3 p4 p5 p1 p2')
    const { labels } = done(moved, {
      op: 'label',
      choice: numbers(1, 3),
      labelling: { start: '1r', step: 1 },
    })
    expect([...labels]).toEqual([
      ['p2', '1r'],
      ['p3', '1v'],
      ['p4', '2r'],
    ])
  })

  test('that mark a leaf, or say something else of one, keep what is said', () => {
    const said = { label: '12r', note: 'Cut out.' }
    expect(done({ op: 'missing', after: null, ...said }).leaves.get('l9')).toEqual(said)
    const described = done({ op: 'describe', leaf: 'l1', ...said })
    expect([described.leaves.get('l1'), described.sequences.size]).toEqual([said, 0])
  })

  test.each<[Operation, string, string]>([
    [{ op: 'move', choice: numbers(6), after: 0 }, 'invalid-input', 'operations.0.from'],
    [{ op: 'move', choice: numbers(3, 2), after: 0 }, 'invalid-input', 'operations.0.to'],
    [{ op: 'move', choice: numbers(1), after: 9 }, 'invalid-input', 'operations.0.after'],
    [{ op: 'move', choice: numbers(1), after: 'q1' }, 'invalid-input', 'operations.0.after'],
    [{ op: 'remove', choice: { pages: ['p1', 'q1'] } }, 'invalid-input', 'operations.0.pages.1'],
    [{ op: 'remove', choice: { pages: ['p1', 'p1'] } }, 'invalid-input', 'operations.0.pages.1'],
    [{ op: 'take', witness: 'here', choice: null, after: 0 }, 'invalid-input', 'operations.0.witness'],
    [{ op: 'copy', origin: { pages: ['p1'] }, after: 0 }, 'conflict', ''],
    [{ op: 'order', pages: ['p1', 'p2'] }, 'invalid-input', 'pages'],
    [{ op: 'order', pages: ['p1', 'x'] }, 'invalid-input', 'pages.1'],
    [{ op: 'describe', leaf: 'p1', label: null, note: null }, 'invalid-input', 'operations.0.leaf'],
    [{ op: 'describe', leaf: 'l2', label: null, note: null }, 'invalid-input', 'operations.0.pages.0'],
    [
      { op: 'label', choice: numbers(1, 2), labelling: { labels: ['1'] } },
      'invalid-input',
      'operations.0.labels',
    ],
    [
      { op: 'label', choice: numbers(1, 2), labelling: { start: 'cover', step: 1 } },
      'invalid-input',
      'operations.0.start',
    ],
  ])('that cannot be done say so: %j', (operation, fault, path) => {
    const errors = path === '' ? [] : [{ path, message: expect.any(String) }]
    expect(() => done(operation)).toThrow(expect.objectContaining({ fault, errors }))
  })
})
