import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, nobody, type Served } from '../api/client.ts'
import { aDocx, paragraph } from '../support/docx.ts'
import { isLong } from '../support/long.ts'
import { furnishNames, made } from './furnished.ts'

/** Whoever could make the archive ask addresses for them would reach what only the archive's machine does. */
describe('an address that somebody writes anywhere', () => {
  let it: Served
  let url = ''
  const callers: string[] = []
  const listener = createServer((socket) => {
    callers.push(`${socket.remotePort}`)
    socket.on('error', () => {}).end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
  })
  beforeAll(async () => {
    listener.listen(0, '127.0.0.1')
    await once(listener, 'listening')
    url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/x`
    it = await aServedArchive()
  })
  afterAll(async () => {
    await it.close()
    listener.close()
  })

  test('is heard by the listener of this test, if something calls it', async () => {
    expect((await fetch(url)).status).toBe(200)
    expect(callers.splice(0)).toHaveLength(1)
  })

  test('is called from no file that was uploaded, whatever form it has', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="${url}"/><style>@import url(${url});</style></svg>`
    const outside = `<!DOCTYPE x SYSTEM "${url}" [<!ENTITY e SYSTEM "${url}"><!ENTITY % p SYSTEM "${url}"> %p;]>`
    const link = `<w:p><w:hyperlink r:id="r9" xmlns:r="x"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>`
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${url}"/></Relationships>`
    const pdf = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (${url}) >> /AA << /WC << /S /SubmitForm /F (${url}) >> >> >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> /Font << /F 6 0 R >> >> >> endobj
4 0 obj << /Length 46 >> stream
BT /F 12 Tf 20 20 Td (words) Tj ET q /I Do Q
endstream endobj
5 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 0 /F << /FS /URL /F (${url}) >> >> stream
endstream endobj
6 0 obj << /Type /Font /Subtype /TrueType /BaseFont /None /FontDescriptor << /FontFile2 << /F << /FS /URL /F (${url}) >> >> >> >> endobj
trailer << /Root 1 0 R >>`
    const files = {
      'a.html': `<html><head><link rel="stylesheet" href="${url}"><script src="${url}"></script><base href="${url}"></head><body><img src="${url}"><iframe src="${url}"></iframe><p>words</p></body></html>`,
      'a.svg': svg,
      'a.xml': `<?xml version="1.0"?>${outside}<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x ${url}"><Layout>&e;</Layout></alto>`,
      'a.tei.xml': `<?xml version="1.0"?><?xml-stylesheet href="${url}"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"><text><body><xi:include href="${url}"/><pb facs="${url}"/><p>words</p></body></text></TEI>`,
      'a.docx': aDocx(paragraph('words') + link, {
        more: [
          { name: 'word/_rels/footnotes.xml.rels', bytes: relations },
          { name: 'word/_rels/settings.xml.rels', bytes: relations },
        ],
      }),
      'a.pdf': pdf,
      'a.csv': `title,url\n"=WEBSERVICE(""${url}"")",${url}\n`,
    }
    const added = await it.upload(
      { title: 'Files that would call' },
      Object.entries(files).map(([name, bytes]) => ({ name, bytes })),
    )
    expect(added.status, added.text).toBe(201)
    await it.idle()
    const { body } = await it.get(`/documents/${added.body.id}`)
    const states: [string, string][] = body.witnesses[0].files.map(
      ({ name, state }: { name: string; state: string }) => [name, state],
    )
    expect(Object.fromEntries(states)).toMatchObject({
      'a.html': 'done',
      'a.tei.xml': 'done',
      'a.docx': 'done',
      'a.pdf': 'done',
      'a.xml': 'failed',
    })
    for (let page = 1; page <= body.pageCount; page++)
      await it.get(`/documents/${body.id}/pages/${page}/image`)
    for (const form of isLong ? ['pdf', 'hocr', 'alto.xml'] : ['hocr'])
      await it.get(`/documents/${body.id}/export.${form}`)
    expect(callers).toEqual([])
  })

  test('is called from no field, query or header', async () => {
    const names = await furnishNames(it, (field) => `${url} ${field}`)
    const said = { title: url, creator: url, type: url, subjects: [url], rights: url, abstract: url }
    const { id } = await made(it, '/documents', { ...said, collection: names.collectionId })
    await made(it, '/sources', { type: 'webpage', title: 'x', URL: url, 'container-title': url, DOI: url })
    await made(it, '/places', { names: ['x'], sameAs: [url] })
    for (const target of [
      url,
      { source: url, selector: { type: 'SvgSelector', value: `<svg><image href="${url}"/></svg>` } },
    ]) {
      const annotation = {
        ...{
          '@context': ['http://www.w3.org/ns/anno.jsonld', url],
          type: 'Annotation',
          target,
          via: url,
          rights: url,
        },
        body: [url, { id: url, type: 'Image' }, { type: 'SpecificResource', source: url }],
        creator: { id: url, type: 'Person', name: 'x' },
      }
      await it.post('/annotations/').send(annotation)
      await it.post('/annotations/import').send([annotation])
    }
    await it.post('/imports').attach('files', Buffer.from(`title,sameAs\n${url},${url}\n`), url)
    await it.post('/session/openid', nobody).send({ next: url })
    const asked = [
      `/oembed?url=${url}`,
      `/search?q=${url}`,
      `/?iiif-content=${url}`,
      `/annotations/?page=${url}`,
      `/dates?text=${url}`,
    ]
    const headers = {
      Referer: url,
      Origin: url,
      Slug: url,
      'X-Forwarded-Host': url,
      Link: `<${url}>`,
      Prefer: `include="${url}"`,
    }
    for (const path of asked) await it.get(path, headers)
    for (const path of ['manifest', 'annotations']) await it.get(`/iiif/3/${id}/${path}`)
    await it.idle()
    expect(callers).toEqual([])
  })
})
