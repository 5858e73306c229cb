import { z } from 'zod'
import { parts } from '../domain/witness/date-parts.ts'
import { type Mark, type MarkContent, markKinds } from '../domain/witness/mark.ts'
import { CitationReply, Citations } from './claim-shape.ts'
import { edtf, text } from './fields.ts'

const pixel = z.number().min(-1e9).max(1e9)
const BoxShape = z.tuple([pixel, pixel, pixel, pixel])

/** What is written of a mark; every field may be left out. */
export const MarkBody = z
  .object({
    kind: z.enum(markKinds).optional().meta({ description: 'Default: other' }),
    reading: text(10_000).nullish(),
    asRead: edtf
      .nullish()
      .meta({ description: 'The date as it stands there: XXXX-06-07', example: 'XXXX-06-07' }),
    date: edtf.nullish(),
    inferred: z.array(z.enum(parts)).max(3).nullish().meta({ description: 'What asRead lacks and date has' }),
    because: text(10_000).nullish(),
    sources: Citations.nullish(),
    agent: z.string().max(100).nullish(),
    place: z.string().max(100).nullish(),
    page: z.string().max(100).nullish().meta({ description: 'The id of a page of the witness' }),
    box: BoxShape.nullish().meta({ description: 'Left, top, width, height in pixels of the page' }),
  })
  .meta({ id: 'MarkDescription' })

export const MarkReply = z
  .object({
    id: z.string(),
    witness: z.string(),
    kind: z.enum(markKinds),
    reading: z.string().nullable(),
    asRead: z.string().nullable(),
    date: z.string().nullable(),
    inferred: z.array(z.enum(parts)),
    because: z.string().nullable(),
    sources: z.array(CitationReply),
    agent: z.string().nullable(),
    place: z.string().nullable(),
    page: z.string().nullable(),
    box: BoxShape.nullable(),
    recordedBy: z.string(),
    recordedAt: z.string(),
  })
  .meta({ id: 'Mark' })

/** What a body says of a mark: null takes a value away, what is left out is not said. */
export function markOf(body: z.output<typeof MarkBody>): Partial<MarkContent> {
  const { inferred, sources, ...rest } = body
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(inferred !== undefined && { inferred: inferred ?? [] }),
    ...(sources !== undefined && { sources: sources ?? [] }),
  }
}

/** A mark as it is shown. */
export function presentMark(mark: Mark): z.input<typeof MarkReply> {
  const { version: _, deletedAt: __, inferred, sources, box, ...rest } = mark
  return { ...rest, inferred: [...inferred], sources: [...sources], box: box && [...box] }
}
