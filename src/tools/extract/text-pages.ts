import { cleanText } from '../../domain/clean-text.ts'

/** A page of a transcription: the label of its `[p. 12v]` marker or null, and its text without the marker. */
export type TextPage = { label: string | null; content: string }

const mostCharacters = 100_000
const pageBreak =
  /\f|(?:^|(?<=\f))[ \t]*\[p\.[ \t]*(\d{1,6} ?[a-zа-я]{0,3}\.?(?:[-–/]\d{1,6} ?[a-zа-я]{0,3}\.?)?|[ivxlcdm]{1,12})\][ \t]*(?:\n|$|(?=\f))/gimu

/**
 * Parts a text into pages at form feeds and at lines that consist of a `[p. 12]` marker (folio and roman numbers too).
 * What stands before the first marker is a page of its own unless it is blank; a page longer than 100,000 characters
 * is cut near the end of a paragraph or line, and only its first part keeps the label. There is always one page.
 */
export function* textPages(pieces: Iterable<string>): Generator<TextPage> {
  let label: string | null = null
  let content = ''
  let any = false
  for (const lines of wholeLines(pieces)) {
    let from = 0
    for (const found of lines.matchAll(pageBreak)) {
      content += lines.slice(from, found.index)
      from = found.index + found[0].length
      // A marker right behind a form feed, or at the very start, names the page that has just begun.
      const hasJustBegun = found[1] !== undefined && label === null && content.trim() === ''
      if (!hasJustBegun) {
        yield* cut(label, content)
        any = true
      }
      label = found[1] ?? null
      content = ''
    }
    content += lines.slice(from)
    while (content.length > 2 * mostCharacters) {
      const end = endNear(content)
      yield trimmed(label, content.slice(0, end))
      any = true
      label = null
      content = content.slice(end)
    }
  }
  // A form feed commonly ends the last page too.
  if (!any || label !== null || content.trim() !== '') yield* cut(label, content)
}

function* cut(label: string | null, content: string): Generator<TextPage> {
  let rest = content
  let name = label
  while (rest.length > mostCharacters) {
    const end = endNear(rest)
    yield trimmed(name, rest.slice(0, end))
    name = null
    rest = rest.slice(end)
  }
  yield trimmed(name, rest)
}

const trimmed = (label: string | null, content: string): TextPage => ({
  label,
  content: content.replace(/^\n+/, '').trimEnd(),
})

function endNear(content: string): number {
  const early = mostCharacters * 0.8
  for (const end of ['\n\n', '\n', ' ']) {
    const at = content.lastIndexOf(end, mostCharacters - end.length)
    if (at >= early) return at + end.length
  }
  return /[\ud800-\udbff]/.test(content[mostCharacters - 1] ?? '') ? mostCharacters - 1 : mostCharacters
}

/** The same text cleaned and cut only at line ends, so that no marker and no CRLF is torn apart. */
function* wholeLines(pieces: Iterable<string>): Generator<string> {
  let held = ''
  for (const piece of pieces) {
    held += piece
    const end = Math.max(...['\n', '\f', '\r'].map((mark) => held.replace(/\r$/, '').lastIndexOf(mark))) + 1
    // Without any line end a piece is cut anywhere but behind what may be half of something.
    const safe =
      end > 0 || held.length < 1_048_576 ? end : held.length - (/[\r\ud800-\udbff]$/.test(held) ? 1 : 0)
    if (safe > 0) yield cleanText(held.slice(0, safe))
    held = held.slice(safe)
  }
  if (held) yield cleanText(held)
}
