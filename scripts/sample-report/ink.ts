import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import { type PDFDocument, type PDFFont, rgb } from 'pdf-lib'

/** The faces of the report: a book face in three styles and a plain one for labels. */
export type Faces = { text: PDFFont; italic: PDFFont; bold: PDFFont; label: PDFFont; labelBold: PDFFont }

/** The colours of the report. */
export const colour = {
  ink: rgb(0.13, 0.12, 0.11),
  accent: rgb(0.47, 0.11, 0.12),
  grey: rgb(0.44, 0.42, 0.4),
  hairline: rgb(0.78, 0.75, 0.7),
  tint: rgb(0.968, 0.95, 0.918),
}

/** Embeds subsets of DejaVu, whose faces hold Latin and Cyrillic alike; no ligatures, so that words stay searchable. */
export async function embedFaces(pdf: PDFDocument): Promise<Faces> {
  pdf.registerFontkit(fontkit)
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('dejavu-fonts-ttf/package.json'))
  const embed = async (name: string) =>
    pdf.embedFont(await readFile(join(folder, 'ttf', `${name}.ttf`)), {
      subset: true,
      features: { liga: false },
    })
  return {
    text: await embed('DejaVuSerifCondensed'),
    italic: await embed('DejaVuSerifCondensed-Italic'),
    bold: await embed('DejaVuSerifCondensed-Bold'),
    label: await embed('DejaVuSansCondensed'),
    labelBold: await embed('DejaVuSansCondensed-Bold'),
  }
}
