import { execFileSync } from 'node:child_process'
import type { Box } from '../../src/domain/page/placed-words.ts'

/** Whether poppler is installed. Fonds does without it; tests that compare with it are skipped where it is not. */
export const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn('poppler is not installed: what is compared with it is skipped')
    return false
  }
})()

/** The words of each page of a PDF with their boxes in points on the page as it is seen, as poppler has them. */
export function popplersWords(path: string): { text: string; box: Box }[][] {
  const html = execFileSync('pdftotext', ['-bbox', '-cropbox', path, '-'], { encoding: 'utf8' })
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      Array.from(page.matchAll(/<word ([^>]+)>(.*?)<\/word>/g), ([, box = '', text = '']) =>
        wordOf(box, text),
      ),
    )
}

function wordOf(attributes: string, text: string): { text: string; box: Box } {
  const [x = 0, y = 0, right = 0, bottom = 0] = (attributes.match(/[-\d.]+(?=")/g) ?? []).map(Number)
  return { text: text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'), box: [x, y, right - x, bottom - y] }
}

/** How much of two boxes together is in both of them, 0 to 1. */
export function overlap([x, y, w, h]: Box, [left, top, width, height]: Box): number {
  const across = Math.max(0, Math.min(x + w, left + width) - Math.max(x, left))
  const down = Math.max(0, Math.min(y + h, top + height) - Math.max(y, top))
  return (across * down) / (w * h + width * height - across * down)
}
