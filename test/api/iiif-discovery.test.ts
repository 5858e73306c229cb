import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, nobody, problem, type Served } from './client.ts'

type Activity = { type: string; object: { id: string; type: string }; endTime: string }

let it: Served
beforeAll(async () => {
  it = await aServedArchive({ FONDS_BASE_URL: 'https://archive.example' })
})
afterAll(() => it.close())

/** Follows the stream as section 3 of the standard has it: from the last page back, each page from its end. */
async function harvested(since: string): Promise<Activity[]> {
  const stream = await it.get('/iiif/discovery/activities', nobody)
  expect(stream.body['@context']).toBe('http://iiif.io/api/discovery/1/context.json')
  const found: Activity[] = []
  for (let next = stream.body.last; next; ) {
    const { body } = await it.get(next.id.replace('https://archive.example', ''), nobody)
    expect(body).toMatchObject({ id: next.id, type: 'OrderedCollectionPage', partOf: { id: stream.body.id } })
    for (const activity of body.orderedItems.toReversed()) {
      if (activity.endTime < since) return found
      found.push(activity)
    }
    next = body.prev
  }
  return found
}

describe('a harvester', () => {
  test('learns what was added, changed and deleted since it came last, and fetches that', async () => {
    const [one, two, three] = [await it.add(['One.']), await it.add([]), await it.add([])]
    await it.add([], { title: 'Hidden', visibility: 'restricted' })
    const manifest = (id: string) => `https://archive.example/iiif/3/${id}/manifest`
    const told = (activities: Activity[]) => activities.map(({ type, object }) => [type, object.id])
    expect(told(await harvested(''))).toEqual([
      ['Create', manifest(three.id)],
      ['Create', manifest(two.id)],
      ['Update', manifest(one.id)],
    ])
    const since = new Date().toISOString()
    await it.post(`/documents/${two.id}/claims`).send({ property: 'genre', value: { text: 'order' } })
    await it.delete(`/documents/${three.id}`)
    const changed = await harvested(since)
    expect(told(changed)).toEqual([
      ['Delete', manifest(three.id)],
      ['Update', manifest(two.id)],
    ])
    const status = async (id = '') => (await it.get(new URL(id).pathname, nobody)).status
    expect(await Promise.all(changed.map(({ object }) => status(object.id)))).toEqual([410, 200])
  })

  test('goes on page by page, and is told of a page that never was', async () => {
    const many = await aServedArchive()
    try {
      const rows = Array.from({ length: 510 }, (_, at) => `Paper ${at}`).join('\n')
      await many.post('/imports').attach('files', Buffer.from(`title\n${rows}`), { filename: 'papers.csv' })
      await many.idle()
      const newest = (await many.get('/iiif/discovery/activities/page', nobody)).body
      expect(newest.orderedItems).toHaveLength(500)
      const { pathname, search } = new URL(newest.prev.id)
      const before = (await many.get(pathname + search, nobody)).body
      expect(before.orderedItems).toHaveLength(10)
      expect(before.prev).toBeUndefined()
      const all = [...before.orderedItems, ...newest.orderedItems]
      expect(new Set(all.map(({ object }) => object.id)).size).toBe(510)
      expect(all.map(({ endTime }) => endTime)).toEqual(all.map(({ endTime }) => endTime).toSorted())
    } finally {
      await many.close()
    }
    problem(await it.get('/iiif/discovery/activities/page?before=x', nobody), 400, 'invalid-input')
  })
})
