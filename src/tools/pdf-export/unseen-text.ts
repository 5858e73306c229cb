import type { LaidBlock, LaidWord } from '../../domain/page/laid-lines.ts'
import type { Frame } from '../../domain/page/placed-words.ts'
import type { unseenFont } from './unseen-font.ts'

type Size = { width: number; height: number }

/**
 * What draws a page’s text unseen (text rendering mode 3) in a page of so many points: each word over its box. Words
 * without a place are spread in their lines over the page.
 */
export function unseenText(
  font: ReturnType<typeof unseenFont>,
  { blocks, frame }: { blocks: readonly LaidBlock[]; frame: Frame | null },
  size: Size,
): string {
  const lines = blocks.flat()
  const across = size.width / (frame?.width ?? size.width)
  const down = size.height / (frame?.height ?? size.height)
  const each = size.height / (lines.length + 2)
  const drawn = lines.flatMap((line, row) => {
    const length = line.reduce((sum, { text }) => sum + text.length + 1, 0)
    let column = 0
    return line.map((word, at) => {
      const left = column
      column += word.text.length + 1
      const box = word.box
      const [x, y, w, h] =
        box !== null && frame !== null
          ? [box[0] * across, box[1] * down, box[2] * across, box[3] * down]
          : [
              size.width * (0.05 + (0.9 * left) / length),
              each * (row + 1),
              (size.width * 0.9 * word.text.length) / length,
              Math.min(each * 0.8, 12),
            ]
      return show(font, word, at < line.length - 1, { x, y: size.height - y - h, w, h })
    })
  })
  return drawn.length === 0 ? '' : `BT\n3 Tr\n${drawn.join('')}ET\n`
}

function show(
  font: ReturnType<typeof unseenFont>,
  { text }: LaidWord,
  isFollowed: boolean,
  { x, y, w, h }: { x: number; y: number; w: number; h: number },
): string {
  const { hex, length } = font.encode(isFollowed ? `${text} ` : text)
  const letters = isFollowed ? length - 1 : length
  const height = Math.max(1, h)
  const stretch = (Math.max(0.5, w) / (letters * 0.5 * height)) * 100
  // A fifth of the height lies below the line on which letters stand.
  return `/F0 ${n(height)} Tf ${n(stretch)} Tz 1 0 0 1 ${n(x)} ${n(y + height * 0.2)} Tm ${hex} Tj\n`
}

const n = (value: number) => (Math.round(value * 1000) / 1000).toString()
