import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPicture } from '../support/images.ts'
import { aServedArchive, nobody, problem, type Served, wrongPaths } from './client.ts'

const base = 'https://archive.example'
let it: Served
beforeAll(async () => {
  it = await aServedArchive({ FONDS_BASE_URL: base })
})
afterAll(() => it.close())

const embedding = (url: string, more: Record<string, string> = {}) =>
  it.get(`/oembed?${new URLSearchParams({ url, ...more })}`, nobody)

test('a page, a passage or a region is embedded by the address at which it is read', async () => {
  const scan = { name: 'scan.jpg', bytes: await aPicture(900, 1200).jpeg().toBuffer() }
  const { body: added } = await it.upload({ title: 'An "order" <1941>', creator: 'Ivan Serov' }, [scan])
  await it.idle()
  const [page] = (await it.get(`/documents/${added.id}/pages`)).body.items
  await it.get(`/iiif/image/3/${page.id}/info.json`)
  const { body } = await embedding(`${base}/documents/${added.id}/pages/1?q=serov&region=1,2,30,40`)
  expect(body).toMatchObject({
    ...{ version: '1.0', type: 'rich', title: 'An "order" <1941>', author_name: 'Ivan Serov' },
    ...{ provider_name: 'archive.example', provider_url: `${base}/`, width: 640, height: 480 },
    thumbnail_url: `${base}/iiif/image/3/${page.id}/full/!240,320/0/default.jpg`,
  })
  expect(body.html).toBe(
    `<iframe src="${base}/embed/documents/${added.id}/pages/1?region=1%2C2%2C30%2C40" width="640" height="480" title="An &quot;order&quot; &lt;1941&gt;" loading="lazy" allow="fullscreen" style="border:0"></iframe>`,
  )
  expect((await it.get(new URL(body.thumbnail_url).pathname, nobody)).status).toBe(200)
  const small = await embedding(`/documents/${added.id}`, { maxwidth: '300', maxheight: '1000' })
  expect(small.body).toMatchObject({ width: 300, height: 480 })
  expect(small.body.html).toContain(`/embed/documents/${added.id}/pages/1"`)
})

test('what is no address of a document here, is hidden or has no such page is not embedded', async () => {
  const hidden = await it.add(['Hidden.'], { visibility: 'restricted' })
  const open = await it.add(['Open.'])
  problem(await embedding(`${base}/documents/${hidden.id}`), 404, 'not-found')
  problem(await embedding(`${base}/documents/${open.id}/pages/7`), 404, 'not-found')
  for (const url of [
    `https://elsewhere.example/documents/${open.id}`,
    `${base}/search?q=a`,
    'javascript:alert(1)',
    '',
  ])
    expect(wrongPaths(await embedding(url))).toEqual(['url'])
  expect(wrongPaths(await embedding(`/documents/${open.id}`, { format: 'xml' }))).toEqual(['format'])
})

test('a page of the reading room says where it is embedded from, and only what is embedded may be held by others', async () => {
  const { id } = await it.add(['Open.'])
  const pageAt = async (path: string) => {
    const address = it.server.address() as { port: number }
    return fetch(`http://127.0.0.1:${address.port}${path}`, { headers: { Accept: 'text/html' } })
  }
  const read = await pageAt(`/documents/${id}/pages/1?region=1,2,3,4`)
  const [, linked] =
    /^<(\/oembed\?url=[^>]+)>; rel="alternate"; type="application\/json\+oembed"$/.exec(
      read.headers.get('Link') ?? '',
    ) ?? []
  expect((await (await pageAt(linked ?? '')).json()) as object).toMatchObject({
    html: expect.stringContaining('region=1%2C2%2C3%2C4'),
  })
  expect(read.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
  const embedded = await pageAt(`/embed/documents/${id}/pages/1`)
  expect([embedded.status, embedded.headers.get('Content-Security-Policy')]).toEqual([
    200,
    expect.stringContaining('frame-ancestors *'),
  ])
})
