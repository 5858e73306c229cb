import { type LaidBlock, type LaidWord, reachOf } from '../domain/page/laid-lines.ts'
import type { Box } from '../domain/page/placed-words.ts'
import { escapeXml } from './escape-xml.ts'
import type { ExportedPage, ExportedText } from './exported-page.ts'

/** Writes ALTO 4, page after page, in pixels of the pages’ images; what has no place bears none. */
export const altoWriter = {
  head: ({ software, file }: ExportedText): string => `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.loc.gov/standards/alto/ns-v4# http://www.loc.gov/standards/alto/v4/alto-4-4.xsd">
<Description>
<MeasurementUnit>pixel</MeasurementUnit>
${file === null ? '' : `<sourceImageInformation><fileName>${escapeXml(file)}</fileName></sourceImageInformation>\n`}<Processing ID="export"><processingSoftware><softwareName>${escapeXml(software)}</softwareName></processingSoftware></Processing>
</Description>
<Layout>
`,
  page: ({ number, label, frame, language, blocks, source }: ExportedPage): string => {
    const whole: Box | null = frame && [0, 0, frame.width, frame.height]
    const size = frame === null ? '' : ` WIDTH="${frame.width}" HEIGHT="${frame.height}"`
    const image = ` PHYSICAL_IMG_NR="${source?.filePage ?? number}"`
    const printed = label === null ? '' : ` PRINTED_IMG_NR="${escapeXml(label)}"`
    const text = blocks.map((block, at) => textBlock(block, `${number}_${at + 1}`, language))
    return `<Page ID="page_${number}"${image}${printed}${size}>\n<PrintSpace${placed(whole)}>\n${text.join('')}</PrintSpace>\n</Page>\n`
  },
  tail: '</Layout>\n</alto>\n',
}

function textBlock(block: LaidBlock, id: string, language: string | null): string {
  const lang = language === null ? '' : ` LANG="${escapeXml(language)}"`
  const lines = block.map((line, at) => {
    const words = line.map((each, index) => string(each, `${id}_${at + 1}_${index + 1}`))
    return `<TextLine ID="line_${id}_${at + 1}"${placed(reachOf(line))}>${words.join('<SP/>')}</TextLine>\n`
  })
  return `<TextBlock ID="block_${id}"${placed(reachOf(block.flat()))}${lang}>\n${lines.join('')}</TextBlock>\n`
}

function string({ text, box, confidence }: LaidWord, id: string): string {
  const sure = confidence === null ? '' : ` WC="${(confidence / 100).toFixed(2)}"`
  return `<String ID="word_${id}" CONTENT="${escapeXml(text)}"${placed(box)}${sure}/>`
}

function placed(box: Box | null): string {
  if (box === null) return ''
  const [x, y, w, h] = box.map(Math.round)
  return ` HPOS="${x}" VPOS="${y}" WIDTH="${w}" HEIGHT="${h}"`
}
