import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OpenPdf } from './open-pdf.ts'
import type { RunStyle, TextRun } from './run-ruler.ts'

/** The text of a page as pdf-parse makes it, and the runs that it was made of. */
export type PageText = {
  text: string
  runs: readonly TextRun[]
  styles: Readonly<Record<string, RunStyle>>
}

/**
 * The text of a page with the runs that it is made of. Parsing a page is nearly all that reading it costs; pdf-parse asks
 * the very page object for its runs, so they are listened to there instead of asked for once more.
 */
export async function textOf({ parser }: OpenPdf, page: PDFPageProxy): Promise<PageText> {
  let runs: PageText['runs'] = []
  let styles: PageText['styles'] = {}
  const ask = page.getTextContent.bind(page)
  page.getTextContent = async (how) => {
    const content = await ask(how)
    runs = content.items.filter((item) => 'str' in item)
    styles = content.styles
    return content
  }
  const { pages } = await parser.getText({ partial: [page.pageNumber], pageJoiner: '' })
  // The document keeps its pages until it closes, and would keep what was heard with them.
  Reflect.deleteProperty(page, 'getTextContent')
  return { text: pages[0]?.text ?? '', runs, styles }
}
