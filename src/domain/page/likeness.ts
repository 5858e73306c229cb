const side = 16
const bits = side * side

/** The width and height in pixels of the raster that likenesses of pages are made of, whatever the page's own shape. */
export const likenessRaster = 64

/**
 * Two images of one page, scanned again, askew by a degree, noisy, darker or compressed hard, differ in no more than so
 * many bits; pages with other text in the same layout in more. Measured, see test/domain/page/likeness.test.ts.
 */
export const likenessLimit = 60

/** So many cells must differ from the paper, by so many of 256 shades, before a page bears anything. */
const written = { cells: 8, shades: 10 }

/**
 * The perceptual hash of a page: 256 bits as 64 hex digits, from a raster of grey (a byte a pixel, row by row); null
 * where the page is blank. Of the raster's discrete cosine transform it takes the 16 × 16 lowest frequencies that are
 * constant in neither direction, and of each whether it is above their median: 64 bits do not tell pages of text apart.
 */
export function likenessOf(grey: Uint8Array, width: number, height: number): string | null {
  if (grey.length !== width * height) throw new RangeError('A raster of grey has one byte a pixel.')
  if (isBlank(grey)) return null
  const waves = frequencies(grey, width, height)
  const median = waves.toSorted()[bits / 2] ?? 0
  let hex = ''
  for (let at = 0; at < bits; at += 4) {
    let digit = 0
    for (let bit = 0; bit < 4; bit++) digit = digit * 2 + ((waves[at + bit] ?? 0) > median ? 1 : 0)
    hex += digit.toString(16)
  }
  return hex
}

/** In how many bits two likenesses differ: from 0 to 256. */
export function likenessDistance(a: string, b: string): number {
  let distance = 0
  for (let at = 0; at < bits / 4; at += 8) distance += ones(word(a, at) ^ word(b, at))
  return distance
}

const word = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 8), 16)

function ones(word: number): number {
  let count = 0
  for (let rest = word >>> 0; rest !== 0; rest &= rest - 1) count++
  return count
}

function isBlank(grey: Uint8Array): boolean {
  const paper = grey.toSorted()[grey.length >> 1] ?? 0
  let cells = 0
  for (const shade of grey) if (Math.abs(shade - paper) > written.shades) cells++
  return cells < written.cells
}

/** The coefficients 1 to 16 in both directions of the raster's discrete cosine transform (DCT-II), by rows. */
function frequencies(grey: Uint8Array, width: number, height: number): Float64Array {
  const [across, down] = [cosines(width), cosines(height)]
  const rows = new Float64Array(height * side)
  for (let y = 0; y < height; y++)
    for (let u = 0; u < side; u++) {
      let sum = 0
      for (let x = 0; x < width; x++) sum += (grey[y * width + x] ?? 0) * (across[u * width + x] ?? 0)
      rows[y * side + u] = sum
    }
  const waves = new Float64Array(bits)
  for (let v = 0; v < side; v++)
    for (let u = 0; u < side; u++) {
      let sum = 0
      for (let y = 0; y < height; y++) sum += (rows[y * side + u] ?? 0) * (down[v * height + y] ?? 0)
      waves[v * side + u] = sum
    }
  return waves
}

function cosines(length: number): Float64Array {
  const table = new Float64Array(side * length)
  for (let wave = 0; wave < side; wave++)
    for (let at = 0; at < length; at++)
      table[wave * length + at] = Math.cos(((wave + 1) * (2 * at + 1) * Math.PI) / (2 * length))
  return table
}
