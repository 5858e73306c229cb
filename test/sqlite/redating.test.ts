import { describe, expect, test } from 'vitest'
import type { Claim } from '../../src/domain/claim.ts'
import { refreshAffected } from '../../src/sqlite/affected.ts'
import { claimRows } from '../../src/sqlite/claim-rows.ts'
import { datings } from '../../src/sqlite/datings.ts'
import { documentRows } from '../../src/sqlite/document-rows.ts'
import { redating } from '../../src/sqlite/redating.ts'
import { aClaim, actor, aDocument, anAgent, now } from '../support/builders.ts'
import { openSqlite } from './open.ts'

type Columns = Record<'windows' | 'stated' | 'claimed', string | null> &
  Record<'earliest_day' | 'latest_day', number | null>

function anArchive() {
  const opened = openSqlite()
  const { write, db, documents } = opened
  const paper = async (date?: string) =>
    (await write.documents.add(aDocument({ description: date === undefined ? {} : { date } }))).id
  const say = (document: string, property: string, value: Claim['value'], part: Partial<Claim> = {}) =>
    write.claims.add({ actor, at: now, claim: aClaim({ document, property, value, ...part }) })
  const dateOf = async (id: string) => (await documents.find(id))?.description.date
  const columns = (id: string) =>
    db
      .prepare<[string], Columns>(`select windows, stated, claimed, earliest_day, latest_day from description
        where document = (select key from document where id = ?)`)
      .get(id)
  return { ...opened, paper, say, dateOf, columns }
}

/** Papers that each answer the one before them. */
async function aChain(length: number, archive = anArchive()) {
  const papers: string[] = []
  for (let n = 0; n < length; n++) {
    const id = await archive.paper()
    const before = papers.at(-1)
    if (before !== undefined) await archive.say(id, 'answers', { document: before })
    papers.push(id)
  }
  return { ...archive, papers }
}

describe('the days of a date', () => {
  test('are kept for search: as people see it, as stated, and as claimed by anybody', async () => {
    const { paper, say, columns, write } = anArchive()
    const { id: agent } = await write.authorities.add(
      anAgent(['A body'], { existence: ['1941-02-03', '1943-04-14'] }),
    )
    const id = await paper()
    expect(columns(id)).toEqual({
      windows: null,
      stated: null,
      claimed: null,
      earliest_day: null,
      latest_day: null,
    })
    await say(id, 'issuer', { agent })
    await say(id, 'date', { edtf: '1939-10-11', event: 'signed' }, { rank: 'deprecated' })
    await say(id, 'date', { edtf: '1941-02-03', event: 'written', calendar: 'julian' })
    await say(id, 'date', { edtf: '1950', event: 'received' })
    expect(columns(id)).toEqual({
      windows: '[[2430029,2430029],[2430829,2430829]]',
      stated: '[[2430042,2430042]]',
      claimed: '[[2429548,2429548],[2430042,2430042]]',
      earliest_day: 2430029,
      latest_day: 2430829,
    })
    await say(id, 'date', { edtf: '1941-02-03/..' }, { rank: 'preferred' })
    expect(columns(id)).toMatchObject({
      windows: '[[2430029,null]]',
      stated: '[[2430029,null]]',
      latest_day: null,
    })
  })

  test('are those of its issue where nothing else is known', async () => {
    const { paper, say, columns, dateOf } = anArchive()
    const id = await paper()
    await say(id, 'date', { edtf: '1941-02-03', event: 'issued' })
    expect(await dateOf(id)).toMatchObject({ edtf: '1941-02-03', status: 'stated' })
    expect(columns(id)).toMatchObject({ windows: '[[2430029,2430029]]', stated: null })
  })
})

