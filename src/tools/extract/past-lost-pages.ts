import type { ExtractedPage, Extraction } from '../../ports/extractor.ts'
import type { What } from './messages.ts'
import { ReaderLost, Unreadable } from './unreadable.ts'

/** How pages are read again: by a reader of the file from a page on; a single page by another program, if one may do better. */
export type Again = {
  read(what: Omit<What, 'mediaType'>): AsyncIterable<Extraction>
  otherwise(page: number, because: string): AsyncIterable<Extraction> | null
}

const mostLost = 5

/**
 * Reads a PDF on from where its reader was lost, behind so many `pages` of a `total`. The page that a reader is lost at once
 * more is tried otherwise, or comes without text; a remark names such pages. Throws Unreadable where no page at all could be
 * read, or more than five were lost. What the whole is like is not told.
 */
export async function* pastLostPages(
  again: Again,
  pages: number,
  total: number,
  first: ReaderLost,
): AsyncGenerator<Extraction> {
  const lost: number[] = []
  let waiting: ExtractedPage[] = []
  let isAnyRead = pages > 0
  let at = pages
  let because = first.message
  while (at < total) {
    try {
      for await (const told of again.read({ from: at + 1 })) {
        if (told.kind !== 'pages') continue
        at += told.pages.length
        isAnyRead = true
        yield { ...told, pages: [...waiting, ...told.pages] }
        waiting = []
      }
      break
    } catch (error) {
      if (!(error instanceof ReaderLost)) throw error
      because = error.message
    }
    at++
    const other = await pageOtherwise(again, at, because)
    if (other) {
      isAnyRead = true
      yield { ...other, pages: [...waiting, ...other.pages] }
      waiting = []
      continue
    }
    lost.push(at)
    waiting.push(withoutText(at))
    if (lost.length > mostLost)
      throw new Unreadable(
        `made its reader fail at pages ${lost.join(', ')}; print it to a new PDF, or split it into parts: the last ${because}`,
      )
  }
  if (!isAnyRead) throw new Unreadable(first.message)
  if (waiting.length > 0) yield { kind: 'pages', pages: waiting, newWords: [] }
  if (lost.length > 0) yield { kind: 'remark', remark: remarkOn(lost, because) }
}

type Pages = Extract<Extraction, { kind: 'pages' }>

async function pageOtherwise({ otherwise }: Again, page: number, because: string): Promise<Pages | null> {
  const reading = otherwise(page, because)
  if (reading === null) return null
  try {
    for await (const told of reading) if (told.kind === 'pages') return told
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
  return null
}

const withoutText = (filePage: number): ExtractedPage => ({
  ...{ filePage, label: null, width: null, height: null },
  ...{ content: '', language: null, words: '' },
})

function remarkOn(lost: readonly number[], because: string): string {
  const [what] = because.split(';')
  return lost.length === 1
    ? `the text of page ${lost[0]} could not be read: it ${what}`
    : `the text of pages ${lost.join(', ')} could not be read: the last ${what}`
}
