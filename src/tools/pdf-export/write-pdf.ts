import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import {
  CustomFontSubsetEmbedder,
  PDFContext,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from 'pdf-lib'
import type { PdfPage } from '../../ports/pdf-maker.ts'
import { pictureOf } from './page-picture.ts'
import { pdfFile } from './pdf-file.ts'
import { paper, plainText } from './plain-text.ts'
import { unseenFont } from './unseen-font.ts'
import { unseenText } from './unseen-text.ts'

/** Writes a searchable PDF behind a descriptor, page after page; `end` writes what is common to them. */
export async function pdfWriter(fd: number, about: { title: string; language: string | null }) {
  const context = PDFContext.create()
  const file = pdfFile(fd)
  const [catalog, tree, info, unseenRef, seenRef] = [1, 2, 3, 4, 5].map(() => context.nextRef()) as [
    ...[PDFRef, PDFRef, PDFRef, PDFRef, PDFRef],
  ]
  const program = await readFile(
    createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  )
  const unseen = unseenFont()
  const seen = await CustomFontSubsetEmbedder.for(fontkit, program, undefined, noLigatures)
  const kids: PDFRef[] = []
  const labels: (string | null)[] = []

  function sheet(
    size: { width: number; height: number },
    content: string,
    image: PDFRef | null,
    label: string | null,
  ) {
    const [page, drawn] = [context.nextRef(), context.nextRef()]
    const { dict, contents } = context.flateStream(content)
    file.put(drawn, PDFRawStream.of(dict, contents))
    const XObject = image === null ? {} : { XObject: { Im0: image } }
    file.put(
      page,
      context.obj({
        ...{ Type: 'Page', Parent: tree, MediaBox: [0, 0, round(size.width), round(size.height)] },
        ...{ Resources: { Font: { F0: unseenRef, F1: seenRef }, ...XObject }, Contents: drawn },
      }),
    )
    kids.push(page)
    labels.push(label)
  }

  return {
    async page({ image, label, ...text }: PdfPage): Promise<void> {
      if (image === null) {
        for (const content of plainText(seen, unseen, text.blocks)) sheet(paper, content, null, label)
        return
      }
      const { jpeg, width, height, isGrey, points } = await pictureOf(image)
      const picture = context.nextRef()
      const dict = context.obj({
        ...{ Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 },
        ...{ ColorSpace: isGrey ? 'DeviceGray' : 'DeviceRGB', Filter: 'DCTDecode', Length: jpeg.length },
      })
      file.put(picture, PDFRawStream.of(dict, jpeg))
      const shown = `q ${round(points.width)} 0 0 ${round(points.height)} 0 0 cm /Im0 Do Q\n`
      sheet(points, shown + unseenText(unseen, text, points), picture, label)
    },

    async end(): Promise<void> {
      if (kids.length === 0) sheet(paper, '', null, null)
      await seen.embedIntoContext(context, seenRef)
      unseen.embed(context, await onlyMissing(program), unseenRef)
      const marks = labels.flatMap((label, at) => [at, { P: PDFHexString.fromText(label ?? String(at + 1)) }])
      const lang = about.language === null ? {} : { Lang: PDFString.of(about.language) }
      context.assign(tree, context.obj({ Type: 'Pages', Kids: kids, Count: kids.length }))
      const root = context.obj({ Type: 'Catalog', Pages: tree, PageLabels: { Nums: marks }, ...lang })
      root.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
      context.assign(catalog, root)
      const [Title, Producer] = [PDFHexString.fromText(about.title), PDFHexString.fromText('Fonds')]
      context.assign(info, context.obj({ Title, Producer }))
      file.end(context, catalog, info)
    },
  }
}

/** What two letters drawn as one are is lost to whoever copies them. */
const noLigatures = { liga: false, clig: false, dlig: false, rlig: false, calt: false }

const round = (value: number) => Math.round(value * 100) / 100

/** A font of which only the glyph for what is missing is left. */
function onlyMissing(program: Uint8Array): Promise<Uint8Array> {
  const stream = fontkit.create(program).createSubset().encodeStream()
  const parts: Uint8Array[] = []
  return new Promise((resolve) => {
    stream.on('data', (bytes) => parts.push(bytes)).on('end', () => resolve(Buffer.concat(parts)))
  })
}
