import sharp from 'sharp'
import { between, type Random } from '../../bench/random.ts'

const tableSize = 65_536

/**
 * What paper and scanner do to a drawn page: uneven yellowed paper, grain, specks of dirt and pinholes in the ink,
 * a slight blur. `noise` is the standard deviation of the grain in grey levels. Gives a greyscale PNG.
 */
export async function age(svg: string, dpi: number, noise: number, random: Random): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(svg), { unlimited: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .blur(Math.max(0.3, (dpi / 300) * 0.8))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const grain = Float32Array.from({ length: tableSize }, () => gaussian(random) * noise)
  const [across, down] = [between(random, 2, 5), between(random, 2, 5)]
  const waves = Float64Array.from({ length: width }, (_, x) => 8 * Math.sin((across * x) / width))
  for (let y = 0; y < height; y++) {
    const fade = 12 * Math.sin((down * y) / height + 1)
    let at = Math.floor(random() * tableSize)
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x
      const paper = 226 + fade + (waves[x] ?? 0)
      at = (at + 1) % tableSize
      data[pixel] = clamp(((data[pixel] ?? 255) / 255) * (paper - 24) + 24 + (grain[at] ?? 0))
    }
  }
  speckle(data, width, height, dpi, random)
  return await sharp(data, { raw: { width, height, channels: 1 } })
    .withMetadata({ density: dpi })
    .png({ compressionLevel: 3 })
    .toBuffer()
}

function speckle(data: Buffer, width: number, height: number, dpi: number, random: Random): void {
  const specks = Math.round((width * height) / 12_000)
  for (let n = 0; n < specks; n++) {
    const size = Math.max(1, Math.round((between(random, 1, 3) * dpi) / 300))
    const [left, top] = [between(random, 0, width - size), between(random, 0, height - size)]
    const grey = n % 3 === 0 ? 235 : between(random, 40, 120)
    for (let y = top; y < top + size; y++) data.fill(grey, y * width + left, y * width + left + size)
  }
}

const clamp = (grey: number) => (grey < 0 ? 0 : grey > 255 ? 255 : grey)

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