describe('redating', () => {
  test('gives each document of a chain the date that it has by itself, whatever changed first', async () => {
    const { papers, say, dateOf, db } = await aChain(12)
    const [first = '', last = ''] = [papers[0], papers.at(-1)]
    await say(first, 'date', { edtf: '1900-01-01' })
    await say(last, 'date', { edtf: '1910-01-01' })
    await say(papers[5] ?? '', 'date', { edtf: '1905-01-01' }, { rank: 'preferred' })
    const rows = documentRows(db)
    const reading = datings(db)
    for (const [n, id] of papers.entries()) {
      const row = rows.row(id)
      const { edtf, date } = row ? reading.of(row) : { edtf: null, date: null }
      expect(await dateOf(id)).toMatchObject({ edtf: date?.edtf })
      if (n === 3) expect(edtf).toBe('[1900-01-01..1905-01-01]')
      if (n === 8) expect(edtf).toBe('[1905-01-01..1910-01-01]')
    }
  })

  test('writes nothing where no date has changed', async () => {
    const { papers, db, write } = await aChain(5)
    const changes = () => db.prepare('select count(*) from search_change').pluck().get()
    const before = changes()
    await write.documents.revise({ actor, at: now, id: papers[2] ?? '', claims: [] })
    expect(Number(changes()) - Number(before)).toBe(0)
  })

  test('leaves what is too much to a job, which brings all to one state', async () => {
    const { papers, db, dateOf, jobs, write } = await aChain(9)
    const first = papers[0] ?? ''
    db.prepare("update claim set rank = 'deprecated' where property = 'date'").run()
    await write.claims.add({
      actor,
      at: now,
      claim: aClaim({ document: papers[8] ?? '', property: 'mentions', value: { document: first } }),
    })
    // As if by a writer that may do three at once.
    db.prepare(`insert into claim (id, subject_type, subject, document, property, value, polarity, rank, certainty, nature,
        reasons, sources, recorded_by, recorded_at)
      select 'c-new', 'document', id, key, 'date', '{"edtf":"1900-01-01","event":"written"}', 'asserted', 'preferred',
        'high', 'stated', '[]', '[]', 'x', ? from document where id = ?`).run(now, first)
    refreshAffected(db, 3)({ type: 'document', id: first }, now)
    expect(await jobs.describing()).toBe(true)
    const [job] = (await jobs.list({}, { limit: 1, cursor: null })).items
    expect(job).toMatchObject({ kind: 'describe', state: 'running' })
    await write.jobs.describe({ at: now, most: 100 })
    expect(await jobs.describing()).toBe(false)
    for (const id of papers) expect(await dateOf(id)).toMatchObject({ earliest: '1900-01-01' })
  })

  test('of more than are dated together is finished by a job, and stays within what is certain', async () => {
    const { papers, db, jobs, dateOf, write, say } = await aChain(12)
    const links = datings(db).links
    const start = documentRows(db).row(papers[0] ?? '')
    if (!start) throw new Error('There is no first paper.')
    const few = links.component([start], 4)
    expect(few.documents.map(({ id }) => id)).toEqual(papers.slice(0, 4))
    expect(few.beyond.map(({ id }) => id)).toEqual(papers.slice(4, 5))
    // What lies beyond bounds by its settled date alone.
    await say(papers[4] ?? '', 'date', { edtf: '1905' }, { rank: 'preferred' })
    await say(papers[11] ?? '', 'date', { edtf: '1901' })
    const [one] = datings(db).date(links.component([start], 4))
    expect(one?.dating.windows).toEqual([{ earliest: null, latest: '1905-12-31' }])
    expect(await jobs.describing()).toBe(false)
    const rows = papers.flatMap((id) => documentRows(db).row(id) ?? [])
    db.prepare('update description set windows = null').run()
    redating(db).overdue(rows, now)
    expect(await dateOf(papers[2] ?? '')).toMatchObject({ latest: '1905-12-31' })
    expect(await write.jobs.describe({ at: now, most: 5 })).toBeUndefined()
  })
})

test('a thousand documents that answer one, or were issued by one body, are redated with it', async () => {
  const { write, paper, say, dateOf, jobs, db } = anArchive()
  const { id: agent } = await write.authorities.add(anAgent(['A body'], { existence: ['1900/1950'] }))
  const letter = await paper()
  const answers: string[] = []
  for (let n = 0; n < 1000; n++) {
    const document = aDocument()
    const issuer = aClaim({ document: document.id, property: 'issuer', value: { agent } })
    await write.documents.add({ ...document, claims: [...document.claims, issuer] })
    answers.push(document.id)
  }
  // Related behind the back of what dates them, so that relating them is no part of what is shown.
  const [rows, claims] = [documentRows(db), claimRows(db)]
  for (const id of answers)
    claims.add(
      rows.row(id)?.key ?? null,
      aClaim({ document: id, property: 'answers', value: { document: letter } }),
    )
  const settle = async (what: string, change: () => Promise<unknown>) => {
    const start = performance.now()
    await change()
    const changed = performance.now()
    while (await jobs.describing()) await write.jobs.describe({ at: now, most: 500 })
    console.info(
      `${what}: ${Math.round(changed - start)} ms in the change, ${Math.round(performance.now() - changed)} ms in the job`,
    )
  }
  await settle('a thousand answers', () => say(letter, 'date', { edtf: '1920-01-01' }, { rank: 'preferred' }))
  for (const id of answers) expect((await dateOf(id))?.earliest).toBe('1920-01-01')
  await settle('a thousand issued', () =>
    write.claims.add({
      actor,
      at: now,
      claim: aClaim({
        subject: { type: 'agent', id: agent },
        property: 'existence',
        value: { edtf: '1951/1960' },
      }),
    }),
  )
  for (const id of answers) expect((await dateOf(id))?.latest).toBe('1960-12-31')
}, 120_000)
