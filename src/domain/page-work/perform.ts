import { ArchiveError, invalid } from '../errors.ts'
import { labelRun } from './label-run.ts'
import type { Known, Labelling, Leaf, Operation, Origin, Work } from './operation.ts'
import {
  chosenOf,
  isLeaf,
  pagesOf,
  put,
  refuseTwice,
  type Sequence,
  under,
  type Where,
  without,
} from './sequence.ts'

/**
 * Does operations to the pages of a witness one after the other and tells what they come to; nothing else is changed.
 * Every page that stood anywhere stands where it did, was put elsewhere, or was taken out by name. Throws
 * ArchiveError('invalid-input') with the path of the operation, and 'conflict' for a page that would stand in a witness
 * twice.
 */
export function perform(
  target: string,
  operations: readonly Operation[],
  known: Known,
  pathOf = (index: number): string => `operations.${index}`,
): Work {
  const sequences = new Map<string, Sequence>()
  const labels = new Map<string, string | null>()
  const leaves = new Map<string, Leaf>()
  const read = new Map<string, Sequence>()

  function sequenceOf(witness: string, path: string): Sequence {
    const here = sequences.get(witness) ?? read.get(witness) ?? known.sequenceOf(witness, path)
    read.set(witness, here)
    return here
  }

  function add(pages: readonly string[], after: Where, path: string): void {
    const here = sequenceOf(target, path)
    refuseStanding(here, pages)
    sequences.set(target, put(here, pages, after, under(path, 'after')))
  }
  function take(witness: string, choice: Parameters<typeof chosenOf>[1], after: Where, path: string): void {
    if (witness === target) throw invalid(under(path, 'witness'), 'is this witness itself: move its pages.')
    const there = sequenceOf(witness, under(path, 'witness'))
    const chosen = chosenOf(there, choice, path)
    add(chosen, after, path)
    sequences.set(witness, without(there, chosen))
  }
  function originals(origin: Origin, path: string): readonly string[] {
    if ('file' in origin) return known.pagesOfFile(origin.file, origin.from, origin.to, under(path, 'file'))
    if ('witness' in origin)
      return pagesOf(chosenOf(sequenceOf(origin.witness, under(path, 'witness')), origin.choice, path))
    refuseTwice(origin.pages, under(path, 'pages'))
    known.admitPages(origin.pages, under(path, 'pages'))
    return origin.pages
  }
  function label(pages: readonly string[], labelling: Labelling, path: string): void {
    const given =
      'start' in labelling
        ? labelRun(labelling.start, labelling.step, pages.length, under(path, 'start'))
        : labelling.labels
    if (given.length !== pages.length)
      throw invalid(
        under(path, 'labels'),
        `are ${given.length}, for ${pages.length} pages: give one for each.`,
      )
    for (const [index, page] of pages.entries()) labels.set(page, given[index] ?? null)
  }

  for (const [index, operation] of operations.entries()) {
    const path = pathOf(index)
    const here = sequenceOf(target, path)
    if (operation.op === 'take') take(operation.witness, operation.choice, operation.after, path)
    if (operation.op === 'copy') add(originals(operation.origin, path), operation.after, path)
    if (operation.op === 'move')
      sequences.set(
        target,
        put(here, chosenOf(here, operation.choice, path), operation.after, under(path, 'after')),
      )
    if (operation.op === 'remove')
      sequences.set(target, without(here, chosenOf(here, operation.choice, path)))
    if (operation.op === 'label')
      label(pagesOf(chosenOf(here, operation.choice, path)), operation.labelling, path)
    if (operation.op === 'order') sequences.set(target, ordered(here, operation.pages, ''))
    if (operation.op === 'missing') {
      const id = known.newLeaf()
      leaves.set(id, { label: operation.label, note: operation.note })
      add([id], operation.after, path)
    }
    if (operation.op === 'describe') {
      if (!isLeaf(operation.leaf))
        throw invalid(under(path, 'leaf'), 'is no missing leaf: pages are labelled.')
      chosenOf(here, { pages: [operation.leaf] }, path)
      leaves.set(operation.leaf, { label: operation.label, note: operation.note })
    }
  }
  return { sequences, labels, leaves }
}

function refuseStanding(here: Sequence, pages: readonly string[]): void {
  const standing = new Set(here)
  const twice = pages.find((page) => standing.has(page))
  if (twice === undefined) return
  const says = `The page ${twice} stands in this witness already: move it, or leave it out.`
  throw new ArchiveError('conflict', says)
}

function ordered(here: Sequence, pages: Sequence, path: string): Sequence {
  chosenOf(here, { pages }, path)
  const named = new Set(pages)
  const left = here.find((id) => !named.has(id))
  if (left === undefined) return pages
  throw invalid(
    under(path, 'pages'),
    `leave out “${left}”: name all that stands here, or take it out by an operation.`,
  )
}
