import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import type { Language } from '../../../src/domain/language/language.ts'
import { seeded } from '../../bench/random.ts'
import { age } from './age.ts'
import type { Face } from './face.ts'
import { sentences } from './sentences.ts'
import { type ScanWord, typeset } from './typeset.ts'

/** A made scan of a page: a greyscale PNG, and every word on it with the box of its ink in pixels. */
export type Scan = {
  png: Buffer
  width: number
  height: number
  dpi: number
  /** The text as it reads: words parted by spaces, lines by line ends. */
  text: string
  words: readonly ScanWord[]
}

/** How a scan is wished; what is left out is chosen by the seed (skew) or usual: A4 at 300 dpi, typewriter, noise of 25. */
export type ScanWish = {
  language: Language
  dpi?: number
  paper?: keyof typeof papers
  seed?: number
  face?: Face
  points?: number
  skew?: number
  noise?: number
  /** What is typed instead of the sentences of the language. */
  sentences?: readonly string[]
}

/** Sizes of paper in inches: few sentences need no more than a slip, half as much to look at as a whole page. */
const papers = { A4: [8.27, 11.69], slip: [8.27, 5.85] } as const

/** Makes a scan: the same bytes for the same wish. */
export async function aScan(wish: ScanWish): Promise<Scan> {
  const { language, dpi = 300, seed = 1, face = 'typewriter', points = 12, noise = 25 } = wish
  const [across, down] = papers[wish.paper ?? 'A4']
  const random = seeded(seed)
  const [width, height] = [Math.round(across * dpi), Math.round(down * dpi)]
  const skew = wish.skew ?? random() * 3 - 1.5
  const all = sentences[language]
  const said = wish.sentences ?? all.map((_, at) => all[(at + seed) % all.length] ?? '')
  const { svg, lines } = typeset(said, { width, height, dpi, face, points, skew }, random)
  return {
    png: await age(svg, dpi, noise, random),
    width,
    height,
    dpi,
    text: lines.map((line) => line.map(({ text }) => text).join(' ')).join('\n'),
    words: lines.flat(),
  }
}

/** A PDF whose pages are these scans, each as one embedded JPEG, in the size that they had on paper. */
export async function aScanPdf(scans: readonly Scan[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (const { png, width, height, dpi } of scans) {
    const image = await document.embedJpg(await sharp(png).jpeg({ quality: 85 }).toBuffer())
    const size: [number, number] = [(width / dpi) * 72, (height / dpi) * 72]
    document.addPage(size).drawImage(image, { x: 0, y: 0, width: size[0], height: size[1] })
  }
  return await document.save()
}
