import type { Json, JsonObject } from '../domain/annotation/json.ts'

/** What a spreadsheet would run as a formula has an apostrophe before it. */
const plain = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')

const partsOf = (cell: string, between: string): string[] =>
  cell
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const oneOr = <T>(first: T, more: readonly T[]): T | readonly T[] =>
  more.length === 0 ? first : [first, ...more]

/**
 * The annotation that a row of a table tells of, by the names that `flatColumns` has; columns that are not there are empty. It is
 * about the passage that is quoted; a region of a page is in no table.
 */
export function readFlatRow(row: Readonly<Record<string, string>>): JsonObject {
  const cell = (name: string) => plain(row[name] ?? '').trim()
  const texts = cell('note') === '' ? [] : [{ type: 'TextualBody', value: plain(row.note ?? '') }]
  const tags = partsOf(cell('tags'), ';').map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }))
  const visibility = cell('visibility')
  const isOpen = visibility === '' || visibility === 'public'
  const because = cell('hidden')
  const kept = ['id', 'created', 'modified'].flatMap((name) =>
    cell(name) ? [[name, cell(name)] as const] : [],
  )
  const [motivation, ...more] = partsOf(cell('motivation'), ';')
  return {
    ...Object.fromEntries(kept),
    type: 'Annotation',
    ...(cell('creator') !== '' && { creator: creatorOf(cell('creator')) }),
    ...(motivation !== undefined && { motivation: oneOr(motivation, more) }),
    body: [...texts, ...tags],
    target: targetsOf(cell),
    archive: {
      // The name of a group is none of this archive's.
      visibility: isOpen ? 'public' : 'private',
      ...(because !== '' && { hidden: { because } }),
    },
  }
}

const creatorOf = (name: string) => (/^[a-z][a-z0-9+.-]*:\S+$/i.test(name) ? name : { type: 'Person', name })

function targetsOf(cell: (name: string) => string) {
  const [document, page] = [cell('document'), cell('page')]
  const named = document && (page ? `/documents/${document}/pages/${page}` : `/documents/${document}`)
  const [first = named, ...more] = partsOf(cell('target'), '; ')
  const exact = cell('quote')
  const about = exact === '' ? first : { source: first, selector: { type: 'TextQuoteSelector', exact } }
  return oneOr<Json>(about, more)
}
