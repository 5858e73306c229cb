import { fstatSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { isGarbled } from '../../domain/page/garbled.ts'
import { layOut, type ReadBlock, type ReadWord } from '../../domain/page/lay-out.ts'
import type { ExtractedPage } from '../../ports/extractor.ts'
import type { Reading } from './batches.ts'
import { makePage } from './make-page.ts'
import { popplerVersion, startPoppler } from './poppler-process.ts'
import { Unreadable } from './unreadable.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: no XML may hold them, and poppler writes what stands in the file
const noXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
const perPoint = 10

/**
 * Reads the text of the PDF behind a descriptor by poppler, for a file that pdf.js cannot read: `because` says why, in
 * words that continue the file's name. `only` has it read that page alone. Throws Unreadable with them where poppler cannot read it either.
 */
export async function* readPdfByPoppler(
  fd: number,
  { path: program, memoryBytes }: { path: string; memoryBytes: number },
  because: string,
  only?: number,
): AsyncGenerator<Reading> {
  if (fstatSync(fd).size === 0) throw new Unreadable(because)
  const engine = `poppler ${await popplerVersion(program)}`.trim()
  const some = only === undefined ? [] : ['-f', `${only}`, '-l', `${only}`]
  const poppler = startPoppler(
    program,
    ['-bbox-layout', '-cropbox', ...some, '/dev/stdin', '-'],
    fd,
    memoryBytes,
  )
  let pages = 0
  try {
    for await (const page of pagesOf(poppler.stdout, only ?? 1)) {
      if (pages === 0) yield { kind: 'start', total: 0, layer: 'embedded', engine, assumed: assumed(because) }
      pages++
      yield { kind: 'page', page }
    }
  } finally {
    poppler.stop()
  }
  if (pages === 0) throw new Unreadable(because)
}

async function* pagesOf(output: AsyncIterable<Buffer>, first: number): AsyncGenerator<ExtractedPage> {
  const parser = new SaxesParser()
  const done: ExtractedPage[] = []
  const decoder = new TextDecoder()
  let filePage = first - 1
  let size = { width: 0, height: 0 }
  let blocks: ReadWord[][][] = []
  let word: { box: ReadWord['box']; text: string } | null = null
  parser.on('error', () => {})
  parser.on('opentag', ({ name, attributes }) => {
    const number = (key: string) => Number.parseFloat(attributes[key] ?? '') || 0
    if (name === 'page') {
      size = { width: number('width'), height: number('height') }
      blocks = []
    } else if (name === 'block') blocks.push([])
    else if (name === 'line') blocks.at(-1)?.push([])
    else if (name === 'word') {
      const [left, top] = [number('xMin') * perPoint, number('yMin') * perPoint]
      word = { box: [left, top, number('xMax') * perPoint - left, number('yMax') * perPoint - top], text: '' }
    }
  })
  parser.on('text', (text) => {
    if (word) word.text += text
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'word' && word) {
      blocks
        .at(-1)
        ?.at(-1)
        ?.push({ ...word, confidence: null })
      word = null
    }
    if (name === 'page') done.push(pageOf(++filePage, size, blocks))
  })
  for await (const bytes of output) {
    parser.write(decoder.decode(bytes, { stream: true }).replace(noXml, ''))
    yield* done.splice(0)
  }
}

function pageOf(filePage: number, size: { width: number; height: number }, blocks: readonly ReadBlock[]) {
  const frame = { width: size.width * perPoint, height: size.height * perPoint }
  const { content, placed } = layOut(frame, blocks)
  const [width, height] = [Math.round(size.width), Math.round(size.height)]
  const page = makePage({ filePage, label: null, width, height, content })
  return { ...page, placed, garbled: isGarbled(page.content) }
}

const assumed = (because: string) => `read by poppler, for to pdf.js it ${because}`
