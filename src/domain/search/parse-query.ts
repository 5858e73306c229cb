import type { ArchiveError } from '../errors.ts'
import { checkPositive } from './check-positive.ts'
import { readDateRange } from './date-range.ts'
import type { SearchField } from './fields.ts'
import { join, nearable } from './join.ts'
import type { SearchNode, SearchQuery } from './query.ts'
import { queryFault } from './query-fault.ts'
import { readTerm } from './term.ts'
import { type Token, tokenise } from './tokens.ts'

const mostCharacters = 1000
const mostTerms = 64
const deepest = 20

/** Where the parser stands. */
type Reading = {
  tokens: readonly Token[]
  at: number
  depth: number
  field: SearchField | null
  terms: number
  skipped: string[]
}

/**
 * Reads the query language (words, "phrases", AND, OR, NOT, NEAR, fields, prefix*, fuzzy~, =exact) into a tree.
 * ArchiveError('invalid-query') with one sentence and the column where it went wrong, never anything else.
 */
export function parseQuery(text: string): SearchQuery {
  if ([...text].length > mostCharacters) {
    throw queryFault(mostCharacters + 1, `A query can have ${mostCharacters} characters at most: shorten it.`)
  }
  const tokens = tokenise(text)
  if (tokens.length === 0) throw queryFault(1, 'The query is empty: write a word to look for.')
  const reading: Reading = { tokens, at: 0, depth: 0, field: null, terms: 0, skipped: [] }
  const root = any(reading)
  const rest = peek(reading)
  if (rest !== undefined) throw stray(rest.column)
  if (root === null) throw queryFault(1, 'The query holds no word: write a word to look for.')
  checkPositive(root)
  return { text, root, named: root, bareWords: isBare(tokens, root), skipped: reading.skipped }
}

function any(reading: Reading): SearchNode | null {
  const parts = [all(reading)]
  while (peek(reading)?.kind === 'or') {
    reading.at++
    parts.push(all(reading))
  }
  return join('or', parts)
}

function all(reading: Reading): SearchNode | null {
  const parts = [near(reading)]
  for (let next = peek(reading); next !== undefined; next = peek(reading)) {
    if (next.kind === 'or' || next.kind === 'close') break
    if (next.kind === 'and') reading.at++
    parts.push(near(reading))
  }
  return join('and', parts)
}

function near(reading: Reading): SearchNode | null {
  const start = peek(reading)
  const first = operand(reading)
  let next = peek(reading)
  if (next?.kind !== 'near') return first
  const { distance } = next
  const parts = [nearable(first, start)]
  for (; next?.kind === 'near'; next = peek(reading)) {
    if (next.distance !== distance) {
      throw queryFault(next.column, `One chain takes one distance: NEAR/${distance} came before this one.`)
    }
    reading.at++
    const token = peek(reading)
    parts.push(nearable(operand(reading), token))
  }
  return { kind: 'near', parts, distance, column: parts[0]?.column ?? 1 }
}

function operand(reading: Reading): SearchNode | null {
  const first = peek(reading)
  let excludes = false
  let next = first
  while (next?.kind === 'not' || next?.kind === 'minus') {
    excludes = !excludes
    reading.at++
    next = peek(reading)
  }
  const part = primary(reading)
  if (part === null || !excludes || first === undefined) return part
  return part.kind === 'not' ? part.part : { kind: 'not', part, column: first.column }
}

function primary(reading: Reading): SearchNode | null {
  const token = peek(reading)
  if (token?.kind === 'open') return group(reading, token.column)
  if (token?.kind === 'field') return fieldValue(reading, token)
  if (token?.kind !== 'run' && token?.kind !== 'quoted') throw missingOperand(reading)
  reading.at++
  reading.terms++
  if (reading.terms > mostTerms)
    throw queryFault(token.column, `A query can have ${mostTerms} terms at most.`)
  if (reading.field === 'date') return readDateRange(token.text, valueColumn(token))
  const term = readTerm(token)
  if (term === null) reading.skipped.push(token.text)
  return term
}

function group(reading: Reading, column: number): SearchNode | null {
  reading.at++
  reading.depth++
  if (reading.depth > deepest) throw queryFault(column, `Parentheses can be nested ${deepest} deep at most.`)
  const part = any(reading)
  if (peek(reading)?.kind !== 'close') throw unclosed(column)
  reading.at++
  reading.depth--
  return part
}

function fieldValue(reading: Reading, token: Token & { kind: 'field' }): SearchNode | null {
  const { field, column } = token
  if (reading.field) throw queryFault(column, `“${field}:” cannot stand within “${reading.field}:”.`)
  reading.at++
  const value = peek(reading)?.kind
  if (value !== 'open' && value !== 'run' && value !== 'quoted') {
    throw queryFault(
      column,
      `“${field}:” needs a value right after it: a word, a phrase or a group in parentheses.`,
    )
  }
  reading.field = field
  const part = primary(reading)
  reading.field = null
  return part && { kind: 'field', field, part, column }
}

/** Why no word, phrase, group or field stands here. */
function missingOperand(reading: Reading): ArchiveError {
  const before = reading.tokens[reading.at - 1]
  const next = peek(reading)
  if (before !== undefined && before.kind !== 'open') {
    const name = names[before.kind] ?? before.kind
    return queryFault(before.column, `${name} has nothing after it: add a word, or remove it.`)
  }
  if (next === undefined) return unclosed(before?.column ?? 1)
  if (next.kind !== 'close') {
    return queryFault(
      next.column,
      `${names[next.kind] ?? next.kind} has nothing before it: add a word, or remove it.`,
    )
  }
  if (before === undefined) return stray(next.column)
  return queryFault(before.column, 'There is nothing between these parentheses: add a word, or remove them.')
}

const names: Partial<Record<Token['kind'], string>> = {
  and: 'AND',
  or: 'OR',
  not: 'NOT',
  minus: '“-”',
  near: 'NEAR',
}

const unclosed = (column: number) => queryFault(column, 'This “(” is never closed: add a “)”.')
const stray = (column: number) =>
  queryFault(column, 'This “)” closes nothing: remove it, or add a “(” before it.')

const peek = (reading: Reading) => reading.tokens[reading.at]

/** The column of a date itself, behind a quote or an equals sign. */
const valueColumn = (token: Token & { kind: 'run' | 'quoted' }) =>
  token.column + (token.exact ? 1 : 0) + (token.kind === 'quoted' ? 1 : 0)

function isBare(tokens: readonly Token[], root: SearchNode): boolean {
  const parts = root.kind === 'and' ? root.parts : [root]
  return (
    tokens.every((token) => token.kind === 'run' && !token.exact) &&
    parts.every(({ kind }) => kind === 'word' || kind === 'phrase')
  )
}
