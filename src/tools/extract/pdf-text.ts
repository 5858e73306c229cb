import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OpenPdf } from './open-pdf.ts'
import type { RunStyle, TextRun } from './run-ruler.ts'

/** The text of a page as pdf-parse makes it, and the runs that it was made of. */
export type PageText = {
  text: string
  runs: readonly TextRun[]
  styles: Readonly<Record<string, RunStyle>>
}

type Asked = Pick<PDFPageProxy, 'getViewport' | 'getTextContent'>
type MakeText = (page: Asked, parameters: object) => Promise<string>

/**
 * The text of a page with the runs that it is made of. Parsing a page is nearly all that reading it costs, so pdf-parse is
 * given the runs that were asked for once.
 */
export async function textOf({ parser }: OpenPdf, page: PDFPageProxy): Promise<PageText> {
  const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false })
  // Private in its types; `getText` goes through all numbers of pages for each page that it is asked for.
  const makeText: MakeText = Reflect.get(parser, 'getPageText').bind(parser)
  const text = await makeText(
    { getViewport: page.getViewport.bind(page), getTextContent: async () => content },
    {},
  )
  page.cleanup()
  return { text, runs: content.items.filter((item) => 'str' in item), styles: content.styles }
}
