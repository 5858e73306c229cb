/** Some values in one cell: divided by semicolons, which a backslash before them makes part of a value. */
export const writeList = (values: readonly string[]): string => values.map(escaped).join('; ')

/** The values of a cell, those that say nothing left out. */
export const readList = (cell: string): string[] =>
  divided(cell, ';')
    .map((value) => unescaped(value).trim())
    .filter((value) => value !== '')

/** Identifiers in one cell, as `scheme:value; scheme:value`. */
export const writeIdentifiers = (identifiers: readonly { scheme: string; value: string }[]): string =>
  identifiers
    .map(({ scheme, value }) => `${escaped(scheme).replaceAll(':', '\\:')}:${escaped(value)}`)
    .join('; ')

/** The identifiers of a cell; null stands for one without a scheme. */
export const readIdentifiers = (cell: string): ({ scheme: string; value: string } | null)[] =>
  divided(cell, ';')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [scheme = '', ...rest] = divided(part, ':')
      const read = { scheme: unescaped(scheme).trim(), value: unescaped(rest.join(':')).trim() }
      return read.scheme === '' || read.value === '' ? null : read
    })

const escaped = (text: string) => text.replace(/[\\;]/g, (character) => `\\${character}`)
const unescaped = (text: string) => text.replace(/\\([\\;:])/g, '$1')

function divided(text: string, by: string): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\') part += character + text.charAt(++at)
    else if (character === by) {
      parts.push(part)
      part = ''
    } else part += character
  }
  return [...parts, part]
}

/** A cell that no spreadsheet runs as a formula: an apostrophe comes before what looks like one. */
export const guarded = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** A cell as it was before it was guarded. */
export const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
