import sharp from 'sharp'
import type { Scan } from './a-scan.ts'
import type { ScanWord } from './typeset.ts'

/** A scan at 150 dpi as it lies on a plain table, of which it is less than half of the picture. */
export async function onTable(scan: Scan, grey: number): Promise<Scan> {
  const [width, height, left, top] = [2000, 2400, 380, 320]
  const png = await sharp({ create: { width, height, channels: 3, background: plain(grey) } })
    .composite([{ input: scan.png, left, top }])
    .png()
    .toBuffer()
  const words = scan.words.map((word): ScanWord => {
    const [x, y, w, h] = word.box
    return { ...word, box: [x + left, y + top, w, h] }
  })
  return { ...scan, png, width, height, words }
}

/** A scan whose file broke off in the middle: its lower half is a grey fill, and only the words above are on it. */
export async function brokenOff(scan: Scan): Promise<Scan> {
  const { width, height } = scan
  const top = Math.floor(height / 2)
  const fill = { create: { width, height: height - top, channels: 3 as const, background: plain(128) } }
  const png = await sharp(scan.png)
    .composite([{ input: fill, left: 0, top }])
    .png()
    .toBuffer()
  const words = scan.words.filter(({ box: [, y, , h] }) => y + h <= top)
  return { ...scan, png, words, text: words.map(({ text }) => text).join(' ') }
}

const plain = (grey: number) => ({ r: grey, g: grey, b: grey })
