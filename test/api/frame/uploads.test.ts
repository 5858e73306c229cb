import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentDisposition } from '../../../src/api/content-disposition.ts'
import { get, served } from './served.ts'

describe('a file that strangers uploaded', () => {
  test('runs nothing and loads nothing in the browser, whatever it is', async () => {
    for (const mediaType of ['text/html', 'image/svg+xml', 'application/pdf']) {
      const { headers } = await get(served({ mediaType }).app)
      expect(headers['content-security-policy'], mediaType).toMatch(/^default-src 'none'; .*; sandbox$/)
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  test('is shown only where it can run nothing, and saved otherwise or on request', () => {
    const kind = (mediaType: string, download?: boolean) =>
      contentDisposition('a', mediaType, download).split(';')[0]
    for (const shown of [
      'application/pdf',
      'image/jpeg',
      'IMAGE/PNG',
      'image/tiff',
      'text/plain; charset=utf-8',
    ])
      expect(kind(shown), shown).toBe('inline')
    for (const saved of [
      'text/html',
      'image/svg+xml',
      'application/xhtml+xml',
      'text/xml',
      '',
      'text/plainer',
    ])
      expect(kind(saved), saved).toBe('attachment')
    expect(kind('application/pdf', true)).toBe('attachment')
  })

  test('keeps its name in any script, and nothing in it can end the header', async () => {
    expect(contentDisposition('Šiauliai Шяуляй.pdf', 'application/pdf')).toContain(
      `filename*=UTF-8''${encodeURIComponent('Šiauliai Шяуляй.pdf')}`,
    )
    const { app } = served({
      disposition: contentDisposition('a\r\nSet-Cookie: x=1\u0000".pdf', 'application/pdf'),
    })
    const { headers, status } = await get(app)
    expect([status, headers['set-cookie']]).toEqual([200, undefined])
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(contentDisposition(name, 'text/plain')).toMatch(/^inline(; [\x20-\x7e]*)?$/)
      }),
    )
  })
})
