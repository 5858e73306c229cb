import { type LaidBlock, type LaidWord, reachOf } from '../domain/page/laid-lines.ts'
import type { Box } from '../domain/page/placed-words.ts'
import { escapeXml } from './escape-xml.ts'
import type { ExportedPage, ExportedText } from './exported-page.ts'

/** Writes hOCR 1.2 as XHTML, page after page. Boxes are pixels of the page’s image; what has no place has no `bbox`. */
export const hocrWriter = {
  head: ({ title, language, software }: ExportedText): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"${language === null ? '' : ` lang="${escapeXml(language)}" xml:lang="${escapeXml(language)}"`}>
<head>
<meta charset="utf-8"/>
<title>${escapeXml(title)}</title>
<meta name="ocr-system" content="${escapeXml(software)}"/>
<meta name="ocr-capabilities" content="ocr_page ocr_par ocr_line ocrx_word"/>
</head>
<body>
`,
  page: (page: ExportedPage): string => {
    const { number, frame, language, blocks } = page
    const lang = language === null ? '' : ` lang="${escapeXml(language)}"`
    const lines = blocks.map((block, at) => paragraph(block, `${number}_${at + 1}`))
    const box: Box | null = frame && [0, 0, frame.width, frame.height]
    return `<div class="ocr_page" id="page_${number}"${lang}${titled(...placeOf(page), ...boxed(box))}>\n${lines.join('')}</div>\n`
  },
  tail: '</body>\n</html>\n',
}

function placeOf({ source, label }: ExportedPage): string[] {
  const named =
    source === null ? [] : [`image "${source.name.replace(/["\\]/g, '_')}"`, `ppageno ${source.filePage - 1}`]
  return label === null ? named : [...named, `lpageno "${label.replace(/["\\;]/g, '_')}"`]
}

function paragraph(block: LaidBlock, id: string): string {
  const lines = block.map((line, at) => {
    const words = line.map((each, index) => word(each, `${id}_${at + 1}_${index + 1}`))
    return `<span class="ocr_line" id="line_${id}_${at + 1}"${titled(...boxed(reachOf(line)))}>${words.join(' ')}</span>`
  })
  return `<p class="ocr_par" id="par_${id}"${titled(...boxed(reachOf(block.flat())))}>\n${lines.join('\n')}\n</p>\n`
}

function word({ text, box, confidence }: LaidWord, id: string): string {
  const sure = confidence === null ? [] : [`x_wconf ${Math.round(confidence)}`]
  return `<span class="ocrx_word" id="word_${id}"${titled(...boxed(box), ...sure)}>${escapeXml(text)}</span>`
}

function boxed(box: Box | null): string[] {
  if (box === null) return []
  const [x, y, w, h] = box.map(Math.round) as [number, number, number, number]
  return [`bbox ${x} ${y} ${x + w} ${y + h}`]
}

const titled = (...parts: readonly string[]): string =>
  parts.length === 0 ? '' : ` title="${escapeXml(parts.join('; '))}"`
