import { readFile } from 'node:fs/promises'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument, version } from 'pdfjs-dist/legacy/build/pdf.mjs'

type PageRaster = {
  image: Uint8Array
  width: number
  height: number
  dpi: number | null
  how: 'copied' | 'rendered'
  tool: string
  remark: string | null
}

const dpi = 200

/** A page (1-based) of a PDF as a PNG, rendered at 200 dpi. */
export async function pdfPageRaster(path: string, filePage: number): Promise<PageRaster> {
  const document = await getDocument({ data: new Uint8Array(await readFile(path)), isEvalSupported: false })
    .promise
  const page = await document.getPage(filePage)
  const viewport = page.getViewport({ scale: dpi / 72 })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  const canvas = createCanvas(width, height)
  // pdfjs draws on whatever has the methods of a canvas, of which this program has no types.
  await page.render({ canvas: canvas as never, viewport }).promise
  const image = canvas.toBuffer('image/png')
  await document.destroy()
  return { image, width, height, dpi, how: 'rendered', tool: `pdfjs ${version}`, remark: null }
}
