import sharp from 'sharp'
import type { Scan } from './a-scan.ts'
import type { ScanWord } from './typeset.ts'

/** A scan of which the page lay turned under the scanner, clockwise by so many degrees. */
export async function turnedScan(scan: Scan, degrees: 90 | 180 | 270): Promise<Scan> {
  const { width, height } = scan
  const png = await sharp(scan.png).rotate(degrees).withMetadata({ density: scan.dpi }).png().toBuffer()
  const words = scan.words.map((word): ScanWord => {
    const [x, y, w, h] = word.box
    if (degrees === 180) return { ...word, box: [width - x - w, height - y - h, w, h] }
    return { ...word, box: degrees === 90 ? [height - y - h, x, h, w] : [y, width - x - w, h, w] }
  })
  return degrees === 180 ? { ...scan, png, words } : { ...scan, png, words, width: height, height: width }
}
