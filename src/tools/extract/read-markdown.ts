import { Marked } from 'marked'
import type { Reading } from './batches.ts'
import { decodePieces, encodingOf } from './decode-text.ts'
import { textOfHtml } from './html-text.ts'
import { htmlElements } from './parse-html.ts'
import { readWhole } from './read-whole.ts'
import { type TextPage, textPages } from './text-pages.ts'
import { engineNamed, transcript } from './transcript.ts'

const mostBytes = 64 * 1024 * 1024

// Whoever transcribes ends a line where the paper does.
const markdown = new Marked({ gfm: true, breaks: true })

/** Reads Markdown (GitHub's kind) as people read it: its signs are left out, its lines kept, in pages as plain text is. */
export function* readMarkdown(fd: number): Generator<Reading> {
  const bytes = readWhole(fd, mostBytes)
  const { encoding, assumed } = encodingOf(bytes)
  const pages = [...pagesOf(decodePieces(bytes, encoding))].map((page) => ({ ...page, refers: null }))
  yield* transcript(pages, engineNamed('marked'), assumed)
}

function* pagesOf(pieces: Iterable<string>): Generator<TextPage> {
  for (const { label, content } of textPages(pieces)) {
    const [first, ...more] = textPages([textOf(content)])
    yield { label: label ?? first?.label ?? null, content: first?.content ?? '' }
    yield* more
  }
}

function textOf(content: string): string {
  try {
    const [root] = htmlElements([markdown.parse(content, { async: false })])
    return root ? textOfHtml(root) : ''
  } catch (error) {
    // What is nested deeper than a program can follow is no writing of people: it stays as it stands.
    if (!(error instanceof RangeError)) throw error
    return content
  }
}
