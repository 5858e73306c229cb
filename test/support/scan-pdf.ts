import { open } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { degrees, PDFArray, PDFDocument, PDFName, PDFRawStream, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'

/** How a scan lies in its PDF. */
export type ScanSetting = {
  /** How far its page is turned clockwise. */
  turned?: 0 | 90 | 180 | 270
  /** Whether it is packed once more. */
  deflated?: boolean
  /** Text that a recogniser laid under it, or that is stamped on it. */
  text?: { says: string; invisible: boolean }
  /** The part of the page that it covers. */
  margin?: number
  mirrored?: boolean
  masked?: boolean
  /** Whether its objects are packed in streams, as since PDF 1.5. */
  packed?: boolean
  encoding?: 'jpeg' | 'cmyk' | 'png'
}

/** A JPEG of 800 × 1130 pixels whose upper left quarter is dark, in noise that differs by `seed`. */
export async function aScan(seed = 1, encoding: 'jpeg' | 'cmyk' | 'png' = 'jpeg'): Promise<Uint8Array> {
  const noise = Buffer.alloc(800 * 1130 * 3)
  let state = seed
  for (let at = 0; at < noise.length; at += 3) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff
    const [x, y] = [(at / 3) % 800, Math.floor(at / 3 / 800)]
    noise.fill((x < 400 && y < 565 ? 20 : 180) + (state >> 26), at, at + 3)
  }
  const image = sharp(noise, { raw: { width: 800, height: 1130, channels: 3 } })
  if (encoding === 'png') return await image.png().toBuffer()
  if (encoding === 'cmyk') return await image.toColourspace('cmyk').jpeg().toBuffer()
  return await image.jpeg({ quality: 80 }).toBuffer()
}

/** A PDF of one page of 400 × 565 points that is nothing but a scan, as far as the setting leaves it so. */
export async function aScanPdf(setting: ScanSetting = {}): Promise<Uint8Array> {
  const { turned = 0, text, margin = 0, mirrored = false, encoding = 'jpeg' } = setting
  const document = await PDFDocument.create()
  const bytes = await aScan(1, encoding)
  const image = encoding === 'png' ? await document.embedPng(bytes) : await document.embedJpg(bytes)
  await image.embed()
  const page = document.addPage([400, 565])
  page.setRotation(degrees(turned))
  const dict = document.context.lookup(image.ref)
  if (!(dict instanceof PDFRawStream)) throw new Error('An image is a stream.')
  if (setting.masked) dict.dict.set(PDFName.of('Mask'), document.context.obj([0, 1, 0, 1, 0, 1]))
  if (setting.deflated) {
    dict.dict.set(PDFName.of('Filter'), document.context.obj(['FlateDecode', 'DCTDecode']))
    const packed = PDFRawStream.of(dict.dict, deflateSync(dict.contents))
    document.context.assign(image.ref, packed)
  }
  const [x, width] = mirrored ? [400 - margin, 2 * margin - 400] : [margin, 400 - 2 * margin]
  page.drawImage(image, { x, y: margin, width, height: 565 - 2 * margin })
  if (text) {
    const font = await document.embedFont(StandardFonts.Helvetica)
    page.drawText(text.says, { x: 50, y: 500, size: 20, font })
    if (text.invisible) {
      const shown = document.context.stream('3 Tr')
      const contents = page.node.normalizedEntries().Contents ?? PDFArray.withContext(document.context)
      contents.insert(0, document.context.register(shown))
    }
  }
  return await document.save({ useObjectStreams: setting.packed ?? true })
}

/** Writes a PDF of so many pages, each the same JPEG with bytes of its own behind its end, one after the other. */
export async function writeScanPdf(path: string, pages: number, bytesPerPage: number): Promise<void> {
  const jpeg = await aScan()
  const file = await open(path, 'w')
  const offsets: number[] = []
  let at = 0
  const put = async (...parts: (string | Uint8Array)[]) => {
    const bytes = Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
    )
    await file.write(bytes)
    at += bytes.length
  }
  const object = async (...parts: (string | Uint8Array)[]) => {
    offsets.push(at)
    await put(`${offsets.length} 0 obj\n`, ...parts, '\nendobj\n')
  }
  await put('%PDF-1.4\n')
  await object('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = Array.from({ length: pages }, (_, n) => `${3 + n * 3} 0 R`).join(' ')
  await object(`<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`)
  for (let n = 0; n < pages; n++) {
    const padding = Buffer.alloc(Math.max(0, bytesPerPage - jpeg.length), `${n} `)
    const contents = 'q 400 0 0 565 0 0 cm /Im Do Q'
    const first = 3 + n * 3
    await object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 565] /Contents ${first + 1} 0 R /Resources << /XObject << /Im ${first + 2} 0 R >> >> >>`,
    )
    await object(`<< /Length ${contents.length} >>\nstream\n${contents}\nendstream`)
    const image = `/Type /XObject /Subtype /Image /Width 800 /Height 1130 /BitsPerComponent 8 /ColorSpace /DeviceRGB`
    await object(
      `<< ${image} /Filter /DCTDecode /Length ${jpeg.length + padding.length} >>\nstream\n`,
      jpeg,
      padding,
      '\nendstream',
    )
  }
  const xref = at
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  await put(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`, lines.join(''))
  await put(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`)
  await file.close()
}
