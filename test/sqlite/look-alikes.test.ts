import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import { likenessLimit } from '../../src/domain/page/likeness.ts'
import { likenessRows } from '../../src/sqlite/likeness-rows.ts'
import { reindex } from '../../src/sqlite/reindex.ts'
import { sqliteSuggestionReader } from '../../src/sqlite/suggestion-reader.ts'
import { sqliteSuggestionWriter } from '../../src/sqlite/suggestion-writer.ts'
import { newId } from '../../src/tools/ids.ts'
import { aLease, all, aReadDocument, finish } from '../contract/opened.ts'
import { aCorrection, actor, aDocument, aFile, hoursLater, now, somePages } from '../support/builders.ts'
import { isLong } from '../support/long.ts'
import { openSqlite } from './open.ts'

type Opened = ReturnType<typeof openSqlite>

const suggested = async ({ db }: Opened, document: string) =>
  (await sqliteSuggestionReader(db).list({ document }, all)).items.map(
    ({ id, kind, document, other, detail }) => ({
      ...{ id, kind, detail },
      of: [document.id, other.id],
    }),
  )

/** Random numbers that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
const aHash = (random: () => number) =>
  Array.from({ length: 64 }, () => Math.floor(random() * 16).toString(16)).join('')

/** The hash with so many bits turned. */
function turned(hash: string, count: number, random: () => number): string {
  const bits = [...hash].flatMap((digit) => [...Number.parseInt(digit, 16).toString(2).padStart(4, '0')])
  const places = bits.map((_, at) => at).toSorted(() => random() - 0.5)
  for (const at of places.slice(0, count)) bits[at] = bits[at] === '1' ? '0' : '1'
  return Array.from({ length: 64 }, (_, at) =>
    Number.parseInt(bits.slice(at * 4, at * 4 + 4).join(''), 2).toString(16),
  ).join('')
}

async function aScan(opened: Opened, part: Parameters<typeof aFile>[0] = {}) {
  const file = aFile(part)
  const { id } = await aReadDocument(opened, ['', ''], { files: [file] })
  return { id, sha256: file.sha256 }
}

describe('images that look alike', () => {
  test('are suggested, once, and what was dismissed stays so', async () => {
    const opened = openSqlite()
    const { note } = likenessRows(opened.db)
    const random = numbers(1)
    const [one, other, third] = [await aScan(opened), await aScan(opened), await aScan(opened)]
    const likeness = aHash(random)
    note({ sha256: one.sha256, filePage: 2, likeness }, now)
    note({ sha256: third.sha256, filePage: 1, likeness: aHash(random) }, now)
    note({ sha256: other.sha256, filePage: 1, likeness: turned(likeness, 12, random) }, now)
    const found = await suggested(opened, one.id)
    expect(found).toMatchObject([
      { kind: 'same-image', of: [other.id, one.id], detail: { distance: 12, page: expect.any(String) } },
    ])
    expect(await suggested(opened, third.id)).toEqual([])
    await sqliteSuggestionWriter(opened.db).dismiss({ actor, at: now, id: found[0]?.id ?? '' })
    for (const { sha256 } of [one, other]) note({ sha256, filePage: 1, likeness }, now)
    const kept = await sqliteSuggestionReader(opened.db).list({ document: one.id }, all)
    expect(kept.items.map(({ state }) => state)).toEqual(['dismissed'])
  })

  test('are none where a page bears nothing, and made anew they are compared as they are now', async () => {
    const opened = openSqlite()
    const { note } = likenessRows(opened.db)
    const random = numbers(2)
    const [one, other] = [await aScan(opened), await aScan(opened)]
    note({ sha256: one.sha256, filePage: 1, likeness: null }, now)
    note({ sha256: other.sha256, filePage: 1, likeness: null }, now)
    const before = aHash(random)
    note({ sha256: one.sha256, filePage: 1, likeness: before }, now)
    note({ sha256: one.sha256, filePage: 1, likeness: aHash(random) }, now)
    note({ sha256: other.sha256, filePage: 1, likeness: before }, now)
    expect(await suggested(opened, one.id)).toEqual([])
    note({ sha256: one.sha256, filePage: 1, likeness: null }, now)
    note({ sha256: other.sha256, filePage: 1, likeness: null }, now)
    const left = opened.db.prepare(
      'select (select count(*) from likeness) + (select count(*) from likeness_piece)',
    )
    expect(left.pluck().get()).toBe(0)
  })

  test('are found where they stand now, never within one document', async () => {
    const opened = openSqlite()
    const { note } = likenessRows(opened.db)
    const likeness = aHash(numbers(3))
    const one = await aScan(opened)
    note({ sha256: one.sha256, filePage: 1, likeness }, now)
    note({ sha256: one.sha256, filePage: 2, likeness }, now)
    expect(await suggested(opened, one.id)).toEqual([])
    const part = aDocument()
    const change = { actor, at: now, id: newId('r'), from: one.id, witness: null, keep: false }
    await opened.write.pageWork.split({ ...change, choice: { from: 2, to: 2 }, document: part })
    note({ sha256: one.sha256, filePage: 2, likeness }, now)
    expect(await suggested(opened, part.id)).toMatchObject([{ of: [part.id, one.id] }])
  })

  test('are found among many others: nine of ten that differ in 40 bits, all that differ in few', async () => {
    const opened = openSqlite()
    const { note } = likenessRows(opened.db)
    const random = numbers(4)
    const many = isLong ? 100_000 : 2_000
    opened.db.transaction(() => {
      for (let page = 1; page <= many; page++)
        note({ sha256: 'f'.repeat(64), filePage: page, likeness: aHash(random) }, now)
    })()
    const one = await aScan(opened)
    const of = async (bits: number, tries: number) => {
      let found = 0
      for (let at = 0; at < tries; at++) {
        const [likeness, other] = [aHash(random), await aScan(opened)]
        note({ sha256: one.sha256, filePage: 1, likeness }, now)
        note({ sha256: other.sha256, filePage: 1, likeness: turned(likeness, bits, random) }, now)
        found += (await suggested(opened, other.id)).length
      }
      return found
    }
    expect(await of(20, 20)).toBe(20)
    expect(await of(40, 20)).toBeGreaterThanOrEqual(18)
    expect(await of(likenessLimit + 1, 5)).toBe(0)
  })
})

