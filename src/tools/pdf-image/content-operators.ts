/** An operator of a content stream with its operands: numbers, names without their slash, other things as null. */
export type Operator = { name: string; operands: readonly (number | string | null)[] }

const whites = '\\0\\t\\n\\f\\r '
const token = new RegExp(
  [
    `[${whites}]+|%[^\\r\\n]*`,
    '(?<string>\\()',
    '(?<hex><[0-9A-Fa-f\\0\\t\\n\\f\\r ]*>)',
    '(?<bracket><<|>>|\\[|\\]|\\{|\\})',
    `/(?<name>[^${whites}()<>\\[\\]{}/%]*)`,
    `(?<word>[^${whites}()<>\\[\\]{}/%]+)`,
  ].join('|'),
  'y',
)

/**
 * The operators of a content stream in their order (ISO 32000-1, 7.8.2). What stands in arrays and dictionaries is passed
 * over. Throws RangeError for what is not well-formed.
 */
export function* operatorsOf(content: string): Generator<Operator> {
  let operands: (number | string | null)[] = []
  let depth = 0
  let at = 0
  while (at < content.length) {
    token.lastIndex = at
    const found = token.exec(content)
    if (!found) throw new RangeError('A content stream is damaged.')
    at = token.lastIndex
    const { string, hex, bracket, name, word } = found.groups ?? {}
    if (string !== undefined) at = endOfString(content, at)
    if (bracket !== undefined) depth += /[>\]}]/.test(bracket) ? -1 : 1
    if (depth > 0 || found[0].length === 0) continue
    if (string !== undefined || hex !== undefined || bracket !== undefined) operands.push(null)
    else if (name !== undefined) operands.push(name)
    else if (word !== undefined && /^[-+.\d]/.test(word)) operands.push(Number.parseFloat(word))
    else if (word !== undefined && !['true', 'false', 'null'].includes(word)) {
      yield { name: word, operands }
      operands = []
    }
    if (operands.length > 64) throw new RangeError('A content stream is damaged.')
  }
}

function endOfString(content: string, from: number): number {
  let depth = 1
  for (let at = from; at < content.length; at++) {
    const letter = content[at]
    if (letter === '\\') at++
    else if (letter === '(') depth++
    else if (letter === ')' && --depth === 0) return at + 1
  }
  throw new RangeError('A string does not end.')
}
