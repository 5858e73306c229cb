import { analyse, type Word } from '../analysis/analyse.ts'
import { isReadable, readablePart } from '../analysis/fold.ts'
import type { TermNode } from './query.ts'
import { queryFault } from './query-fault.ts'
import type { Token } from './tokens.ts'

const shortestPrefix = 3

/** What a word or a phrase of the query looks for; null when it holds no word. ArchiveError('invalid-query') if it cannot be. */
export function readTerm(token: Token & { kind: 'run' | 'quoted' }): TermNode | null {
  return token.kind === 'run' ? ofRun(token) : ofQuoted(token)
}

function ofRun({ text, exact, column }: Token & { kind: 'run' }): TermNode | null {
  const run = text.replace(/[^\p{L}\p{N}\p{M}\p{Co}*~]+$/u, '')
  if (![...run].some(isReadable)) return null
  const fuzzy = /^(.*)~([0-9]*)$/su.exec(run)
  if (fuzzy !== null && [...(fuzzy[1] ?? '')].some(isReadable)) {
    return fuzzyNode(fuzzy[1] ?? '', fuzzy[2] ?? '', exact, column)
  }
  if (run.includes('*')) return prefixNode(run, exact, column)
  const read = readWords(run)
  if (read === null) return null
  const single = read.words.length === 1
  return single
    ? { kind: 'word', ...read, exact, column }
    : { kind: 'phrase', ...read, exact, slop: null, column }
}

function ofQuoted({ text, exact, slop, column }: Token & { kind: 'quoted' }): TermNode {
  const trimmed = text.trim()
  if (trimmed.endsWith('*') && isReadable([...trimmed].at(-2) ?? '')) {
    if (slop !== null) throw queryFault(column, 'A phrase can end in “*” or be followed by “~”, not both.')
    return prefixNode(trimmed, exact, column)
  }
  const read = readWords(trimmed)
  if (read === null)
    throw queryFault(column, 'There is no word between these quotes: write one, or leave them out.')
  if (exact && slop !== null)
    throw queryFault(column, 'A phrase can have “=” before it or “~” after it, not both.')
  return { kind: 'phrase', ...read, exact, slop, column }
}

function fuzzyNode(written: string, digits: string, exact: boolean, column: number): TermNode {
  if (exact) throw queryFault(column, 'A word can have “=” before it or “~” after it, not both.')
  if (written.includes('*')) throw queryFault(column, 'A word can end in “*” or in “~”, not both.')
  const read = readWords(written)
  if (read?.words.length !== 1) {
    throw queryFault(column, '“~” looks for words like one word: join no others to it by hyphens or dots.')
  }
  if (!/^[12]?$/.test(digits)) {
    throw queryFault(
      column,
      'A word can differ by one letter (word~) or by two (word~2), not by another number.',
    )
  }
  return { kind: 'fuzzy', ...read, edits: digits === '2' ? 2 : 1, column }
}

function prefixNode(written: string, exact: boolean, column: number): TermNode {
  const star = [...written].indexOf('*')
  if (star !== [...written].length - 1 || !isReadable([...written][star - 1] ?? '')) {
    throw queryFault(column, 'A “*” can stand only once, right after the beginning of a word, as in deport*.')
  }
  if (exact) throw queryFault(column, 'A word can have “=” before it or “*” after it, not both.')
  const read = readWords(written)
  if (read === null || [...(read.words.at(-1) ?? '')].length < shortestPrefix) {
    throw queryFault(column, `Write at least ${shortestPrefix} letters before “*”.`)
  }
  return { kind: 'prefix', ...read, column }
}

function readWords(written: string): { text: string; words: readonly string[] } | null {
  const found = analyse(written, null)
  return found.length === 0 ? null : { text: onOneLine(written, found), words: found.map(({ word }) => word) }
}

/** From the first word to the last. A word broken at a line end, as in pasted text, is whole, lest it be two on one line. */
function onOneLine(written: string, words: readonly Word[]): string {
  let text = ''
  let end = words[0]?.start
  for (const word of words) {
    const spelt = written.slice(word.start, word.end)
    text += written.slice(end, word.start).replace(/\s+/gu, ' ')
    text += /\s/u.test(spelt) ? readablePart(spelt) : spelt
    end = word.end
  }
  return text
}
