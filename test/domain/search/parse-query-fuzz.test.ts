import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ArchiveError } from '../../../src/domain/errors.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import type { SearchQuery } from '../../../src/domain/search/query.ts'
import { understood } from '../../../src/domain/search/understood.ts'
import { isLong } from '../../support/long.ts'
import { anyQuery, anyText, smallQuery } from './queries.ts'

const numRuns = isLong ? 500_000 : 5_000
const timeout = isLong ? 300_000 : undefined
const anything = fc.oneof(anyQuery, smallQuery, anyText)

/** The query, or why it is none. Whatever else is thrown breaks the test. */
function read(text: string): SearchQuery | ArchiveError {
  try {
    return parseQuery(text)
  } catch (error) {
    if (error instanceof ArchiveError) return error
    throw error
  }
}

/** What a tree looks for: neither where that was written, nor how, unless that is looked for. */
const meaning = ({ root }: SearchQuery): unknown =>
  JSON.parse(JSON.stringify(root), (_, node) =>
    node?.kind ? { ...node, column: null, text: node.exact ? node.text : null } : node,
  )

describe('on any string', () => {
  test(
    'a query is read, or refused with one sentence and a column within it',
    () => {
      let refused = 0
      fc.assert(
        fc.property(anything, (text) => {
          const fault = read(text)
          if (!(fault instanceof ArchiveError)) return
          refused++
          const column = fault.errors[0]?.column ?? Number.NaN
          expect([fault.fault, fault.errors]).toEqual([
            'invalid-query',
            [{ path: 'q', message: fault.message, column }],
          ])
          expect(Number.isInteger(column) && column >= 1 && column <= [...text].length + 1).toBe(true)
          expect(fault.message).toMatch(/^[\p{Lu}“].{10,}\.$/u)
          expect(fault.message.isWellFormed()).toBe(true)
        }),
        { numRuns },
      )
      expect(refused).toBeGreaterThan(numRuns / 10)
    },
    timeout,
  )

  test(
    'what was understood is a query of the same meaning, and understood the same',
    () => {
      let compared = 0
      fc.assert(
        fc.property(anything, (text) => {
          const query = read(text)
          if (query instanceof ArchiveError) return
          const told = understood({ ...query, skipped: [] })
          if ([...told].length > 1000) return
          compared++
          const again = parseQuery(told)
          expect(meaning(again)).toEqual(meaning(query))
          expect(understood(again)).toBe(told)
        }),
        { numRuns },
      )
      expect(compared).toBeGreaterThan(numRuns / 4)
    },
    timeout,
  )
})
