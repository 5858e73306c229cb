/** How many lines of a text are not empty; where quotes count, line ends between two of them are part of a value. */
export async function countRows(pieces: AsyncIterable<string>, quotesCount: boolean): Promise<number> {
  let rows = 0
  let isQuoted = false
  let hasContent = false
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at)
      if (code === quote && quotesCount) isQuoted = !isQuoted
      const isEnd = !isQuoted && (code === lineFeed || code === carriageReturn)
      if (isEnd && hasContent) rows++
      if (isEnd) hasContent = false
      else if (code !== byteOrderMark && (quotesCount || !isBlank(code))) hasContent = true
    }
  }
  return hasContent ? rows + 1 : rows
}

const [quote, lineFeed, carriageReturn, byteOrderMark] = [0x22, 0x0a, 0x0d, 0xfeff]
/** A blank line is no object of JSON Lines; in CSV it is a row of one blank cell. */
const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === carriageReturn
