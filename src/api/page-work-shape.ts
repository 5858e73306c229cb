import { z } from 'zod'
import { invalid } from '../domain/errors.ts'
import type { Labelling, Operation, Origin } from '../domain/page-work/operation.ts'
import type { Choice } from '../domain/page-work/sequence.ts'
import { text } from './fields.ts'

const id = z.string().min(1).max(100)
const ids = z.array(id).max(100_000)
const number = z.int().min(1).max(1e9)
const label = text(100)

const choice = {
  pages: ids.min(1).nullish().meta({ description: 'Ids of pages and missing leaves, in this order' }),
  from: number.nullish().meta({ description: 'Instead: the number of the first page' }),
  to: number.nullish().meta({ description: 'The number of the last; default: one page' }),
}
const after = z
  .union([z.int().min(0).max(1e9), id])
  .nullish()
  .meta({
    description:
      'Behind what: the number of a page (0: before the first), or the id of a page or missing leaf; default: at the end',
  })
const leaf = { label: label.nullish(), note: text(10_000).nullish() }

const OperationBody = z
  .discriminatedUnion('op', [
    z.object({ op: z.literal('move'), ...choice, after }),
    z.object({ op: z.literal('take'), witness: id, ...choice, after }),
    z.object({ op: z.literal('copy'), witness: id.nullish(), file: id.nullish(), ...choice, after }),
    z.object({ op: z.literal('remove'), ...choice }),
    z.object({
      op: z.literal('label'),
      ...choice,
      start: label.nullish().meta({ description: 'The first of a run: 1r, iv, [1], f. 012' }),
      step: z.int().min(-1000).max(1000).nullish(),
      labels: z
        .array(label.nullable())
        .max(100_000)
        .nullish()
        .meta({ description: 'Instead: one for each page' }),
    }),
    z.object({ op: z.literal('missing'), after, ...leaf }),
    z.object({ op: z.literal('describe'), leaf: id, ...leaf }),
  ])
  .meta({ id: 'PageOperation' })

/** What is done to the pages of a witness, one after the other. */
export const PageChangeBody = z
  .object({ operations: z.array(OperationBody).min(1).max(1000) })
  .meta({ id: 'PageWork' })

/** All that stands in a witness, in its new order. */
export const PageOrderBody = z.object({ pages: ids }).meta({ id: 'PageOrder' })

/** Some pages of a witness, of which a document is made. */
export const splitChoice = choice

type Chosen = { pages?: string[] | null; from?: number | null; to?: number | null }

/** The pages that a body names. Throws ArchiveError('invalid-input') where it names none, or in both ways. */
export function choiceOf(body: Chosen, path: string): Choice {
  const chosen = choiceIn(body, path)
  if (chosen) return chosen
  throw invalid(
    `${path}pages`,
    'is required: name pages by their ids, or by their numbers in `from` and `to`.',
  )
}

function choiceIn({ pages, from, to }: Chosen, path: string): Choice | null {
  if (pages && (from ?? to) != null)
    throw invalid(`${path}from`, 'stands beside `pages`: name the pages in one way.')
  if (pages) return { pages }
  if (from == null && to != null) throw invalid(`${path}from`, 'is required beside `to`.')
  return from == null ? null : { from, to: to ?? from }
}

/** The operations of a body as the archive does them. */
export const operationsOf = ({ operations }: z.output<typeof PageChangeBody>): Operation[] =>
  operations.map((body, index) => operationOf(body, `operations.${index}.`))

function operationOf(body: z.output<typeof OperationBody>, path: string): Operation {
  const said =
    'label' in body || 'note' in body ? { label: body.label ?? null, note: body.note ?? null } : noLeaf
  switch (body.op) {
    case 'move':
      return { op: 'move', choice: choiceOf(body, path), after: body.after ?? null }
    case 'take':
      return { op: 'take', witness: body.witness, choice: choiceIn(body, path), after: body.after ?? null }
    case 'copy':
      return { op: 'copy', origin: originOf(body, path), after: body.after ?? null }
    case 'remove':
      return { op: 'remove', choice: choiceOf(body, path) }
    case 'label':
      return { op: 'label', choice: choiceOf(body, path), labelling: labellingOf(body, path) }
    case 'missing':
      return { op: 'missing', after: body.after ?? null, ...said }
    case 'describe':
      return { op: 'describe', leaf: body.leaf, ...said }
  }
}

const noLeaf = { label: null, note: null }

function originOf(body: Chosen & { witness?: string | null; file?: string | null }, path: string): Origin {
  const { witness, file } = body
  if (witness != null && file != null)
    throw invalid(`${path}file`, 'stands beside `witness`: name one of them.')
  if (witness != null) return { witness, choice: choiceIn(body, path) }
  if (file == null) {
    if (body.pages) return { pages: body.pages }
    throw invalid(
      `${path}pages`,
      'is required: name pages by their ids, or a witness or a file to copy from.',
    )
  }
  if (body.pages) throw invalid(`${path}pages`, 'stands beside `file`: name its pages in `from` and `to`.')
  return { file, from: body.from ?? null, to: body.to ?? body.from ?? null }
}

function labellingOf(
  { start, step, labels }: { start?: string | null; step?: number | null; labels?: (string | null)[] | null },
  path: string,
): Labelling {
  if ((start != null) === (labels != null))
    throw invalid(
      `${path}start`,
      'or `labels` is required, and not both: the first label of a run, or one for each page.',
    )
  if (start == null) return { labels: labels ?? [] }
  if (step === 0) throw invalid(`${path}step`, 'is 0: all labels would be the same.')
  return { start, step: step ?? 1 }
}
