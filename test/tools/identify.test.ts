import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { alto, docx, hocr, html, pageXml, tei, xhtml } from '../../src/domain/media-types.ts'
import { identifier } from '../../src/tools/identify.ts'
import { aDocx, paragraph } from '../support/docx.ts'
import { encode, encodeUtf16 } from '../support/encode.ts'
import { tiffBytes } from '../support/images.ts'
import { aPdf } from '../support/pdf.ts'
import { withFile } from './extract/extracting.ts'

const identified = (bytes: string | Uint8Array, name = 'file') =>
  withFile('file', bytes, (path) => identifier().identify(path, name))
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const text = { mediaType: 'text/plain', kind: 'text' }
const pdf = { mediaType: 'application/pdf', kind: 'pdf' }

test('a PDF is one by its header, also behind residue within the first 1024 bytes, whatever its name', async () => {
  const bytes = await aPdf(['a'])
  expect(await identified(bytes, 'scan.txt')).toEqual(pdf)
  expect(await identified(Buffer.concat([Buffer.from('X-Mailer: old\r\n\r\n'), bytes]))).toEqual(pdf)
  expect(await identified(Buffer.concat([Buffer.alloc(1000), bytes]))).toEqual(pdf)
  expect(await identified(Buffer.concat([Buffer.alloc(1020), bytes]))).not.toEqual(pdf)
})

test.each(['lzw', 'none', 'jpeg'] as const)(
  'a TIFF (%s) is one where its directory stands behind pixels that no sample reaches',
  async (compression) => {
    const noise = randomBytes(700 * 900)
    const image = sharp(noise, { raw: { width: 700, height: 900, channels: 1 } })
    const bytes = await image.tiff({ compression, quality: 90 }).toBuffer()
    expect(bytes.readUInt32LE(4)).toBeGreaterThan(65_536)
    expect(await identified(bytes, 'scan.txt')).toEqual({ mediaType: 'image/tiff', kind: 'image' })
  },
)

const images: [mediaType: string, head: string][] = [
  ['image/png', '89504e470d0a1a0a 0000000d49484452 0000000100000001 0806000000 1f15c489'],
  ['image/jpeg', 'ffd8ffe0 00104a46494600010100000100010000'],
  ['image/tiff', '49492a00 08000000 0000 00000000'],
  ['image/tiff', '4d4d002a 00000008 0000 00000000'],
  ['image/gif', '474946383961 0100010080000000000000000000'],
  ['image/bmp', '424d 46000000 0000 0000 36000000 28000000'],
  ['image/webp', '52494646 24000000 57454250 56503820 18000000'],
  ['image/tiff', '49492b00 08000000 1000000000000000 0000000000000000'],
  ['image/j2c', 'ff4fff51 002f0000 0000012c 000000c8 0000000000000000'],
  ['image/jp2', '0000000c 6a502020 0d0a870a 00000014 66747970 6a703220 00000000 6a703220'],
]

test.each(images)('%s is an image by its first bytes', async (mediaType, head) => {
  const bytes = Buffer.concat([hex(head), Buffer.alloc(200)])
  expect(await identified(bytes, 'scan.txt')).toEqual({ mediaType, kind: 'image' })
})

test('an image of even grey, whose bytes might be letters, is none the less an image', async () => {
  const grey = tiffBytes([{ width: 900, height: 640 }])
  expect(await identified(grey, 'scan.txt')).toEqual({ mediaType: 'image/tiff', kind: 'image' })
})

test('a text is one in any encoding, and its name only tells Markdown from plain text', async () => {
  expect(await identified('Dėl iškeldinimo', 'a.pdf')).toEqual(text)
  expect(await identified('# Dėl', 'a.MD')).toEqual({ mediaType: 'text/markdown', kind: 'text' })
  expect(await identified('# Dėl', 'a.markdown')).toEqual({ mediaType: 'text/markdown', kind: 'text' })
  expect(await identified(encode('О порядке проведения', 'koi8-r'))).toEqual(text)
  expect(await identified(encodeUtf16('О порядке', 'le'))).toEqual(text)
  expect(await identified(encodeUtf16('\ufeffО порядке', 'be'))).toEqual(text)
  expect(await identified('page one\f\npage two\x1a')).toEqual(text)
  expect(await identified('')).toEqual(text)
})

