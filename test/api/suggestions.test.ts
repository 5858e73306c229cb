import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPicture } from '../support/images.ts'
import { aServedArchive, keeper, nobody, type Served } from './client.ts'

let api: Served
beforeAll(async () => {
  api = await aServedArchive()
})
afterAll(() => api.close())

/** A text of so many words that no other name gives. */
const text = (name: string, count = 80) =>
  Array.from({ length: count }, (_, n) => `${name}${n * n}`).join(' ')
const misread = (words: string) => words.replaceAll(/\b(\w*49)\b/g, '$1x')
const all = async (id: string, query = '') =>
  (await api.get(`/documents/${id}/suggestions${query}`)).body.items
/** What the texts are like, whatever their bytes. */
const about = async (id: string, query = '') =>
  (await all(id, query)).filter(({ kind }: { kind: string }) => kind !== 'same-bytes')

describe('suggestions', () => {
  test('tell of a text that is nearly that of another document, once, and apply nothing', async () => {
    const first = await api.add([text('alpha'), text('beta')], { title: 'First', language: 'en' })
    const second = await api.add([misread(text('alpha')), text('beta')], { title: 'Second' })
    await api.add([text('gamma'), text('delta')], { title: 'Another' })
    const [found, ...others] = await about(second.id)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      kind: 'look-alike',
      document: { id: second.id, title: 'Second', language: null },
      other: { id: first.id, title: 'First', language: 'en' },
      state: 'open',
      by: null,
      claim: null,
    })
    expect(found.detail.similarity).toBeGreaterThan(0.8)
    expect(found.detail.similarity).toBeLessThan(1)
    expect(await about(first.id)).toEqual([found])
    const claims = (await api.get(`/documents/${second.id}/claims`)).body.items
    expect(claims.map(({ property }: { property: string }) => property)).toEqual(['title'])
  })

  test('tell of the same text word by word, also in more files of one document', async () => {
    const one = await api.add([text('same')], { title: 'One' })
    const other = await api.add([text('same')], { title: 'Other' })
    expect((await about(other.id))[0].detail).toEqual({ similarity: 1 })
    const file = { name: 'again.txt', type: 'text/plain' }
    await api.post(`/documents/${one.id}/files`).attach('files', Buffer.from(text('same')), file.name)
    await api.idle()
    expect(await about(one.id)).toHaveLength(1)
  })

  test('tell of a heading that carries the number of another document', async () => {
    const order = await api.add([], {
      title: 'An order',
      identifiers: [
        { scheme: 'number', value: '00771' },
        { scheme: 'shelfmark', value: 'EXAMPLE-9/9' },
        { scheme: 'sample', value: 'key-5544' },
      ],
    })
    const paper = await api.add(['Secret\nOrder № 00771 of the body, EXAMPLE-9/9, key-5544'], {
      title: 'A paper',
    })
    expect(await about(paper.id)).toMatchObject([
      {
        kind: 'carries-number',
        other: { id: order.id },
        detail: { number: '00771', line: 'Order № 00771 of the body, EXAMPLE-9/9, key-5544', page: 1 },
      },
    ])
  })

  test('tell of that number however it is written', async () => {
    const order = await api.add([], {
      title: 'Order',
      identifiers: [{ scheme: 'number', value: 'Order No. 00882' }],
    })
    const paper = await api.add(['Приказ НКВД №00882'], { title: 'A paper' })
    expect(await about(paper.id)).toMatchObject([
      { kind: 'carries-number', other: { id: order.id }, detail: { number: '00882' } },
    ])
    const plain = await api.add([], { title: 'Plain', identifiers: [{ scheme: 'number', value: '12/34–с' }] })
    const protocol = await api.add(['Protocol No. 12/34-c'], { title: 'Protocol' })
    expect(await about(protocol.id)).toMatchObject([{ other: { id: plain.id } }])
  })

  test('tell of a file of the same bytes in another document, at once', async () => {
    const bytes = { name: 'scan.txt', bytes: text('bytes') }
    const one = (await api.upload({ title: 'One' }, [bytes, bytes])).body
    expect(await all(one.id)).toEqual([])
    const other = (await api.upload({ title: 'Other' }, [{ ...bytes, name: 'again.txt' }])).body
    const found = await all(other.id)
    expect(found).toMatchObject([
      {
        document: { id: other.id },
        other: { id: one.id },
        detail: { file: other.witnesses[0].files[0].id, otherFile: one.witnesses[0].files[0].id },
      },
    ])
  })

  test('tell of pages whose images look alike, though no byte of them is the same', async () => {
    const picture = (quality: number) => aPicture(400, 600).jpeg({ quality }).toBuffer()
    const scan = async (title: string, quality: number) => {
      const { body } = await api.upload({ title }, [{ name: 'scan.jpg', bytes: await picture(quality) }])
      await api.idle()
      const page = (await api.get(`/documents/${body.id}/pages`)).body.items[0].id
      expect((await api.get(`/iiif/image/3/${page}/info.json`)).status).toBe(200)
      return body.id
    }
    const [one, other] = [await scan('Scan', 90), await scan('Again', 60)]
    const [found] = await all(other)
    expect(found).toMatchObject({ kind: 'same-image', document: { id: other }, other: { id: one } })
    expect(found.detail.distance).toBeLessThan(60)
  }, 60_000)

  test('are settled once: dismissed, or accepted as a claim of the archivist', async () => {
    const one = await api.add([text('settled')], { title: 'One' })
    const two = await api.add([text('settled')], { title: 'Two' })
    const three = await api.add([text('settled')], { title: 'Three' })
    const [dismissed] = await about(two.id, '?state=open&limit=1')
    expect((await api.post(`/suggestions/${dismissed.id}/dismiss`)).body).toMatchObject({
      state: 'dismissed',
      claim: null,
    })
    expect((await api.post(`/suggestions/${dismissed.id}/dismiss`)).status).toBe(409)
    const found = (await about(three.id)).find(({ other }: { other: { id: string } }) => other.id === one.id)
    const wrong = await api.post(`/suggestions/${found.id}/accept`).send({ property: 'title' })
    expect(wrong.status).toBe(400)
    const answer = await api
      .post(`/suggestions/${found.id}/accept`)
      .send({ property: 'copy-of', note: 'Word by word.' })
    expect(answer.body).toMatchObject({ state: 'accepted' })
    expect((await api.get(`/claims/${answer.body.claim}`)).body).toMatchObject({
      subject: { type: 'document', id: three.id },
      property: 'copy-of',
      value: { document: one.id },
      note: 'Word by word.',
      recordedBy: answer.body.by,
    })
    expect((await api.post(`/suggestions/${found.id}/accept`).send({ property: 'copy-of' })).status).toBe(409)
    expect((await api.post('/suggestions/g0/accept').send({ property: 'copy-of' })).status).toBe(404)
    expect((await api.post('/suggestions/g0/dismiss')).status).toBe(404)
    const open = (await api.get('/suggestions?state=open&limit=100')).body.items
    expect(open.map(({ id }: { id: string }) => id)).not.toContain(found.id)
    const some = (await api.get('/suggestions?limit=1')).body
    expect((await api.get(`/suggestions?limit=1&cursor=${some.next}`)).body.items[0].id).not.toBe(
      some.items[0].id,
    )
  })

  test('are for archivists, and gone with either document', async () => {
    const hidden = await api.add([text('hidden')], { title: 'Hidden', visibility: 'restricted' })
    const open = await api.add([text('hidden')], { title: 'Open' })
    expect(await about(open.id)).toHaveLength(1)
    expect((await api.get(`/documents/${open.id}/suggestions`, nobody)).status).toBe(401)
    expect((await api.get('/suggestions', nobody)).status).toBe(401)
    await api.delete(`/documents/${hidden.id}`, keeper)
    expect(await about(open.id)).toEqual([])
    const late = await api.add([text('hidden')], { title: 'Late' })
    expect((await about(late.id)).map(({ other }: { other: { id: string } }) => other.id)).toEqual([open.id])
  })
})
