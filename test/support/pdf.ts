import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { constants, deflateRawSync } from 'node:zlib'
import fontkit from '@pdf-lib/fontkit'
import {
  degrees,
  PDFDocument,
  type PDFFont,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
  type StandardFonts,
} from 'pdf-lib'

const lineHeight = 16

/** A PDF of A4 pages, one for each given text, in DejaVu Sans, which knows Latin, Cyrillic and Greek letters. */
export async function aPdf(pages: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await dejavu(document)
  for (const text of pages) addPage(document, font, text)
  return await document.save()
}

/** A PDF whose page of this number is missing although the page tree names it. */
export async function aPdfLackingPage(pages: readonly string[], filePage: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(await aPdf(pages))
  document.catalog
    .Pages()
    .Kids()
    .set(filePage - 1, PDFRef.of(9999))
  return await document.save({ addDefaultPage: false })
}

/** A PDF whose pages bear these labels, as in a volume that counts its front matter by itself. */
export async function aPdfLabelled(pages: readonly { label: string; text: string }[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await dejavu(document)
  for (const { text } of pages) addPage(document, font, text)
  const numbers = pages.flatMap(({ label }, at) => [
    PDFNumber.of(at),
    document.context.obj({ P: PDFString.of(label) }),
  ])
  document.catalog.set(PDFName.of('PageLabels'), document.context.obj({ Nums: numbers }))
  return await document.save()
}

/** A PDF of one page with a text field that is filled in and a note pinned to the page. */
export async function aPdfWithForm(text: string, field: string, note: string): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await dejavu(document)
  const page = addPage(document, font, text)
  const input = document.getForm().createTextField('remark')
  input.setText(field)
  input.addToPage(page, { x: 40, y: 300, width: 300, height: 20, font })
  const annotation = document.context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [40, 200, 60, 220],
    Contents: PDFString.of(note),
  })
  page.node.addAnnot(document.context.register(annotation))
  return await document.save()
}

/** How a page of `aPdfSet` is set. */
export type Setting = {
  text: string
  font?: StandardFonts
  size?: number
  /** How far the page is turned clockwise when it is seen. */
  turned?: 0 | 90 | 180 | 270
  /** The part of an A4 sheet that is seen, in points from its lower left corner. */
  cropped?: readonly [x: number, y: number, width: number, height: number]
  /** Where the text begins, from the lower left corner of the sheet. */
  at?: readonly [x: number, y: number]
  /** How far each line of text is turned anticlockwise on its sheet. */
  slanted?: number
}

/** A PDF of A4 pages set in fonts that every reader has (Latin letters only) or in DejaVu Sans. */
export async function aPdfSet(settings: readonly Setting[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const usual = await dejavu(document)
  for (const { text, font, size = 11, turned = 0, cropped, at = [40, 800], slanted = 0 } of settings) {
    const page = document.addPage([595, 842])
    if (cropped) page.setCropBox(...cropped)
    page.setRotation(degrees(turned))
    page.setFont(font ? await document.embedFont(font) : usual)
    for (const [line, words] of text.split('\n').entries()) {
      page.drawText(words, { x: at[0], y: at[1] - line * size * 1.5, size, rotate: degrees(slanted) })
    }
  }
  return await document.save()
}

/** A PDF of one page whose lines of Japanese run from the top down and from right to left, in a font that is not in it. */
export async function aPdfVertical(lines: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  const descriptor = document.context.obj({
    Type: 'FontDescriptor',
    FontName: 'Ryumin-Light',
    Flags: 4,
    FontBBox: [0, -120, 1000, 880],
    ItalicAngle: 0,
    Ascent: 880,
    Descent: -120,
  })
  const descendant = document.context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType0',
    FontDescriptor: document.context.register(descriptor),
    BaseFont: 'Ryumin-Light',
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Japan1'), Supplement: 2 },
  })
  const font = document.context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: 'Ryumin-Light-UniJIS-UCS2-V',
    Encoding: 'UniJIS-UCS2-V',
    DescendantFonts: [document.context.register(descendant)],
  })
  page.node.setFontDictionary(PDFName.of('F1'), document.context.register(font))
  const shown = lines.map((line, at) => {
    const codes = Buffer.from(line, 'utf16le').swap16().toString('hex')
    return `BT /F1 20 Tf 1 0 0 1 ${500 - at * 30} 780 Tm <${codes}> Tj ET`
  })
  const contents = document.context.stream(shown.join('\n'))
  page.node.set(PDFName.of('Contents'), document.context.register(contents))
  return await document.save()
}

/** A PDF of one page, small on disk, whose content stream inflates to this many megabytes of blanks. */
export async function aPdfBomb(megabytes: number, around: readonly string[] = []): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await dejavu(document)
  const [before, ...after] = around
  if (before !== undefined) addPage(document, font, before)
  const page = document.addPage()
  for (const text of after) addPage(document, font, text)
  // A block that ends in a full flush leans on nothing before it, so it may be repeated without deflating it again.
  const megabyte = Buffer.alloc(1_048_576, ' ')
  const block = deflateRawSync(megabyte, { finishFlush: constants.Z_FULL_FLUSH })
  const lastBlock = Buffer.from([3, 0])
  const contents = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array(megabytes).fill(block), lastBlock])
  const stream = PDFRawStream.of(
    document.context.obj({ Filter: 'FlateDecode', Length: contents.length }),
    contents,
  )
  page.node.set(PDFName.of('Contents'), document.context.register(stream))
  return await document.save()
}

function addPage(document: PDFDocument, font: PDFFont, text: string): PDFPage {
  const page = document.addPage([595, 842])
  for (const [at, line] of text.split('\n').entries()) {
    page.drawText(line, { x: 40, y: 800 - at * lineHeight, size: 11, font })
  }
  return page
}

async function dejavu(document: PDFDocument): Promise<PDFFont> {
  const path = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
  document.registerFontkit(fontkit)
  return await document.embedFont(await readFile(path), { subset: true })
}
