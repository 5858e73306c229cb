import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalClaims } from '../../src/domain/citation/claim-set.ts'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

describe('citations', () => {
  let it: Served
  let id: string
  beforeAll(async () => {
    it = await aServedArchive({ FONDS_BASE_URL: 'https://archive.example' })
    const description = { title: 'Serov Instructions', creator: 'Ivan Serov', date: '1941', type: 'report' }
    id = (await it.add(['Page one.', 'Page two.'], { ...description, language: 'en' })).id
  })
  afterAll(() => it.close())
  const cite = async (query = '', as: Record<string, string> = nobody) => {
    const reply = await it.get(`/documents/${id}/citation${query}`, as)
    expect(reply.status, reply.text).toBe(200)
    return reply.body
  }

  test('say the same in four forms, with the hash of the claims and the newest text', async () => {
    const cited = await cite()
    const claims = []
    const [{ id: witness }] = (await it.get(`/documents/${id}`)).body.witnesses
    for (const path of [`/documents/${id}`, `/witnesses/${witness}`])
      claims.push(...(await it.get(`${path}/claims?standing=true&limit=100`, nobody)).body.items)
    const hash = createHash('sha256').update(canonicalClaims(claims)).digest('hex')
    const page = (await it.get(`/documents/${id}/pages/2`)).body
    expect(cited).toMatchObject({ claimsHash: hash, textRevision: page.text.revision, changedSince: null })
    const address = `https://archive.example/documents/${id}`
    expect(cited.sentence).toContain(`Ivan Serov, “Serov Instructions”, 1941. ${address} (as described on `)
    expect(cited.csl).toMatchObject({ type: 'report', URL: address, issued: { 'date-parts': [[1941]] } })
    expect(cited.bibtex).toContain(`@report{fonds-${id},`)
    expect(cited.ris).toContain(`UR  - ${address}\r\n`)
  })

  test('name one page with its revision', async () => {
    const page = (await it.get(`/documents/${id}/pages/1`)).body
    const cited = await cite('?page=1')
    expect(cited.textRevision).toBe(page.text.revision)
    expect(cited.csl).toMatchObject({
      page: '1',
      URL: `https://archive.example/documents/${id}/pages/1?revision=${page.text.revision}`,
    })
    problem(await it.get(`/documents/${id}/citation?page=9`), 404, 'not-found')
    expect(wrongPaths(await it.get(`/documents/${id}/citation?page=0`))).toEqual(['page'])
    expect(wrongPaths(await it.get(`/documents/${id}/citation?claimsHash=xyz`))).toEqual(['claimsHash'])
  })

  test('come in the form that Accept likes best, each with a tag of its own', async () => {
    const forms = [
      ['application/json', 'application/json; charset=utf-8'],
      ['application/x-bibtex', 'application/x-bibtex; charset=utf-8'],
      ['application/x-research-info-systems', 'application/x-research-info-systems; charset=utf-8'],
      ['application/vnd.citationstyles.csl+json', 'application/vnd.citationstyles.csl+json'],
      ['text/plain', 'text/plain; charset=utf-8'],
      ['text/plain;q=0.2, application/x-bibtex;q=0.9, */*;q=0.1', 'application/x-bibtex; charset=utf-8'],
      ['image/png', 'application/json; charset=utf-8'],
    ]
    const tags = new Set()
    for (const [Accept = '', expected] of forms) {
      const reply = await it.get(`/documents/${id}/citation`, { ...keeper, Accept })
      expect([reply.status, reply.headers['content-type']]).toEqual([200, expected])
      expect(reply.headers.vary).toMatch(/\bAccept\b/)
      tags.add(reply.headers.etag)
    }
    expect(tags.size).toBe(5)
  })

  test('tell whether the description has changed since', async () => {
    const before = await cite()
    const short = before.claimsHash.slice(0, 12)
    expect((await cite(`?claimsHash=${short}`)).changedSince).toMatchObject({ changed: false, claims: 0 })
    const at = new Date().toISOString()
    await it.patch(`/documents/${id}`).send({ title: 'On the Procedure', subjects: ['deportation'] })
    for (const query of [`?claimsHash=${before.claimsHash}`, `?claimsHash=${short}`, `?at=${at}`]) {
      const { changedSince, claimsHash } = await cite(query)
      expect(claimsHash).not.toBe(before.claimsHash)
      expect(changedSince).toMatchObject({
        changed: true,
        claims: 2,
        properties: ['subject', 'title'],
        says: '2 claims have changed since: subject, title.',
      })
    }
    expect((await cite(`?claimsHash=${'0'.repeat(64)}`)).changedSince).toMatchObject({ changed: null })
  })

  test('count and hash only what one may see', async () => {
    const hidden = await it.add([], { title: 'Hidden', visibility: 'restricted' })
    const before = await cite()
    const said = await it
      .post(`/documents/${id}/claims`)
      .send({ property: 'confused-with', value: { document: hidden.id } })
    expect(said.status, said.text).toBe(201)
    const query = `?claimsHash=${before.claimsHash}`
    expect((await cite(query)).changedSince).toMatchObject({ changed: false })
    expect((await cite()).claimsHash).toBe(before.claimsHash)
    expect((await cite('', keeper)).claimsHash).not.toBe(before.claimsHash)
    expect((await cite(query, keeper)).changedSince).toMatchObject({ properties: ['confused-with'] })
    problem(await it.get(`/documents/${hidden.id}/citation`, nobody), 404, 'not-found')
  })

  test('have the names of agents, and where the first witness lies', async () => {
    const agent = { kind: 'person', names: ['Berija, Lavrentij'] }
    const { id: author } = (await it.post('/agents').send(agent)).body
    const { id: holder } = (await it.post('/agents').send({ kind: 'corporateBody', names: ['An archive'] }))
      .body
    const collection = { level: 'fonds', title: 'Papers', referenceCode: 'K-1' }
    const { id: lies } = (await it.post('/collections').send(collection)).body
    const { id: other, witnesses } = await it.add([], { title: 'Order', collection: lies })
    await it.patch(`/witnesses/${witnesses[0].id}`).send({ holder: { agent: holder }, shelfmark: '58/7' })
    await it.post(`/documents/${other}/claims`).send({ property: 'author', value: { agent: author } })
    const { body } = await it.get(`/documents/${other}/citation`)
    expect(body.csl).toMatchObject({
      author: [{ family: 'Berija', given: 'Lavrentij' }],
      archive: 'An archive',
      archive_collection: 'Papers',
      archive_location: 'K-1, 58/7',
    })
    expect(body.sentence).toMatch(
      /^Lavrentij Berija, “Order”, undated\. An archive, Papers, K-1, 58\/7\. http/,
    )
  })
})
