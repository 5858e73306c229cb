import { crc32, deflateRawSync } from 'node:zlib'

type Entry = { name: string; bytes: Buffer | string; claims?: number }

/** A ZIP package of these parts; `claims` is the size that the directory gives instead of the true one. */
export function aZip(entries: readonly Entry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, claims } of entries) {
    const raw = Buffer.from(bytes)
    const packed = deflateRawSync(raw)
    const size = claims ?? raw.length
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(8, 4)
    fixed.writeUInt32LE(crc32(raw), 10)
    fixed.writeUInt32LE(packed.length, 14)
    fixed.writeUInt32LE(size, 18)
    fixed.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fixed, Buffer.from(name), packed])
    const offset = Buffer.alloc(16)
    offset.writeUInt32LE(at, 12)
    const made = Buffer.from([20, 0])
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02', 'latin1'),
        made,
        fixed,
        offset.subarray(2),
        Buffer.from(name),
      ]),
    )
    bodies.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, listed, end])
}

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const package_ = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A paragraph of a Word document. */
export const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
export const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
export const noteMark = (id: number): string =>
  `<w:p><w:r><w:t>Noted</w:t></w:r><w:r><w:footnoteReference w:id="${id}"/></w:r></w:p>`

/** A Word document with this body and these footnotes, as WordprocessingML; `prolog` stands before its root. */
export function aDocx(
  body: string,
  {
    notes = {},
    prolog = '',
    more = [],
  }: { notes?: Record<number, string>; prolog?: string; more?: Entry[] } = {},
): Buffer {
  const footnotes = Object.entries(notes)
    .map(([id, text]) => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`)
    .join('')
  return aZip([
    {
      name: '[Content_Types].xml',
      bytes: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="${word}.footnotes+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      bytes: `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      bytes: `<Relationships xmlns="${package_}/relationships"><Relationship Id="r2" Type="${relationships}/footnotes" Target="footnotes.xml"/></Relationships>`,
    },
    { name: 'word/footnotes.xml', bytes: `<w:footnotes xmlns:w="${main}">${footnotes}</w:footnotes>` },
    {
      name: 'word/document.xml',
      bytes: `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ])
}
