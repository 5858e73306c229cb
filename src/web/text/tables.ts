import type { Passage } from './passage.ts'

/** A line of a table: its cells together are the line, with what parts them and its end. A rule only draws a line. */
export type Row = Passage & { cells: readonly Passage[]; isRule: boolean }

/** A stretch of a text (UTF-16 units): as it stands, or lines of which a table was made. */
export type Block = Passage & { rows: readonly Row[] | null }

/** What parts cells: each tab, or where lines have not as many, so many as stand together; or the pipes of Markdown. */
type Kind = 'tab' | 'tabs' | 'pipes'
const signs: Record<Kind, RegExp> = { tab: /\t/g, tabs: /\t+/g, pipes: /(?<!\\)\|/g }

const rule = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/
/** A tab between words; one that only indents is none. */
const tabbed = /\S *\t+ *\S/

/**
 * A text cut before and behind its tables: lines with tabs between words that follow each other, and tables of Markdown.
 * The blocks together are the whole text, and so are the cells of a table.
 */
export function blocksOf(text: string): Block[] {
  if (!text.includes('\t') && !text.includes('|')) return text === '' ? [] : [plain(0, text.length)]
  const lines = linesOf(text)
  const blocks: Block[] = []
  const past = () => blocks.at(-1)?.end ?? 0
  for (let at = 0; at < lines.length; ) {
    const kind = kindAt(text, lines, at)
    const end = kind ? endOf(kind, text, lines, at) : at + 1
    const first = lines[at]
    const last = lines[end - 1]
    if (kind && end - at > 1 && first && last) {
      if (first.start > past()) blocks.push(plain(past(), first.start))
      const found = lines.slice(at, end)
      const counts = new Set(found.map((line) => tabsIn(partOf(text, line))))
      const rows = found.map((line) => rowOf(text, line, kind === 'tabs' && counts.size === 1 ? 'tab' : kind))
      blocks.push({ start: first.start, end: last.end, rows })
    }
    at = end
  }
  if (past() < text.length) blocks.push(plain(past(), text.length))
  return blocks
}

const plain = (start: number, end: number): Block => ({ start, end, rows: null })

/** Lines with their ends. */
function linesOf(text: string): Passage[] {
  const lines: Passage[] = []
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length
    lines.push({ start, end })
    start = end
  }
  return lines
}

const partOf = (text: string, line: Passage | undefined) => (line ? text.slice(line.start, line.end) : '')

const tabsIn = (line: string) => line.split('\t').length - 1

function kindAt(text: string, lines: readonly Passage[], at: number): 'tabs' | 'pipes' | null {
  const line = partOf(text, lines[at])
  if (tabbed.test(line)) return 'tabs'
  const next = partOf(text, lines[at + 1])
  return line.includes('|') && next.includes('|') && rule.test(next) ? 'pipes' : null
}

function endOf(kind: Kind, text: string, lines: readonly Passage[], at: number): number {
  const tabs = tabsIn(partOf(text, lines[at]))
  // The first cells of a line may be empty, or the last.
  const isShort = (line: string) => tabsIn(line) === tabs && line.trim() !== '' && !/^\t+[^\t]*$/.test(line)
  const goesOn = (line: string) =>
    kind === 'pipes' ? line.includes('|') : tabbed.test(line) || isShort(line)
  let end = at + 1
  while (end < lines.length && goesOn(partOf(text, lines[end]))) end++
  return end
}

/** What parts two cells belongs to the one before; a line of Markdown may begin with what parts nothing. */
function rowOf(text: string, { start, end }: Passage, kind: Kind): Row {
  const line = text.slice(start, end)
  const isRule = kind === 'pipes' && rule.test(line)
  const cells: Passage[] = []
  let from = start
  for (const { index, 0: sign } of line.matchAll(signs[kind])) {
    const until = start + index + sign.length
    const isOuter = line.slice(0, index).trim() === '' || line.slice(index + sign.length).trim() === ''
    if (kind === 'pipes' && isOuter) continue
    cells.push({ start: from, end: until })
    from = until
  }
  cells.push({ start: from, end })
  return { start, end, cells, isRule }
}
