import { invalid } from '../errors.ts'

/** What stands in a witness, in order: the ids of its pages, and of the leaves that are known to be missing there. */
export type Sequence = readonly string[]

/** Which of them: by their ids, in the order given, or from one page number to another, with the leaves between. */
export type Choice = { pages: readonly string[] } | { from: number; to: number }

/** Behind what: a page's number (0: before the first), the id of a page or of a missing leaf; null is the end. */
export type Where = number | string | null

/** The path of a part of the input; of all of it the path is ''. */
export const under = (path: string, part: string): string => (path === '' ? part : `${path}.${part}`)

/** Ids of missing leaves begin with `l`, those of pages do not. */
export const isLeaf = (id: string): boolean => id.startsWith('l')

export const pagesOf = (sequence: Sequence): string[] => sequence.filter((id) => !isLeaf(id))

/** Where the page of a number stands; -1 where there is none. Missing leaves have no number. */
function placeOfNumber(sequence: Sequence, number: number): number {
  let count = 0
  return sequence.findIndex((id) => !isLeaf(id) && ++count === number)
}

function placeOf(sequence: Sequence, which: number | string, path: string): number {
  const place = typeof which === 'number' ? placeOfNumber(sequence, which) : sequence.indexOf(which)
  if (place !== -1) return place
  const pages = pagesOf(sequence).length
  throw invalid(
    path,
    typeof which === 'number'
      ? `There is no page ${which} here: it has ${pages} pages.`
      : `“${which}” does not stand in this witness: read its pages again.`,
  )
}

/** What is chosen of a sequence; null is all of it. Throws ArchiveError('invalid-input') for what is not there. */
export function chosenOf(sequence: Sequence, choice: Choice | null, path: string): string[] {
  if (choice === null) return [...sequence]
  if ('from' in choice) {
    const { from, to } = choice
    if (to < from) throw invalid(under(path, 'to'), 'lies before `from`: exchange them.')
    return sequence.slice(
      placeOf(sequence, from, under(path, 'from')),
      placeOf(sequence, to, under(path, 'to')) + 1,
    )
  }
  const standing = new Set(sequence)
  for (const [index, id] of choice.pages.entries())
    if (!standing.has(id)) placeOf(sequence, id, under(path, `pages.${index}`))
  refuseTwice(choice.pages, under(path, 'pages'))
  return [...choice.pages]
}

/** Refuses a list in which something stands twice. */
export function refuseTwice(ids: readonly string[], path: string): void {
  const seen = new Set<string>()
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) throw invalid(`${path}.${index}`, `“${id}” is named twice.`)
    seen.add(id)
  }
}

/** The sequence with some put behind what `where` names; those of them that stand in it already move there. */
export function put(sequence: Sequence, some: readonly string[], where: Where, path: string): string[] {
  const moved = new Set(some)
  const end = where === null ? sequence.length : where === 0 ? 0 : placeOf(sequence, where, path) + 1
  const before = sequence.slice(0, end).filter((id) => !moved.has(id))
  const after = sequence.slice(end).filter((id) => !moved.has(id))
  return [...before, ...some, ...after]
}

/** The sequence without some of it. */
export function without(sequence: Sequence, some: readonly string[]): string[] {
  const gone = new Set(some)
  return sequence.filter((id) => !gone.has(id))
}
