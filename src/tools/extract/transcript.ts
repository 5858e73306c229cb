import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { layOut, type ReadBlock } from '../../domain/page/lay-out.ts'
import type { Box, Frame, PlacedWords } from '../../domain/page/placed-words.ts'
import type { PageReference } from '../../ports/extractor.ts'
import type { Reading } from './batches.ts'
import { makePage } from './make-page.ts'

/** A page of a transcription whose text has no places. */
export type WrittenPage = { label: string | null; refers: PageReference | null; content: string }

/** A page whose words have places, in a frame, or null: as far as they reach. A word without a place has `nowhere`. */
export type LaidPage = {
  label: string | null
  refers: PageReference | null
  frame: Frame | null
  blocks: readonly ReadBlock[]
}

/** Stands for the place of a word that has none. */
export const nowhere: Box = [0, 0, 0, 0]

/** Tells the pages of a transcription, the words that the index receives made for each. There is always one page. */
export function* transcript(
  pages: readonly (WrittenPage | LaidPage)[],
  engine: string,
  assumed: string | null,
): Generator<Reading> {
  const blank: WrittenPage = { label: null, refers: null, content: '' }
  const all = pages.length > 0 ? pages : [blank]
  yield { kind: 'start', total: all.length, layer: 'transcription', engine, assumed }
  for (const [at, page] of all.entries()) {
    const { label, refers } = page
    const common = { filePage: at + 1, label, refers }
    yield {
      kind: 'page',
      page: makePage({ ...common, ...('content' in page ? unplaced(page) : laid(page)) }),
    }
  }
}

const unplaced = ({ content }: WrittenPage) => ({ width: null, height: null, content })

function laid({ blocks, frame }: LaidPage) {
  const box = frame ?? reachOf(blocks)
  if (box === null) return unplaced({ label: null, refers: null, content: layOut(noFrame, blocks).content })
  const whole = { width: Math.max(1, Math.round(box.width)), height: Math.max(1, Math.round(box.height)) }
  const { content, placed } = layOut(whole, blocks)
  return { ...whole, content, placed: withPlaces(placed) }
}

const noFrame: Frame = { width: 1, height: 1 }

function withPlaces({ frame, words }: PlacedWords): PlacedWords | null {
  const placed = words.filter(({ box: [, , w, h] }) => w > 0 && h > 0)
  return placed.length === 0 ? null : { frame, words: placed }
}

function reachOf(blocks: readonly ReadBlock[]): Frame | null {
  let [width, height] = [0, 0]
  for (const line of blocks.flat()) {
    for (const { box } of line) {
      width = Math.max(width, box[0] + box[2])
      height = Math.max(height, box[1] + box[3])
    }
  }
  return width > 0 && height > 0 ? { width, height } : null
}

/** The name and version of a library, as a text revision records it. */
export function engineNamed(library: string): string {
  const entry = createRequire(import.meta.url).resolve(library)
  const folder = join('node_modules', library)
  const manifest = join(entry.slice(0, entry.lastIndexOf(folder)), folder, 'package.json')
  return `${library} ${JSON.parse(readFileSync(manifest, 'utf8')).version}`
}
