import mammoth from 'mammoth'
import type { Reading } from './batches.ts'
import { decodePieces } from './decode-text.ts'
import { textOfHtml } from './html-text.ts'
import { markupEncodingOf } from './markup-encoding.ts'
import { htmlElements } from './parse-html.ts'
import { xmlElements } from './parse-xml.ts'
import { readWhole } from './read-whole.ts'
import { textPages } from './text-pages.ts'
import { engineNamed, transcript } from './transcript.ts'
import { Unreadable } from './unreadable.ts'
import { xmlPartsOf } from './zip-contents.ts'

const note = /<li id="(?:footnote|endnote)-(\w+)">([\s\S]*?)<\/li>/g

/**
 * Reads the text of a Word document, in pages where its author broke them or wrote `[p. 12]` markers. Each footnote
 * stands at the end of the page that refers to it.
 */
export async function* readDocx(fd: number): AsyncGenerator<Reading> {
  const bytes = readWhole(fd)
  checkParts(bytes)
  const { value } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap: ["br[type='page'] => hr.page"],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
      },
    )
    .catch((error: unknown) => {
      const said = error instanceof Error ? error.message : String(error)
      throw new Unreadable(`is a Word document that could not be read (${said.slice(0, 200)}); save it anew`)
    })
  const pages = [...textPages([[...pagesOf(value)].map(plain).join('\f')])]
  yield* transcript(
    pages.map((page) => ({ ...page, refers: null })),
    engineNamed('mammoth'),
    null,
  )
}

/** Refuses what mammoth would not survive: bombs, entities, and elements too deep in each other. */
function checkParts(bytes: Uint8Array): void {
  let hasText = false
  for (const part of xmlPartsOf(bytes)) {
    hasText ||= part.name === 'word/document.xml'
    const { encoding } = markupEncodingOf(part.bytes)
    for (const _ of xmlElements(decodePieces(part.bytes, encoding), 'p', 'tbl', 'style', 'abstractNum'));
  }
  if (!hasText) throw new Unreadable('is no Word document: it has no text part; upload another copy of it')
}

/** The pages of the document as HTML, the notes that mammoth gathers at its end brought to where they are named. */
function* pagesOf(html: string): Generator<string> {
  const notes = new Map<string, string>()
  const body = html.replace(note, (_, id: string, written: string) => {
    notes.set(id, written.replace(/<a href="#(?:footnote|endnote)-ref-[^"]*">[^<]*<\/a>/g, ''))
    return ''
  })
  for (const page of body.split(/<hr class="page"\s*\/?>/)) {
    const named = [...page.matchAll(/<a href="#(?:footnote|endnote)-(?!ref-)(\w+)"[^>]*>(\[\d+\])<\/a>/g)]
    const below = named.map(([, id = '', mark]) => notes.get(id)?.replace(/^\s*(<p>)?/, `$1${mark} `) ?? '')
    yield `${page}${below.join('')}`
  }
}

const plain = (html: string): string => {
  const [root] = htmlElements([html])
  return root ? textOfHtml(root) : ''
}
