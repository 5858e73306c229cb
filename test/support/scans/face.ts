import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fontkit, { type Font } from '@pdf-lib/fontkit'

/** Typefaces that come with DejaVu: a typewriter's, a book's and a plain one. */
export type Face = 'typewriter' | 'serif' | 'sans'

/** A letter: its outline as SVG path data, what bounds it, and how far the carriage moves on, in `em` units, y upwards. */
export type Glyph = {
  outline: string
  bounds: { minX: number; minY: number; maxX: number; maxY: number }
  advance: number
  em: number
}

const files: Readonly<Record<Face, string>> = {
  typewriter: 'DejaVuSansMono.ttf',
  serif: 'DejaVuSerif.ttf',
  sans: 'DejaVuSans.ttf',
}
const loaded = new Map<Face, Font>()

/** A letter of a face; the outline is read from the font's file, so no font has to be installed. */
export function glyphOf(face: Face, letter: string): Glyph {
  const font = loaded.get(face) ?? load(face)
  const { path, advanceWidth } = font.glyphForCodePoint(letter.codePointAt(0) ?? 0x20)
  return { outline: path.toSVG(), bounds: path.bbox, advance: advanceWidth, em: font.unitsPerEm }
}

function load(face: Face): Font {
  const path = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${files[face]}`)
  const font = fontkit.create(readFileSync(path))
  loaded.set(face, font)
  return font
}
