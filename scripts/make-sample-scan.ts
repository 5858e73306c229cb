import { readFileSync, writeFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { seeded } from '../test/bench/random.ts'
import { age } from '../test/support/scans/age.ts'
import { glyphOf } from '../test/support/scans/face.ts'
import { typeset } from '../test/support/scans/typeset.ts'

const samples = new URL('../samples/', import.meta.url)
const note = 'Šiauliai copy – note.en.md'
const dpi = 150
const sheet = { width: 1240, height: 1754, dpi, face: 'typewriter' as const, points: 12 }
// A fixed day, so that the same words give the same bytes.
const made = new Date('2026-01-01T00:00:00Z')

/** Where the registry's stamp is on the first page, in pixels: left, top, width, height. */
export const stampBox = [640, 1010, 470, 190] as const

/** The note of the sample archive as a scanned typescript that bears its shelfmark as a stamp: the same bytes at every run. */
export async function makeSampleScan(): Promise<Uint8Array> {
  const pages = readFileSync(new URL(encodeURIComponent(note), samples), 'utf8').split('[p. 2]')
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle('Note on the copy found in Šiauliai, typed and stamped')
  pdf.setAuthor('Archivists of the sample archive')
  pdf.setCreationDate(made)
  pdf.setModificationDate(made)
  for (const [at, text] of pages.entries()) {
    const random = seeded(11 + at)
    const { svg } = typeset(typed(text), { ...sheet, skew: at === 0 ? -0.7 : 0.5 }, random)
    const png = await age(at === 0 ? svg.replace('</svg>', `${stamp()}</svg>`) : svg, dpi, 9, random)
    const jpeg = await pdf.embedJpg(await sharp(png).jpeg({ quality: 72 }).toBuffer())
    const [width, height] = [(sheet.width / dpi) * 72, (sheet.height / dpi) * 72]
    pdf.addPage([width, height]).drawImage(jpeg, { x: 0, y: 0, width, height })
  }
  return pdf.save()
}

/** The prose of a page: without its table and the marks of Markdown, its sentences as they are typed. */
const typed = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('|'))
    .join('\n')
    .replace(/[*#`]|^- /gm, '')
    .split(/(?<=[.:])\s+|\n\n+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')

/** A stamp with two lines in a frame, a little askew. */
function stamp(): string {
  const [left, top, width, height] = stampBox
  const lines = [
    { text: 'SAMPLE ARCHIVE', em: 42, down: 78 },
    { text: 'EXAMPLE-1/3/11', em: 42, down: 144 },
  ]
  const letters = lines.flatMap(({ text, em, down }) => {
    const wide = [...text].reduce((sum, letter) => sum + (glyphOf('sans', letter).advance / 2048) * em, 0)
    let x = left + (width - wide) / 2
    return [...text].map((letter) => {
      const glyph = glyphOf('sans', letter)
      const scale = em / glyph.em
      const drawn = `<path transform="matrix(${scale} 0 0 ${-scale} ${x} ${top + down})" d="${glyph.outline}"/>`
      x += (glyph.advance / glyph.em) * em
      return drawn
    })
  })
  const frame = `<rect x="${left + 24}" y="${top + 24}" width="${width - 48}" height="${height - 48}" rx="8" fill="none" stroke="#3d3a55" stroke-width="5"/>`
  return `<g fill="#3d3a55" fill-opacity="0.78" stroke-opacity="0.78" transform="rotate(-4 ${left + width / 2} ${top + height / 2})">${frame}${letters.join('')}</g>`
}

if (import.meta.main)
  writeFileSync(
    new URL(encodeURIComponent('Šiauliai copy – note, typed.pdf'), samples),
    await makeSampleScan(),
  )
