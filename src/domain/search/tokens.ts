import { fieldOf, nearestField, type SearchField } from './fields.ts'
import { queryFault } from './query-fault.ts'

/** A piece of a query; `column` is where it begins, 1-based in code points. */
export type Token =
  | { kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'minus'; column: number }
  | { kind: 'near'; distance: number; column: number }
  | { kind: 'field'; field: SearchField; column: number }
  | { kind: 'quoted'; text: string; exact: boolean; slop: number | null; column: number }
  | { kind: 'run'; text: string; exact: boolean; column: number }

const quotes = '"“”„‟«»'
const isQuote = (character: string | undefined) => character !== undefined && quotes.includes(character)
const isSpace = (character: string | undefined) => character === undefined || /\s/u.test(character)
const endsRun = (character: string | undefined) =>
  isSpace(character) || isQuote(character) || character === '(' || character === ')'

/** The pieces of a query in order. ArchiveError('invalid-query') for an unclosed quote, an unknown field, a lone `-`. */
export function tokenise(text: string): Token[] {
  const characters = [...text]
  const tokens: Token[] = []
  let at = 0
  while (at < characters.length) {
    if (isSpace(characters[at])) {
      at++
      continue
    }
    const before = tokens.at(-1)
    const [token, next] = tokenAt(characters, at, before?.kind === 'field' ? before.field : null)
    tokens.push(token)
    at = next
  }
  return tokens
}

/** The token that begins here and where the next one can; `field` is the one whose value this must be. */
function tokenAt(characters: string[], at: number, field: SearchField | null): [Token, number] {
  const column = at + 1
  const character = characters[at]
  if (character === '(') return [{ kind: 'open', column }, at + 1]
  if (character === ')') return [{ kind: 'close', column }, at + 1]
  if (isQuote(character)) return quotedAt(characters, at, false)
  if (field === 'date') return runAt(characters, at, false)
  if (character === '-') {
    if (!isSpace(characters[at + 1]) && characters[at + 1] !== ')') return [{ kind: 'minus', column }, at + 1]
    throw queryFault(column, 'The “-” excludes nothing: write it right before a word, as in -treaty.')
  }
  if (character === '=' && isQuote(characters[at + 1])) return quotedAt(characters, at + 1, true)
  if (character === '=' && !endsRun(characters[at + 1])) return runAt(characters, at + 1, true)
  const run = runAt(characters, at, false)
  return operatorOf(run) ?? (field === null ? fieldIn(run) : null) ?? run
}

function quotedAt(characters: string[], at: number, exact: boolean): [Token, number] {
  const column = exact ? at : at + 1
  let end = at + 1
  while (end < characters.length && !isQuote(characters[end])) end++
  if (end === characters.length) throw queryFault(at + 1, 'This quote is never closed: add a closing quote.')
  const text = characters.slice(at + 1, end).join('')
  let next = end + 1
  if (characters[next] !== '~') return [{ kind: 'quoted', text, exact, slop: null, column }, next]
  while (/^[0-9]$/.test(characters[next + 1] ?? '')) next++
  const digits = characters.slice(end + 2, next + 1).join('')
  if (digits.length < 1 || digits.length > 3) {
    throw queryFault(
      end + 2,
      'After a phrase, “~” needs the number of words that may stand between, as in "a b"~5.',
    )
  }
  return [{ kind: 'quoted', text, exact, slop: Number(digits), column }, next + 1]
}

function runAt(characters: string[], at: number, exact: boolean): [Token & { kind: 'run' }, number] {
  let end = at + 1
  while (end < characters.length && !endsRun(characters[end])) end++
  return [{ kind: 'run', text: characters.slice(at, end).join(''), exact, column: exact ? at : at + 1 }, end]
}

function operatorOf([{ text, column }, next]: [Token & { kind: 'run' }, number]): [Token, number] | null {
  if (text === 'AND') return [{ kind: 'and', column }, next]
  if (text === 'OR') return [{ kind: 'or', column }, next]
  if (text === 'NOT') return [{ kind: 'not', column }, next]
  if (text === 'NEAR') return [{ kind: 'near', distance: 10, column }, next]
  if (!text.startsWith('NEAR/')) return null
  const distance = /^NEAR\/([0-9]{1,3})$/.exec(text)?.[1]
  if (distance === undefined)
    throw queryFault(column, 'NEAR needs a number of words up to 999, as in NEAR/5.')
  return [{ kind: 'near', distance: Number(distance), column }, next]
}

/** A name of Latin letters before a colon is a field; a time, a URL or a path is not. */
function fieldIn([{ text, column }, next]: [Token & { kind: 'run' }, number]): [Token, number] | null {
  const found = /^([A-Za-z][A-Za-z_]*):(?!\/\/|\\)(.*)$/su.exec(text)
  if (found === null) return null
  const [, name = '', value = ''] = found
  const field = fieldOf(name)
  if (field !== null) return [{ kind: 'field', field, column }, next - [...value].length]
  const hint = `did you mean “${nearestField(name)}:”? To find the word itself, put it in quotes.`
  throw queryFault(column, `There is no field “${name}:”; ${hint}`)
}
