import type { SearchNode, SearchQuery } from './query.ts'

/** How a query was read, for people: itself a query of the same meaning, with a note on what was left out, if anything was. */
export function understood(query: SearchQuery): string {
  const { skipped, named } = query
  return skipped.length === 0 ? render(named) : `${render(named)} (left out: ${skipped.join(' ')})`
}

function render(node: SearchNode): string {
  switch (node.kind) {
    case 'word':
      return node.exact ? `=${node.text}` : unlikeOperator(node.text)
    case 'phrase':
      return `${node.exact ? '=' : ''}"${node.text}"${node.slop === null ? '' : `~${node.slop}`}`
    case 'prefix':
      return node.words.length === 1 ? `${node.text}*` : `"${node.text}*"`
    case 'fuzzy':
      return `${node.text}~${node.edits === 1 ? '' : node.edits}`
    case 'near':
      return node.parts.map(render).join(` NEAR/${node.distance} `)
    case 'and':
      return node.parts.map(enclosed).join(' AND ')
    case 'or':
      return node.parts.map(enclosed).join(' OR ')
    case 'not':
      return `NOT ${enclosed(node.part)}`
    case 'field':
      return `${node.field}:${enclosed(node.part)}`
    case 'dateRange':
      return /[\s(]/.test(node.text) ? `"${node.text}"` : node.text
  }
}

/** NEAR needs no parentheses among AND and OR, but within NOT and fields, where they harm nowhere. */
function enclosed(node: SearchNode): string {
  const isJoined = node.kind === 'and' || node.kind === 'or' || node.kind === 'near'
  return isJoined ? `(${render(node)})` : render(node)
}

/** “AND,” is a word; written alone it would join. */
const unlikeOperator = (text: string) => (/^(AND|OR|NOT|NEAR)$/.test(text) ? text.toLowerCase() : text)
