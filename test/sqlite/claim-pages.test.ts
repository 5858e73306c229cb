import { expect, test } from 'vitest'
import type { ClaimValue } from '../../src/domain/claim.ts'
import { claimRows } from '../../src/sqlite/claim-rows.ts'
import { aClaim, aDocument, keeper, stranger } from '../support/builders.ts'
import { openSqlite } from './open.ts'

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

test('of ten thousand claims about one document the last page costs what the first does', async () => {
  const { db, write, claims } = openSqlite()
  const { id } = await write.documents.add(aDocument())
  const key = db.prepare<[string], number>('select key from document where id = ?').pluck().get(id) ?? 0
  const rows = claimRows(db)
  db.transaction(() => {
    for (let n = 0; n < 9_999; n++) {
      const value: ClaimValue = n % 2 ? { text: `${n}` } : { document: id }
      rows.add(key, aClaim({ document: id, property: n % 2 ? 'subject' : 'mentions', value }))
    }
  })()
  for (const [audience, filter, count] of [
    [keeper, {}, 10_000],
    [keeper, { standing: true }, 10_000],
    [stranger, { property: 'mentions' }, 5_000],
  ] as const) {
    const seen = new Set<string>()
    const times: number[] = []
    let cursor: string | null = null
    do {
      const started = performance.now()
      const page = await claims.list(audience, { type: 'document', id }, filter, { limit: 100, cursor })
      times.push(performance.now() - started)
      for (const claim of page.items) seen.add(claim.id)
      cursor = page.next
    } while (cursor !== null)
    expect([seen.size, times.length]).toEqual([count, count / 100])
    expect(median(times.slice(-20))).toBeLessThan(5 * median(times.slice(0, 20)) + 1)
  }
})
