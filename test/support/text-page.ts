import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'

const fonts = createRequire(import.meta.url)
  .resolve('dejavu-fonts-ttf/package.json')
  .replace('package.json', 'ttf/')
GlobalFonts.registerFromPath(`${fonts}DejaVuSerif.ttf`, 'Test Serif')
GlobalFonts.registerFromPath(`${fonts}DejaVuSansMono.ttf`, 'Test Mono')

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A page of made-up words at 100 dpi as PNG: printed or typewritten, in paragraphs or filled from edge to edge. Pages
 * of one kind have the same margins and lines, so that only their words tell them apart.
 */
export function aTextPage(seed: number): Buffer {
  const [width, height] = [827, 1169]
  const random = chance(seed)
  const canvas = createCanvas(width, height)
  const draw = canvas.getContext('2d')
  const [isTyped, isFull] = [seed % 2 === 1, seed % 4 < 2]
  draw.fillStyle = '#fff'
  draw.fillRect(0, 0, width, height)
  draw.fillStyle = '#111'
  draw.font = isTyped ? '14px "Test Mono"' : '15px "Test Serif"'
  for (let y = 90; y < height - 80; y += isTyped ? 20 : 19) {
    let x = !isFull && random() < 0.15 ? 120 : 80
    const end = isFull || random() > 0.18 ? width - 80 : 80 + random() * 500
    for (;;) {
      const word = `${aWord(random)} `
      const long = draw.measureText(word).width
      if (x + long > end) break
      draw.fillText(word, x, y)
      x += long
    }
    if (!isFull && random() < 0.1) y += 19
  }
  return canvas.toBuffer('image/png')
}

function aWord(random: () => number): string {
  const letters = 'abcdefghijklmnoprstuvz'
  return Array.from(
    { length: 2 + Math.floor(random() * 9) },
    () => letters[Math.floor(random() * letters.length)],
  ).join('')
}