describe('texts', () => {
  const text = (name: string) => Array.from({ length: 80 }, (_, n) => `${name}${n * n}`).join(' ')
  const later = { at: hoursLater(1), before: hoursLater(1), most: 2 }
  const signAll = async ({ write }: Opened) => {
    while (await write.jobs.sign(later));
  }

  test('that are corrected or recognised are compared anew once they are at rest', async () => {
    const opened = openSqlite()
    const { jobs, write } = opened
    const one = await aReadDocument(opened, [text('alpha'), text('beta'), text('gamma')])
    await signAll(opened)
    const two = await aReadDocument(opened, ['', '', '', 'x'])
    const pages = (await opened.texts.pages(two.id, null, all, everybody))?.items ?? []
    for (const [index, name] of ['alpha', 'beta', 'gamma'].entries())
      await write.texts.correct(aCorrection(pages[index]?.id ?? '', text(name)))
    expect([await jobs.signing(hoursLater(-1)), await jobs.signing(hoursLater(1))]).toEqual([false, true])
    expect(await write.jobs.sign({ ...later, before: hoursLater(-1) })).toBe(false)
    expect(await suggested(opened, two.id)).toEqual([])
    await write.jobs.sign(later)
    // A correction in the middle of it is taken in, too.
    await write.texts.correct(aCorrection(pages[0]?.id ?? '', text('alpha')))
    await signAll(opened)
    expect(await suggested(opened, two.id)).toMatchObject([{ kind: 'look-alike', of: [two.id, one.id] }])
    expect(await jobs.signing(hoursLater(1))).toBe(false)
  })

  test('are noted once for all pages that come at once, and not where they are blank', async () => {
    const opened = openSqlite()
    await opened.write.documents.add(aDocument({ files: [aFile()] }))
    const { token } = await aLease(opened)
    const changes = opened.db.prepare<[], number>('select changes from unsigned_text').pluck()
    await opened.write.texts.addPages(somePages(token, [' ', '']))
    expect(changes.all()).toEqual([])
    await opened.write.texts.addPages(somePages(token, ['one', 'two', ''], { first: 3 }))
    expect(changes.all()).toEqual([1])
    await opened.write.texts.addPages(somePages(token, ['three', 'four'], { first: 6 }))
    expect(changes.all()).toEqual([2])
  })

  test('of a file under a job are left alone until it ends', async () => {
    const opened = openSqlite()
    await opened.write.documents.add(aDocument({ files: [aFile()] }))
    const { token } = await aLease(opened)
    await opened.write.texts.addPages(somePages(token, [text('alpha')]))
    expect(await opened.jobs.signing(hoursLater(1))).toBe(false)
    await finish(opened, token)
    expect(await opened.jobs.signing(hoursLater(1))).toBe(true)
  })

  test('of before are compared by a reindex, and so are numbers', async () => {
    const opened = openSqlite()
    const one = await aReadDocument(opened, [text('alpha')])
    const order = aDocument({
      description: { identifiers: [{ scheme: 'number', value: 'Order No. 00771' }] },
    })
    await opened.write.documents.add(order)
    const two = await aReadDocument(opened, [`Приказ № 00771\n${text('alpha')}`])
    opened.db.exec('delete from claim_number; delete from unsigned_text')
    expect(await suggested(opened, two.id)).toEqual([])
    for (const _ of reindex(opened.db, now));
    const kinds = (await suggested(opened, two.id)).map(({ kind, of }) => [kind, of[1]])
    expect(kinds.toSorted()).toEqual([
      ['carries-number', order.id],
      ['look-alike', one.id],
    ])
  })
})
