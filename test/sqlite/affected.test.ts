import { describe, expect, test } from 'vitest'
import type { Claim } from '../../src/domain/claim.ts'
import { noMark } from '../../src/domain/witness/mark.ts'
import { affected, type Changed, refreshAffected } from '../../src/sqlite/affected.ts'
import { newId } from '../../src/tools/ids.ts'
import { aClaim, actor, aDocument, anAgent, now } from '../support/builders.ts'
import { openSqlite } from './open.ts'

async function anArchive() {
  const opened = openSqlite()
  const { write, db } = opened
  const paper = async () => (await write.documents.add(aDocument())).id
  const say = async (document: string, part: Partial<Claim>) =>
    write.claims.add({ actor, at: now, claim: aClaim({ document, ...part }) })
  const named = (changed: Changed) => affected(db)(changed).map(({ id }) => id)
  return { ...opened, paper, say, named }
}

describe('what is affected by a change', () => {
  test('are the documents with a claim that names the thing, or rests on it', async () => {
    const { paper, say, named, write } = await anArchive()
    const [one, two, three] = [await paper(), await paper(), await paper()]
    const { id: agent } = await write.authorities.add(anAgent())
    const source = await write.sources.add({ actor, at: now, id: newId('s'), work: { document: three } })
    await say(one, { property: 'issuer', value: { agent } })
    await say(two, { property: 'answers', value: { document: one } })
    const citation = { source: source.id, locator: null, quote: null, stance: 'states' } as const
    await say(two, { property: 'genre', value: { text: 'x' }, sources: [citation] })
    expect(named({ type: 'agent', id: agent })).toEqual([one])
    expect(named({ type: 'document', id: one })).toEqual([one, two])
    expect(named({ type: 'source', id: source.id })).toEqual([two])
    expect(named({ type: 'document', id: three })).toEqual([two, three])
    expect(named({ type: 'happening', id: 'h-none' })).toEqual([])
  })

  test('are those that name whatever was merged into the thing', async () => {
    const { paper, say, named, write } = await anArchive()
    const [one, two] = [await write.authorities.add(anAgent()), await write.authorities.add(anAgent())]
    const document = await paper()
    await say(document, { property: 'issuer', value: { agent: one.id } })
    expect(named({ type: 'agent', id: two.id })).toEqual([])
    await write.authorities.merge({ actor, at: now, type: 'agent', from: one.id, into: two.id, seen: one.id })
    expect(named({ type: 'agent', id: two.id })).toEqual([document])
  })

  test('are those with a mark that names the thing, and the mark’s own', async () => {
    const { paper, named, write, documents } = await anArchive()
    const document = await paper()
    const witness = (await documents.find(document))?.witnesses[0]?.id ?? ''
    const { id: agent } = await write.authorities.add(anAgent())
    const content = { ...noMark, agent }
    const mark = await write.witnesses.addMark({ actor, at: now, id: newId('m'), witness, content })
    expect(named({ type: 'agent', id: agent })).toEqual([document])
    expect(named({ type: 'mark', id: mark.id })).toEqual([document])
    expect(named({ type: 'witness', id: witness })).toEqual([document])
  })
})

test('what is too much for one transaction is a job, seen until the last document is described', async () => {
  const { paper, say, write, db, documents, jobs } = await anArchive()
  const { id: agent } = await write.authorities.add(anAgent(['Before']))
  const papers: string[] = []
  for (let n = 0; n < 7; n++) papers.push(await paper())
  for (const id of papers) await say(id, { property: 'author', value: { agent } })
  const shown = async () =>
    (await Promise.all(papers.map((id) => documents.find(id)))).filter(
      (document) => document?.description.creator === 'After',
    ).length
  db.prepare("update authority set label = 'After' where id = ?").run(agent)
  refreshAffected(db, 2)({ type: 'agent', id: agent }, now)
  expect([await shown(), await jobs.describing()]).toEqual([2, true])
  refreshAffected(db, 2)({ type: 'agent', id: agent }, now)
  const [job] = (await jobs.list({}, { limit: 10, cursor: null })).items
  expect(job).toMatchObject({ kind: 'describe', state: 'running', done: 0, total: 5 })
  await write.jobs.release({ at: now })
  expect(await jobs.waiting(now)).toBe(false)
  await expect(write.jobs.cancel({ actor, at: now, id: job?.id ?? '' })).rejects.toMatchObject({
    fault: 'conflict',
  })
  await write.jobs.describe({ at: now, most: 3 })
  expect([await shown(), (await jobs.find(job?.id ?? ''))?.done]).toEqual([5, 3])
  await write.jobs.describe({ at: now, most: 3 })
  expect([await shown(), await jobs.describing()]).toEqual([7, false])
  expect(await jobs.find(job?.id ?? '')).toMatchObject({ state: 'done', done: 5, finishedAt: now })
  await write.jobs.describe({ at: now, most: 3 })
  expect((await jobs.list({}, { limit: 10, cursor: null })).items).toHaveLength(1)
})