test('words that look like signatures do not make a text something else', async () => {
  for (const words of [
    'BM 1941, a shelfmark',
    'MZ was her cipher',
    'solid evidence',
    'The header is %PDF-1.7.',
    'ID3',
  ]) {
    expect(await identified(words)).toEqual(text)
  }
})

test('transcriptions are told apart by what they are written in, whatever their name', async () => {
  const kinds: [mediaType: string, bytes: string | Uint8Array][] = [
    [html, '<!DOCTYPE html>\n<title>404</title>'],
    [html, '\ufeff <!-- saved --><HTML><body>'],
    [xhtml, '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"/>'],
    [hocr, '<?xml version="1.0"?><html><head><meta name="ocr-system" content="tesseract"/></head></html>'],
    [hocr, '<html><body><div class="ocr_page" title="bbox 0 0 1 1">'],
    [alto, '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"/>'],
    [alto, encodeUtf16('\ufeff<?xml version="1.0"?><a:alto xmlns:a="x">', 'le')],
    [alto, '<?xml version="1.0"?><!DOCTYPE alto [<!ENTITY a "b">]><!-- of --><alto >'],
    [pageXml, '<?xml version="1.0"?>\n<PcGts xmlns="x"><Page/></PcGts>'],
    [tei, '<?xml version="1.0"?><?xml-model href="x"?><TEI xmlns="http://www.tei-c.org/ns/1.0">'],
    [tei, '<TEI.2><text/></TEI.2>'],
    [docx, aDocx(paragraph('Text'))],
  ]
  for (const [mediaType, bytes] of kinds)
    expect(await identified(bytes, 'scan.pdf')).toEqual({ mediaType, kind: 'text' })
  expect(await identified('<p>a piece of a page', 'a.html')).toEqual({ mediaType: html, kind: 'text' })
  expect(await identified('<p>a piece of a page', 'a.txt')).toEqual(text)
})

test('other XML and office files are other things, under their own media types', async () => {
  expect(await identified('<?xml version="1.0"?><mets/>')).toEqual({
    mediaType: 'application/xml',
    kind: 'other',
  })
  expect(await identified('{\\rtf1\\ansi text}')).toEqual({ mediaType: 'application/rtf', kind: 'other' })
  expect(await identified(gzipSync('text'))).toEqual({ mediaType: 'application/gzip', kind: 'other' })
})

test('bytes without any form are an octet stream, also where only the head is text', async () => {
  const stream = { mediaType: 'application/octet-stream', kind: 'other' }
  expect(await identified(Buffer.concat([Buffer.from([0]), randomBytes(4000)]))).toEqual(stream)
  expect(await identified(Buffer.concat([Buffer.alloc(65_536, 'text '), Buffer.alloc(500_000)]))).toEqual(
    stream,
  )
})

test('no content makes it throw', async () => {
  const heads = [
    [0x50, 0x4b, 3, 4],
    [0x49, 0x49, 0x2a, 0],
    [0xff, 0xd8, 0xff],
    [0xfe, 0xff],
    [0x1f, 0x8b],
    [0x3c, 0x3f, 0x78, 0x6d, 0x6c],
  ]
  const odd = fc.tuple(fc.constantFrom([], ...heads), fc.uint8Array({ maxLength: 200 }))
  await fc.assert(
    fc.asyncProperty(odd, async ([head, rest]) => {
      const { kind } = await identified(Uint8Array.from([...head, ...rest]))
      expect(['pdf', 'image', 'text', 'other']).toContain(kind)
    }),
    { numRuns: 150 },
  )
})
